import { sum } from "../../base/mathematics/statistics.js";
import { giveOver } from "../../base/money.js";
import { listed } from "../../base/problems/problem.js";
import type { WhoSavesRow } from "../../results/money/who-saves.js";
import { isLevel } from "../../results/sums/parties.js";
import { firstCapital } from "../../scenario/names.js";
import type { Time } from "../../scenario/time/time.js";
import { roundedPounds } from "../numbers.js";
import { numberWord } from "../words.js";
import { freedClause, gainClause, paybackClause, subjectOf } from "./standing.js";
import { mostly, shareOfPound, withinYears } from "./words.js";

/**
 * What one strategy does: how much of each pound comes back as cash and to whom, how much is only freed, who pays, and
 * what the place, the public purse and society gain. `rows` are the agencies, then the levels.
 */
export const oneStrategyFinding = (rows: readonly WhoSavesRow[], time: Pick<Time, "years">): readonly string[] => [
  ...returnSentence(rows),
  ...paymentSentence(rows, time),
  ...levelSentence(rows),
];

const agenciesIn = (rows: readonly WhoSavesRow[]): readonly WhoSavesRow[] =>
  rows.filter(({ level }) => level === "agency");

const widestIn = (rows: readonly WhoSavesRow[]): WhoSavesRow => rows[rows.length - 1];

/** Who pays, in undiscounted pounds with the present value in brackets. Nothing if nobody pays. */
const paymentSentence = (rows: readonly WhoSavesRow[], { years }: Pick<Time, "years">): readonly string[] => {
  const payers = agenciesIn(rows)
    .filter(({ pays }) => pays >= 0.5)
    .sort((a, b) => b.pays - a.pays);
  if (payers.length === 0) return [];
  const { pays, paysUndiscounted } = widestIn(rows);
  const [plain, present] = [paysUndiscounted, pays].map(roundedPounds);
  const value = plain === present ? "" : ` (${present} in today's value)`;
  const back = payers.length === 1 ? paybackClause(payers[0]) : "";
  return [`${firstCapital(mostly(payers.map(subjectOf)))} would pay ${plain} ${withinYears(years)}${value}${back}.`];
};

/** What comes back as cash, to whom, and what is only freed: of each pound, or in all where pence say little. */
const returnSentence = (rows: readonly WhoSavesRow[]): readonly string[] => {
  const { pays, freed, upperBound, ...widest } = widestIn(rows);
  const most = upperBound ? "at most " : "";
  const back = gainOf(widest);
  const isByPound = pays >= 0.5 && Math.max(back, freed) < 10 * pays;
  const unit: Unit = isByPound
    ? { pounds: pays / 100, text: (pence) => shareOfPound(pence / 100) }
    : { pounds: 0.01, text: (pence) => roundedPounds(pence / 100) };
  const amount = (pounds: number): string => unit.text(pounds / unit.pounds);
  const least = isByPound ? 0.005 * pays : 0.5;
  const other = firstCapital(isByPound ? `${most}another ${amount(freed)} is` : `${most}${amount(freed)} more is`);
  const released = freed < least ? [] : [`${other} ${freedClause(widestIn(rows), amount)}.`];
  if (Math.abs(back) < 0.5 && released.length === 0 && pays < 0.5) return [];
  const start = isByPound
    ? `Of each £1 paid, ${most}${amount(back)} comes back as cash`
    : `${firstCapital(most + amount(back))} of cash comes back`;
  if (back >= 0.5) return [`${start}${sharedOut(rows, unit, least)}.`, ...released];
  return [`No cash comes back${back > -0.5 ? "" : `: ${costRises(rows)}`}.`, ...released];
};

/** What amounts are counted in: a hundredth of what is paid, or a penny. */
interface Unit {
  readonly pounds: number;
  readonly text: (units: number) => string;
}

/** What leaves or stays in a budget apart from the payments for the strategy. */
const gainOf = ({ cash, cheaper }: Pick<WhoSavesRow, "cash" | "cheaper">): number => cash + cheaper;

/** The agencies that get the cash, and those whose bills rise: whole units that sum to what comes back. */
const sharedOut = (rows: readonly WhoSavesRow[], { pounds: unit, text }: Unit, least: number): string => {
  // A payer that gets a tenth or more of the cash back comes first.
  const isPayer = (row: WhoSavesRow): number => Number(row.pays >= 0.5 && gainOf(row) >= 0.1 * gainOf(widestIn(rows)));
  const gainers = agenciesIn(rows)
    .filter((row) => gainOf(row) >= 0.5)
    .sort((a, b) => isPayer(b) - isPayer(a) || gainOf(b) - gainOf(a));
  const rising = risingIn(rows, least).map((row) => ({ row, units: Math.round(-gainOf(row) / unit) }));
  const bills =
    rising.length === 0
      ? ""
      : `, after ${listed(rising.map(({ row, units }) => `${text(units)} more spent by ${subjectOf(row)}`))}`;
  const back = gainOf(widestIn(rows)) / unit;
  const whole = (back < 1 ? 0 : Math.round(back)) + sum(rising.map(({ units }) => units));
  const parts = gainers.map((row) => Math.floor(gainOf(row) / unit));
  giveOver(
    Math.max(0, whole - sum(parts)),
    parts,
    gainers.map((row, at) => gainOf(row) / unit - parts[at]),
  );
  const paid = gainers.flatMap((row, at) => (parts[at] < 1 ? [] : [{ row, units: parts[at] }]));
  if (paid.length === 0) return bills;
  const all = gainers.length === 1 ? "all" : "nearly all";
  if (paid.length === 1 && rising.length === 0) return `, ${all} of it to ${subjectOf(paid[0].row)}`;
  const shown = paid.slice(0, paid.length > 3 ? 2 : 3).map(({ row, units }) => `${text(units)} to ${subjectOf(row)}`);
  const others = paid.slice(shown.length).map(({ units }) => units);
  const rest = others.length === 0 ? [] : [`${text(sum(others))} to ${numberWord(others.length)} others`];
  return `: ${listed([...shown, ...rest])}${bills}`;
};

const risingIn = (rows: readonly WhoSavesRow[], least: number): readonly WhoSavesRow[] =>
  agenciesIn(rows)
    .filter((row) => gainOf(row) <= -least)
    .sort((a, b) => gainOf(a) - gainOf(b))
    .slice(0, 2);

const costRises = (rows: readonly WhoSavesRow[]): string => {
  const rising = risingIn(rows, 0.5).map((row) => `${subjectOf(row)} would spend ${roundedPounds(-gainOf(row))} more`);
  return listed(rising);
};

/** What each level gains; a level is there only if it differs from the one before. */
const levelSentence = (rows: readonly WhoSavesRow[]): readonly string[] => {
  const levels = rows.filter(({ level }) => isLevel(level));
  return [`${firstCapital(levels.map((row) => `${subjectOf(row)} would ${gainClause(row)}`).join("; "))}.`];
};
