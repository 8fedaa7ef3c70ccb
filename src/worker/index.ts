export type { PostedChart, PostedReport, RunAnswer, RunRequest, StopRequest } from "./messages.js";
export { type Port, serve } from "./serve.js";
