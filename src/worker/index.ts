export type { PostedChart, PostedReport, RunAnswer, RunRequest, StopRequest } from "./messages.js";
export { type Port, serveRuns } from "./serve-runs.js";
