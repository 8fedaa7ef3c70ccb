import { simulateUnchecked as simulate } from "../../src/engine/simulate.js";
import { report } from "../../src/report/index.js";
import { outputNames } from "../../src/report/outputs.js";
import type { Report } from "../../src/report/table.js";
import { isHunt } from "./hunt.js";
import { example } from "./read.js";

/** Outputs that run the engine many times. `npm run hunt` builds them for every example, `npm test` for three. */
const slow = ["sensitivity", "switching-values", "cost-shifts", "expectations"];

const shownOf = (file: string): readonly string[] =>
  isHunt || /gritting|casework|our-place/.test(file) ? ["all"] : outputNames.filter((name) => !slow.includes(name));

const built = new Map<string, Report>();

/** All outputs of an example in 16 draws, built once for all tests. */
export const wholeReport = (file: string): Report => {
  const whole = built.get(file) ?? report(simulate(example(file), { draws: 16 }), { show: shownOf(file) });
  built.set(file, whole);
  return whole;
};
