import { blockSize, latinHypercube, streamOf } from "../base/random.js";
import type { RandomInput } from "./chance-type.js";
import { families } from "./distributions/index.js";
import type { Expression, Range, Split, Trace } from "./quantity.js";
import { rowChance } from "./row.js";
/** The chances an expression hangs on, in the order they stand; `years` is the length of the run. */
export const randomInputsOf = (expression: Expression, years: number): readonly RandomInput[] => {
  if (typeof expression === "number") return [];
  if ("range" in expression) return [rangeChance(expression.range)];
  if ("split" in expression) return [splitChance(expression.split)];
  if ("row" in expression) return [rowChance(expression.row)];
  if ("trace" in expression) return traceChance(expression.trace, years);
  if ("steps" in expression) return randomInputsOf(expression.steps.of, years);
  if ("quantity" in expression) return randomInputsOf(expression.quantity.expression, years);
  return "apply" in expression ? expression.to.flatMap((part) => randomInputsOf(part, years)) : [];
};

const rangeChance = ({ address, family, parameters, value }: Range): RandomInput => {
  const quantile = families[family].quantile(parameters);
  return {
    stream: address,
    address,
    draw: ([column], seed, block) => column.set(latinHypercube(streamOf(seed, address, block)).map(quantile)),
    central: [[value]],
    ends: () => [[quantile(0.025)], [quantile(0.975)]],
  };
};

// Spacings of sorted uniforms are uniform over all splits of a whole (Pyke 1965).
const splitChance = ({ address, parts }: Split): RandomInput => ({
  stream: address,
  address,
  draw: (shares, seed, block) => {
    const cuts = Array.from({ length: parts - 1 }, (_, cut) =>
      latinHypercube(streamOf(seed, `${address}#${cut}`, block)),
    );
    for (let draw = 0; draw < blockSize; draw++) {
      const sorted = [0, ...cuts.map((cut) => cut[draw]).sort((a, b) => a - b), 1];
      for (let part = 0; part < parts; part++) shares[part][draw] = sorted[part + 1] - sorted[part];
    }
  },
  central: [Array.from({ length: parts }, () => 1 / parts)],
  ends: () =>
    Array.from({ length: parts }, (_, whole) => Array.from({ length: parts }, (_, part) => (part === whole ? 1 : 0))),
});

const traceChance = ({ address, stream, names, pick }: Trace, years: number): readonly RandomInput[] => {
  if (typeof pick === "object") return [];
  const columns = pick === "once" ? 1 : years;
  const settings = names.map((_, trace) => Array.from({ length: columns }, () => trace));
  return [
    {
      stream,
      address,
      draw: (picks, seed, block) => {
        for (const [year, column] of picks.entries())
          column.set(
            latinHypercube(streamOf(seed, `${stream}#${year + 1}`, block)).map((u) => Math.floor(u * names.length)),
          );
      },
      central: settings,
      ends: () => settings,
    },
  ];
};
