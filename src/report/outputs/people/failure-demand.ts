import { listed } from "../../../base/problems/problem.js";
import { type FailureDemandRow, failureDemand } from "../../../experiments/failure-demand.js";
import { nameOfKey } from "../../../scenario/names.js";
import { inSentence, largest, rangedPounds, withinYears } from "../../finding/words.js";
import { roundedPounds } from "../../numbers.js";
import { output } from "../../output.js";

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
  // The share of contacts that other contacts cause, what they cost, and the loop that costs most.
  finding: (rows, { scenario }) => {
    const services = rows.filter(({ from, service }) => from === null && service !== "all");
    const loops = rows.filter(({ from }) => from !== null);
    const total = rows[rows.length - 1];
    const percent = (share: number): string => `${Math.round(share * 100)}%`;
    const shares = services.map(({ service, share, shareP5, shareP95 }) => {
      const at = inSentence(scenario.services[service].name);
      return `${percent(share)} (${percent(shareP5)} to ${percent(shareP95)}) of contacts at ${at}`;
    });
    const most = largest(loops, ({ cash, freed }) => cash + freed);
    const ofItCash = ({ cash, cashP5, cashP95 }: FailureDemandRow): string =>
      `${rangedPounds(cash, cashP5, cashP95, false)} of it cash`;
    const worth = ({ cash, freed }: FailureDemandRow): string => roundedPounds(cash + freed);
    return [
      `Other contacts cause ${listed(shares)}.`,
      `Without them ${worth(total)} would be avoided ${withinYears(scenario.time.years)}, ${ofItCash(total)}.`,
      `The loop that costs most is ${inSentence(nameOfKey(most.cause))}: ${worth(most)}, ${ofItCash(most)}.`,
    ];
  },
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
