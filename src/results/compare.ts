import { mean } from "../base/mathematics/statistics.js";
import { mistake } from "../base/problems/problem.js";
import type { Simulation } from "../engine/simulate.js";
import type { Names } from "../scenario/define/names.js";
import { checkFigure, draws, type FigureOptions } from "./draws.js";
import { type PartyRow, partiesOf } from "./sums/parties.js";
import { rangeOf } from "./sums/percentiles.js";
import type { Figure } from "./sums/sums.js";

/** A figure of a party in two runs, and their difference: pounds, means over the draws. */
export interface CompareRow<N extends Names = Names> extends PartyRow<N> {
  /** The strategy's name in the scenario. */
  readonly strategy: N["strategy"];
  /** The measure that is read: `net`, `netAvoided` or another. */
  readonly figure: Figure;
  /** Pounds in the first run. */
  readonly before: number;
  /** Pounds in the second run. */
  readonly after: number;
  /** Pounds, after − before. */
  readonly difference: number;
  /** The 5th percentile of the difference in pounds. Null if the draws are not paired, or the difference is certain. */
  readonly differenceP5: number | null;
  /** The 95th percentile of the difference in pounds. Null as `differenceP5`. */
  readonly differenceP95: number | null;
  /** The share of draws, 0 to 1, in which the second run is above the first. Null if the draws are not paired. */
  readonly chance: number | null;
  /** True if both runs have the same seed and draws, so that the difference is taken draw by draw. */
  readonly isPaired: boolean;
}

/**
 * Two runs side by side: a figure of each agency, body and level, and the difference. With the same seed and draws,
 * the difference is taken draw by draw: a number that both scenarios share is the same in both runs, and cancels out.
 * @param before from `simulate`
 * @param after from `simulate`, of the same scenario with other values, or of another
 * @param options which figure (default: net), whose and under which strategy (default: all that both runs have)
 * @returns rows by strategy and party; a party or strategy that one run lacks has none
 * @throws ScenarioError if the runs share no strategy, or their pounds are of different price years
 * @example
 * const { run } = compile(fdac, { draws: 256 });
 * const [none, some] = [0, 0.2].map((share) => run({ "interventions.fdac.deadweight": share }));
 * compare(none, some, { of: "council" }).map((row) => Math.round(row.difference)) // => [-170277]
 */
export function compare<N extends Names>(
  before: Simulation<N>,
  after: Simulation<N>,
  options?: FigureOptions<N>,
): readonly CompareRow<N>[];
export function compare(before: Simulation, after: Simulation, options: FigureOptions = {}): readonly CompareRow[] {
  for (const run of [before, after]) checkFigure(run, options, []);
  const { of, strategy, figure = "net", money = "present" } = options;
  const shared = sharedStrategies(before, after);
  const isPaired = hasSameDraws(before, after);
  const known = new Set(partiesOf(before.scenario).map(({ level, name }) => `${level} ${name}`));
  const parties = partiesOf(after.scenario).filter(
    ({ level, name, agency }) =>
      known.has(`${level} ${name}`) && (of === undefined || [level, name, agency].includes(of)),
  );
  return shared
    .filter((name) => strategy === undefined || name === strategy)
    .flatMap((shown) =>
      parties.map(({ level, agency, name }): CompareRow => {
        const asked = { strategy: shown, of: level === "agency" ? agency : level === "body" ? name : level, figure };
        const [first, second] = [before, after].map((run) => draws(run, { ...asked, money }));
        const means = { before: mean(first), after: mean(second) };
        return {
          ...{ strategy: shown, level, agency, name, figure, ...means, difference: means.after - means.before },
          ...(isPaired ? pairedRange(first, second) : unpaired),
          isPaired,
        };
      }),
    );
}

/** True if the draws of two runs belong together, one by one. */
const hasSameDraws = (a: Simulation, b: Simulation): boolean => {
  const [picks, others] = [a, b].map(({ scenario }) => scenario.calibration?.picks);
  return (
    a.settings.seed === b.settings.seed &&
    a.settings.draws === b.settings.draws &&
    picks?.length === others?.length &&
    (picks ?? []).every((draw, at) => draw === others?.[at])
  );
};

const unpaired = { differenceP5: null, differenceP95: null, chance: null };

/** The range of the difference of two runs that belong together draw by draw. */
const pairedRange = (first: Float64Array, second: Float64Array) => {
  const difference = second.map((pounds, draw) => pounds - first[draw]);
  const { p5, p95 } = rangeOf(difference);
  const chance = difference.filter((pounds) => pounds > 0).length / difference.length;
  return { differenceP5: p5, differenceP95: p95, chance };
};

/** The strategies that both runs have. Throws if they have none, or cannot be compared at all. */
const sharedStrategies = (before: Simulation, after: Simulation): readonly string[] => {
  const [first, second] = [before, after].map(({ scenario }) => scenario.money.priceYear);
  if (first !== second)
    throw mistake(
      "money.priceYear",
      `The first run is in pounds of ${first}, the second in pounds of ${second}.`,
      `Set money.priceYear of the second to ${first}.`,
    );
  const shared = after.settings.strategies.filter((name) => before.settings.strategies.includes(name));
  if (shared.length > 0 || before.settings.strategies.length + after.settings.strategies.length === 0) return shared;
  const [own, other] = [before, after].map(({ settings }) => settings.strategies.join(", ") || "none");
  throw mistake(
    "strategies",
    `The runs have no strategy in common: the first has ${own}, the second ${other}.`,
    "Give the strategies that belong together the same name.",
  );
};
