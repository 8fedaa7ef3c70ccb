import { type InterplayRow, interplayIn } from "../../../experiments/interplay.js";
import { eachStrategy, rangedPounds } from "../../finding/words.js";
import { output } from "../../output.js";
import { dataOnly } from "../../table.js";

export const interplayOutput = output<InterplayRow>({
  title: "Interplay",
  answers:
    "Whether a strategy is worth more or less than its interventions alone: the whole less the sum of its parts.",
  takes: ["of", "figure"],
  columns: {
    strategy: ["strategy", "text", 0.5],
    of: ["net of", "text", 2],
    part: ["part", "text"],
    intervention: ["intervention", "text"],
    net: ["net", "pounds"],
    netP5: ["5th", "pounds"],
    netP95: ["95th", "pounds"],
    upperBound: ["upper bound", "mark", dataOnly],
  },
  // What the interventions of each strategy are worth together, beyond what each is worth alone.
  finding: (rows, simulation) => eachStrategy(rows, simulation, saysOf),
  net: { of: "the answer" },
  rows: (simulation, options, _regimes, stop, onProgress) =>
    interplayIn(simulation, { ...options, ...stop, onProgress }),
  empty: "no strategy has several interventions",
});

const saysOf = (own: readonly InterplayRow[]): string => {
  const [together, { net, netP5, netP95 }] = own.slice(-2);
  const whole = rangedPounds(together.net, together.netP5, together.netP95, together.upperBound);
  if (Math.abs(net) < 0.5) return `together ${whole}, exactly as much as its parts alone`;
  return `together ${whole}; the whole less its parts alone is ${rangedPounds(net, netP5, netP95, false)}`;
};
