import { type FailureDemandRow, failureDemand } from "../../experiments/failure-demand.js";
import { failureDemandFinding } from "../finding/failure-demand.js";
import { output } from "../output.js";

export const failureDemandOutput = output<FailureDemandRow>({
  title: "Failure demand",
  answers: "How many contacts other contacts cause, service by service, and what each of these loops costs.",
  takes: ["of"],
  columns: {
    service: ["service", "text", 0.5],
    cause: ["caused by", "text"],
    from: ["contacts at", "text", 3],
    perContact: ["for each", "number", 4],
    handOvers: ["hand-overs a person", "number", 5],
    contacts: ["contacts a year", "number"],
    share: ["of all there", "share"],
    shareP5: ["5th", "share", 2],
    shareP95: ["95th", "share", 2],
    cash: ["cash", "pounds"],
    cashP5: ["cash 5th", "pounds", 8],
    cashP95: ["cash 95th", "pounds", 8],
    freed: ["freed", "pounds"],
    freedP5: ["freed 5th", "pounds", 9],
    freedP95: ["freed 95th", "pounds", 9],
    radius: ["radius", "number", 6],
  },
  ofUsual: true,
  finding: failureDemandFinding,
  before: () => [
    "Contacts of the last year that would not come if contacts did not cause them, and their cost in all years.",
  ],
  after: () => [
    "A next step that was meant counts too: whether a contact should have been the last is for the reader to judge.",
  ],
  rows: ({ scenario, settings: { draws, seed } }, { of }, _regimes, stop, onProgress) =>
    failureDemand(scenario, { draws, seed, ...stop, onProgress, ...(of === undefined ? {} : { of }) }),
  empty: "no contact causes another",
});
