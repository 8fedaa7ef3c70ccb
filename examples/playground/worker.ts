import { type Report, workbook } from "who-saves/report";
import { serveRuns } from "who-saves/worker";

// One file for all workers, so that what they share is loaded once. The worker of runs never loads the laws.
if (self.name === "laws") import("./check-laws.js").then(({ answerForRules }) => answerForRules(self.postMessage));
else if (self.name === "workbook")
  self.addEventListener("message", async ({ data }: MessageEvent<Report>) => self.postMessage(await workbook(data)));
else serveRuns(self);
