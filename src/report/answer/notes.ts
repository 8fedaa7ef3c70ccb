import { largestOf, smallestOf } from "../../base/mathematics/largest.js";
import { counted } from "../../base/problems/problem.js";
import { grouped } from "../../base/records.js";
import type { Simulation } from "../../engine/simulate.js";
import { doubtedShare } from "../../results/money/savings.js";
import type { WhoSavesRow } from "../../results/money/who-saves.js";
import { budgetGap } from "../../results/people/budget-gap.js";
import { isSummed } from "../../results/sums/draws-reader.js";
import { risesIn } from "../../results/sums/sums.js";
import { firstCapital } from "../../scenario/names.js";
import type { Scenario } from "../../scenario/scenario.js";
import { calibrationSentences } from "../finding/calibration.js";
import { type NamedStrategy, widestOf } from "../finding/several-strategies.js";
import { gainOrLose } from "../finding/standing.js";
import { agencyName, inSentence } from "../finding/words.js";
import { shareText } from "../numbers.js";

/** The limits of the figures, in whole sentences, the most important first. */
export const answerNotes = (
  simulation: Simulation,
  strategies: readonly NamedStrategy[],
  shown: NamedStrategy,
): readonly string[] => {
  const { scenario, drawn } = simulation;
  return [
    ...calibrationSentences(scenario),
    ...centralNote(shown),
    ...(isSummed(drawn) ? [] : rationNote(simulation)),
    ...durationNote(scenario, shown),
    ...(isSummed(drawn) ? [] : doubtNote(simulation, shown.key)),
    ...(isCashVariable(scenario)
      ? ["No service states its capacity, so only the variable share of a saving is counted as cash."]
      : []),
    ...regimesNote(scenario),
    ...(risesIn(scenario).size > 0 ? ["Cash is after costs that rise elsewhere."] : []),
    ...rangeNote(strategies.flatMap((strategy) => strategy.rows)),
  ];
};

/** What a chance does not cover, and why percentiles do not add up. */
const rangeNote = (rows: readonly WhoSavesRow[]): readonly string[] => {
  const chance = "The chance reflects uncertain inputs, not the luck of small numbers of people.";
  const percentiles = "Percentiles of rows do not add up to those of the total.";
  const sentences = [
    ...(rows.some((row) => row.chance !== null) ? [chance] : []),
    ...(rows.some((row) => row.netP5 !== null) ? [percentiles] : []),
  ];
  return sentences.length === 0 ? [] : [sentences.join(" ")];
};

/** The net of the central run at the widest level, if the mean differs from it by more than a tenth. */
const centralNote = (strategy: NamedStrategy): readonly string[] => {
  const { net, netCentral, name } = widestOf(strategy);
  if (Math.abs(net - netCentral) <= Math.max(0.1 * Math.abs(net), 0.5)) return [];
  return [`With every input at its central value ${inSentence(name)} would ${gainOrLose(netCentral)}.`];
};

const isEffect = ({ kind }: { readonly kind: string }): boolean => kind !== "pays";

/** The durations of effects on which a strategy rests: they are fixed, so no range covers them. */
const durationNote = ({ strategies, interventions }: Scenario, { key }: NamedStrategy): readonly string[] => {
  const years = strategies[key].of
    .flatMap((name) => [...interventions[name].effects, ...interventions[name].lines.filter(isEffect)])
    .flatMap(({ profile: { untilYears, halfLifeYears, lengths } }) =>
      lengths.until || lengths.halfLife ? [] : (untilYears ?? halfLifeYears ?? []),
    );
  if (years.length === 0) return [];
  const [least, most] = [smallestOf(years), largestOf(years)].map((each) =>
    counted(Number(each.toPrecision(3)), "year"),
  );
  const span = least === most ? least : `${least} to ${most}`;
  return [`How long the effects last (${span}) has no range, so neither the range nor the chance covers it.`];
};

/** The share of a strategy's savings that rests on doubtful unit costs: old, rated red, or without a known payer. */
export const doubtNote = (simulation: Simulation, strategy: string): readonly string[] => {
  const doubted = doubtedShare(simulation, strategy);
  if (doubted === 0) return [];
  const of = simulation.settings.strategies.length > 1 ? ` of ${simulation.scenario.strategies[strategy].name}` : "";
  return [
    `${shareText(doubted)} of the savings${of} is priced at unit costs that are old, rated red, or of no known payer.`,
  ];
};

/** If the scenario has funding regimes that neither are in force nor answer it: which outputs show their effect. */
const regimesNote = ({ regimes, inForce, answer }: Scenario): readonly string[] => {
  const many = Object.keys(regimes).length;
  if (many === 0 || inForce !== null || answer.some((output) => /^(decide|settle)/.test(output))) return [];
  return [
    "The outputs `decide` and `settle` say who would sign " +
      `under ${counted(many, "funding regime")}, and who has what.`,
  ];
};

/** The agencies that turn people away to keep within their budgets, and the largest share each turns away. */
const rationNote = (simulation: Simulation): readonly string[] => {
  const turningAway = budgetGap(simulation).filter(({ rationed }) => (rationed ?? 0) > 0);
  return [...grouped(turningAway, ({ agency }) => agency)].map(([agency, rows]) => {
    const most = largestOf(rows.map(({ rationed }) => rationed ?? 0));
    const name = firstCapital(agencyName(simulation, agency));
    const remark = "to keep within its budget (see the budget gap of each year)";
    return `${name} would turn away up to ${shareText(most)} ${remark}.`;
  });
};

/**
 * True if no service has a capacity, and some cost is not wholly variable.
 * Then the cash of an avoided contact is the variable share of its cost.
 */
const isCashVariable = ({ services }: Scenario): boolean => {
  const all = Object.values(services);
  const isAllCash = ({ variable }: Scenario["services"][string]["costs"][number]): boolean => variable.expression === 1;
  return all.every(({ capacity }) => capacity === null) && all.some(({ costs }) => !costs.every(isAllCash));
};
