import { largestOf } from "../../base/mathematics/largest.js";
import { listed } from "../../base/problems/problem.js";
import type { WhoSavesRow } from "../../results/money/who-saves.js";
import { isLevel } from "../../results/sums/parties.js";
import { firstCapital } from "../../scenario/names.js";
import type { Time } from "../../scenario/time/time.js";
import { roundedPounds } from "../numbers.js";
import { atMost, freedClause, gainClause, gainOrLose, paybackClause, subjectOf } from "./standing.js";
import { isAboutEven, withinYears } from "./words.js";

/** A strategy under its name for readers, with its rows: the agencies, then the levels. */
export interface NamedStrategy {
  /** Its name in the scenario. */
  readonly key: string;
  readonly name: string;
  readonly isReading: boolean;
  readonly rows: readonly WhoSavesRow[];
}

/** The widest level of a strategy. */
export const widestOf = ({ rows }: NamedStrategy): WhoSavesRow => rows[rows.length - 1];

/** The best of the options, who gains by it, and the others; readings, which are no options, beside them. */
export const severalStrategiesFinding = (
  strategies: readonly NamedStrategy[],
  time: Pick<Time, "years">,
): readonly string[] => {
  const best = bestOf(strategies);
  const options = strategies.filter(({ isReading }) => !isReading);
  const readings = strategies.filter(({ isReading }) => isReading);
  return [
    ...(best === undefined ? [] : [...bestSentences(options, best, time), ...otherSentences(options, best)]),
    ...readingSentences(readings),
  ];
};

/** The option with the highest net at the widest level. Upper bounds count only if every option is one. */
export const bestOf = (strategies: readonly NamedStrategy[]): NamedStrategy | undefined => {
  const options = strategies.filter(({ isReading }) => !isReading);
  const fair = options.filter((option) => !widestOf(option).upperBound);
  const [first, ...others] = fair.length > 0 ? fair : options;
  return others.reduce<NamedStrategy | undefined>(
    (best, next) => (best === undefined || widestOf(next).net > widestOf(best).net ? next : best),
    first,
  );
};

const bestSentences = (
  options: readonly NamedStrategy[],
  best: NamedStrategy,
  { years }: Pick<Time, "years">,
): readonly string[] => {
  const widest = widestOf(best);
  const subject = subjectOf(widest);
  const most = options.length === 1 ? "" : " most";
  const start =
    widest.net > 0.5 && !isAboutEven(widest)
      ? `${firstCapital(best.name)} would gain ${subject}${most}`
      : options.length === 1
        ? `${firstCapital(best.name)} would not pay for itself in cash`
        : `No option pays for itself in cash. ${firstCapital(best.name)} would come nearest`;
  const paid = widest.pays < 0.5 ? "" : `for ${roundedPounds(widest.pays)} `;
  const gain = `${subject} would ${gainClause(widest)}${paybackClause(widest)}${thoughClause(best)}`;
  return [`${start}: ${paid}${withinYears(years)} ${gain}.`, ...partySentence(best), ...freedSentence(widest)];
};

/** The narrower levels that lose where the widest gains, or gain where it loses: `, though the place would lose £5`. */
const thoughClause = (strategy: NamedStrategy): string => {
  const { net: whole } = widestOf(strategy);
  const others = strategy.rows
    .filter(
      ({ level, net }) =>
        isLevel(level) && Math.abs(net) >= Math.max(0.5, 0.01 * Math.abs(whole)) && net > 0 !== whole > 0,
    )
    .map((row) => `${subjectOf(row)} would ${row.upperBound ? atMost(row.net) : gainOrLose(row.net)}`);
  return others.length === 0 ? "" : `, though ${listed(others)}`;
};

/** Who gains and who loses by the best option, the most first. */
const partySentence = ({ rows }: NamedStrategy): readonly string[] => {
  const parties = rows
    .filter(({ level, net }) => level === "agency" && Math.abs(net) >= 0.5)
    .sort((a, b) => Math.abs(b.net) - Math.abs(a.net))
    .slice(0, 3);
  if (parties.length < 2) return [];
  const clauses = parties.map((row) => `${subjectOf(row)} would ${gainOrLose(row.net)}`);
  return [`${firstCapital(listed(clauses))}.`];
};

/** What the best option frees, if it is as much as a tenth of what it gains or loses. */
const freedSentence = (row: WhoSavesRow): readonly string[] => {
  const { net, freed } = row;
  return freed < 0.5 || freed < 0.1 * Math.abs(net) ? [] : [`${roundedPounds(freed)} more is ${freedClause(row)}.`];
};

const fewOptions = 4;

/** The other options in the order of the file; of many, how many lose and which loses most. */
const otherSentences = (options: readonly NamedStrategy[], best: NamedStrategy): readonly string[] => {
  const others = options.filter((option) => option !== best);
  if (others.length === 0) return [];
  if (options.length <= fewOptions) return [`${firstCapital(others.map(inShort).join("; "))}.`];
  const losing = options.filter((option) => widestOf(option).net <= -0.5);
  const worst = [...options].sort((a, b) => widestOf(a).net - widestOf(b).net)[0];
  return losing.length === 0
    ? [`None of the ${options.length} options loses money.`]
    : [`${losing.length} of the ${options.length} options lose money; ${inShort(worst)}.`];
};

/** `Beds empty would lose £516,000`; an upper bound at most or at least. */
const inShort = (option: NamedStrategy): string => {
  const { net, freed, upperBound } = widestOf(option);
  if (Math.abs(net) < 0.5) return `${option.name} would change nothing`;
  return `${option.name} would ${upperBound ? atMost(net) : gainOrLose(net)}${releasedClause({ net, freed })}`;
};

const releasedClause = ({ net, freed }: Pick<WhoSavesRow, "net" | "freed">): string =>
  freed > 0.1 * Math.abs(net) ? ` and free ${roundedPounds(freed)}` : "";

/** What each reading of a scheme comes to, and how far two are apart. */
const readingSentences = (readings: readonly NamedStrategy[]): readonly string[] => {
  if (readings.length === 0) return [];
  const clauses = readings.map((reading, at) => {
    const widest = widestOf(reading);
    const subject = at === 0 ? `${subjectOf(widest)} would ` : "";
    const released = releasedClause(widest).replace(/^ /, ", ");
    return `${reading.name}: ${subject}${gainClause(widest)}${released}${thoughClause(reading)}`;
  });
  const [one, other] = readings.map((reading) => widestOf(reading).net);
  const apart = Math.abs(one - other);
  const both = readings.length === 2 && apart >= 0.5 ? [`The two are ${roundedPounds(apart)} of cash apart.`] : [];
  return [...verdictOf(readings), `${clauses.map(firstCapital).join(". ")}.`, ...both];
};

/** That no reading gains cash, and what it loses at least: of the widest level at which that is so. */
const verdictOf = (readings: readonly NamedStrategy[]): readonly string[] => {
  const levels = readings[0].rows.filter(({ level }) => isLevel(level)).toReversed();
  const at = levels.find(({ name }) => netsAt(readings, name).every((net) => net < 0.5));
  if (at === undefined || readings.length === 1) return [];
  const least = largestOf(netsAt(readings, at.name));
  return [`By no reading does it pay for itself in cash: ${subjectOf(at)} would ${atMost(Math.min(0, least))}.`];
};

const netsAt = (readings: readonly NamedStrategy[], name: string): readonly number[] =>
  readings.flatMap(({ rows }) => rows.flatMap((row) => (isLevel(row.level) && row.name === name ? [row.net] : [])));
