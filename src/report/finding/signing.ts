import { listed } from "../../base/problems/problem.js";
import { grouped } from "../../base/records.js";
import type { Simulation } from "../../engine/simulate.js";
import type { Regime } from "../../funding/regime.js";
import { ruleFamilies } from "../../funding/rule.js";
import { regimeNamed, regimeNameIn } from "../../scenario/regimes/regime.js";
import type { Scenario } from "../../scenario/scenario.js";
import { type NamedStrategy, widestOf } from "./several-strategies.js";
import { subjectOf } from "./standing.js";
import { mostly, signedPounds } from "./words.js";

/**
 * Which options would be signed under regimes whose votes follow from the table: regimes without rules that move money,
 * and one budget for all. The output `decide` applies the rules of the other regimes, which takes seconds.
 */
export const signingSentences = (
  { scenario }: Pick<Simulation, "scenario">,
  strategies: readonly NamedStrategy[],
): readonly string[] => {
  const options = strategies.filter(({ isReading }) => !isReading);
  const isAsked = scenario.answer.some((output) => /^(decide|settle)/.test(output));
  if (scenario.inForce !== null || isAsked || options.length < 2) return [];
  const plain = Object.keys(scenario.regimes).filter((key) => isPlain(regimeNamed(scenario, key), scenario));
  const alike = grouped(plain, (key) => {
    const { decides } = regimeNamed(scenario, key);
    const signed = options.filter((option) => refusing(option, decides).length === 0);
    const names = signed.map((option) => `${option.name} (${signedPounds(widestOf(option).net)})`);
    return names.length === 0 ? "nothing would be signed" : `${listed(names)} would be signed`;
  });
  const refusals = options.flatMap((option) => {
    const by = refusing(option, "each");
    return by.length === 0 ? [] : [`${option.name} (${mostly(by)})`];
  });
  const isEach = plain.some((key) => regimeNamed(scenario, key).decides === "each");
  return [
    ...[...alike].map(([what, keys]) => `Under ${listed(keys.map((key) => regimeNameIn(scenario, key)))}, ${what}.`),
    ...(isEach && refusals.length > 0 ? [`Payers who would lose by it refuse ${listed(refusals)}.`] : []),
  ];
};

/** True if the votes under a regime follow from what agencies gain before any rule, and nobody lacks a permit. */
const isPlain = ({ decides, ...rules }: Regime, { agencies }: Scenario): boolean => {
  const isFree = decides === "all" && Object.values(agencies).every(({ budget }) => budget === null);
  return decides !== "treasury" && ruleFamilies.every((family) => !rules[family] || (family === "permit" && isFree));
};

/** Who refuses an option: each that pays and loses, or all together. */
const refusing = (option: NamedStrategy, decides: Regime["decides"]): readonly string[] =>
  option.rows
    .filter((row) => row.net <= -0.5)
    .filter((row) => (decides === "each" ? row.level === "agency" && row.pays >= 0.5 : row === widestOf(option)))
    .map(subjectOf);
