import { largestOf } from "../../base/mathematics/largest.js";
import { sum } from "../../base/mathematics/statistics.js";
import { listed } from "../../base/problems/problem.js";
import type { Simulation } from "../../engine/simulate.js";
import { type WaitingRow, waiting } from "../../results/people/waiting.js";
import { firstCapital, withoutName } from "../../scenario/names.js";
import { aboutCount, countText, shareText } from "../numbers.js";
import { type NamedStrategy, widestOf } from "./several-strategies.js";
import { eachStrategy, largest } from "./words.js";

/** What waits at the end, in the service whose list a strategy changes most, beside business as usual. */
export const waitingFinding = (all: readonly WaitingRow[], simulation: Simulation): readonly string[] => {
  const rows = all.filter(({ priority }) => priority === null);
  const [usual, others] = [true, false].map((is) => rows.filter(({ strategy }) => (strategy === withoutName) === is));
  return eachStrategy(others.length > 0 ? others : usual, simulation, (own) => waitingClause(own, usual, simulation));
};

/** The sentence of a strategy that brings no fewer contacts and changes who waits; none for any other. */
export const waitingSentence = (simulation: Simulation, shown: NamedStrategy): readonly string[] => {
  if (Math.abs(widestOf(shown).avoided) >= 0.5) return [];
  const rows = waiting(simulation).filter(({ priority }) => priority === null);
  const [usual, own] = [withoutName, shown.key].map((name) => rows.filter(({ strategy }) => strategy === name));
  return own.some((row, at) => changeOf(row, usual[at]) > 0)
    ? [`${firstCapital(waitingClause(own, usual, simulation))}.`]
    : [];
};

const figures = ["waiting", "gaveUp", "turnedAway"] as const;

/** How many contacts a row differs by from the row of business as usual: waiting, given up and turned away. */
const changeOf = (row: WaitingRow, usual: WaitingRow): number =>
  largestOf(figures.map((figure) => Math.abs(row[figure] - usual[figure])));

const monthsText = (months: number): string => (months < 99.5 ? months.toPrecision(2) : countText(months));

/** `at Operation 67 wait at the end (282 without), 132 give up (278), and in 2028/29 the mean wait is …`. */
const waitingClause = (own: readonly WaitingRow[], usual: readonly WaitingRow[], { scenario }: Simulation): string => {
  const pairs = own.map((row, at) => ({ row, without: usual[at] }));
  const { service } = largest(pairs, ({ row, without }) => changeOf(row, without) || 1e-9 * row.waiting).row;
  const years = pairs.filter(({ row }) => row.service === service);
  const { row, without } = years[years.length - 1];
  const isUsual = row === without;
  const beside = (said: string, usually: string): string => (isUsual ? said : `${said} (${usually} without)`);
  const overYears = (figure: "gaveUp" | "turnedAway", verb: string): readonly string[] => {
    const [total, usually] = [
      sum(years.map((each) => each.row[figure])),
      sum(years.map((each) => each.without[figure])),
    ];
    return total + usually === 0 ? [] : [beside(`${aboutCount(total)} ${verb}`, aboutCount(usually))];
  };
  const ofLast = (figure: "monthsWaited" | "shareWithin", print: (value: number) => string, what: string) => {
    const [amount, usually] = [row[figure], without[figure]];
    return amount === null ? undefined : beside(`${print(amount)} ${what}`, usually === null ? "none" : print(usually));
  };
  const months = ofLast("monthsWaited", monthsText, "months");
  const share = ofLast("shareWithin", shareText, `are seen within ${row.target}`);
  const parts = [
    ...(months === undefined
      ? []
      : [beside(`${aboutCount(row.waiting)} wait at the end`, aboutCount(without.waiting))]),
    ...overYears("gaveUp", "give up"),
    ...overYears("turnedAway", "are turned away"),
    ...(months === undefined ? [] : [`in ${row.label} the mean wait is ${months}`]),
    ...(share === undefined ? [] : [share]),
  ];
  return `at ${scenario.services[service].name} ${parts.length === 0 ? "0 are turned away" : listed(parts)}`;
};
