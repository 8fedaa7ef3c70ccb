import { breakEvens, type ScanRow, scan } from "../../../experiments/scan.js";
import { eachStrategy, inSentence } from "../../finding/words.js";
import { printed, roundedPounds } from "../../numbers.js";
import { output } from "../../output.js";
import { dataOnly } from "../../table.js";

export const scanOutput = output<ScanRow>({
  title: "Scan",
  answers:
    "What a strategy is worth as one number moves, or two: where it breaks even, and what a little more is worth.",
  takes: ["vary", "of", "figure", "beside"],
  columns: {
    strategy: ["strategy", "text", 0.5],
    of: ["net of", "text", 2],
    label: ["number", "text", 3],
    address: ["address", "code", 3],
    written: ["as written", "text", dataOnly],
    value: ["value", "asWritten"],
    besideAddress: ["beside", "code", 3],
    besideValue: ["its value", "number", 1],
    net: ["net", "pounds"],
    netP5: ["5th", "pounds"],
    netP95: ["95th", "pounds"],
    central: ["central", "pounds", 2],
    chance: ["ahead in", "share"],
    slope: ["for 1 more", "pounds", 1],
    upperBound: ["upper bound", "mark", dataOnly],
  },
  finding: (rows, simulation) => eachStrategy(rows, simulation, saysOf),
  net: { of: "the answer" },
  rows: (simulation, options, _regimes, stop, onProgress) => scan(simulation, { ...options, ...stop, onProgress }),
  after: (rows) =>
    rows.some(({ besideValue }) => besideValue === null)
      ? ["A value at which a strategy breaks even is read off a straight line between two values."]
      : [],
  empty: "no number is named that a strategy reads: write scan:ADDRESS, or scan:ADDRESS=FROM..TO",
});

/** Where one number breaks even, then the least and the most that the strategy is worth. */
const saysOf = (own: readonly ScanRow[]): string => {
  const [first] = own;
  const at = (value: number): string => printed(Number(value.toPrecision(3)), "asWritten", { written: first.written });
  const [least, most] = [Math.min, Math.max].map((end) => {
    const net = own.map((row) => row.net).reduce((one, other) => end(one, other));
    const { value, besideAddress, besideValue } = own.find((row) => row.net === net) ?? first;
    const beside = besideValue === null ? "" : ` with ${besideAddress} at ${besideValue}`;
    return `${roundedPounds(net)} at ${at(value)}${beside}`;
  });
  const turns = first.besideValue === null ? breakEvens(own) : [];
  const says = turns.map((turn) => `${turn.rises ? "breaks even" : "turns to a loss"} at ${at(turn.at)}`);
  const gains = own.filter(({ net }) => net > 0).length;
  const all =
    gains === 0 ? "loses at every value" : gains === own.length ? "gains at every value" : "gains at some values";
  return `${inSentence(first.label)}: ${says.join(", ") || all}; from ${least} to ${most}`;
};
