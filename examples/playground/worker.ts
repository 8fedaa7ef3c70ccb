import { serveRuns } from "who-saves/worker";

// One file for both workers, so that what they share is loaded once. The worker of runs never loads the laws.
if (self.name === "laws") import("./check-laws.js").then(({ answerForRules }) => answerForRules(self.postMessage));
else serveRuns(self);
