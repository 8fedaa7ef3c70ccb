import type { AccountEntry, EntryName } from "../engine/entries.js";
import { contactsOf, entryValue } from "../engine/read-book.js";
import { halfPenny, leastPounds } from "../engine/rounding.js";
import type { Simulation } from "../engine/simulate.js";
import { businessAsUsual } from "../engine/strategy-index.js";
import { lineFormula, plain } from "./line-formula.js";
import { strategiesOf } from "./strategies.js";
import { explainedTransfers } from "./transfers-explained.js";
import { isUpperBound } from "./upper-bounds.js";

/** Whose figure, of which year and strategy, is taken apart. */
export interface ExplainOptions {
  readonly agency: string;
  /** A model year, 1 and on. Default: 1. */
  readonly year?: number;
  /** Default: the first. */
  readonly strategy?: string;
}

/** One part of an agency's net in a year, with the sum that gives it, as a spreadsheet reads it. Pounds of the year, not discounted. */
export interface ExplainRow {
  readonly strategy: string;
  readonly agency: string;
  readonly year: number;
  readonly address: string;
  /** What the part is, in words. */
  readonly what: string;
  /** The sum as a formula for a spreadsheet: `=(29.52-27.74)*3907.55*0.15`. */
  readonly formula: string;
  /** What the part adds to net; the last row is their sum. */
  readonly pounds: number;
  /** Measured with nobody to compare with: at most this. */
  readonly upperBound: boolean;
}

/**
 * One figure as a sum that a reader can redo: an agency's net in a year of the central run, part by part, and their total.
 * Where a run takes the mean over traces, contacts are that mean.
 * @param simulation from `simulate`
 * @returns a row a part, then the total; nothing where the agency or strategy is not there
 * @example explain(simulate(fdac, { draws: 1 }), { agency: "nhs" }).map((row) => row.formula)[2] // => "=-2955*46*0.2"
 */
export const explain = (
  simulation: Simulation,
  { agency, year = 1, strategy }: ExplainOptions,
): readonly ExplainRow[] => {
  const { central } = simulation;
  const [index, name] = strategiesOf(simulation).find(([, name]) => strategy === undefined || name === strategy) ?? [
    -1,
    "",
  ];
  const row = (address: string, what: string, formula: string, pounds: number): ExplainRow => ({
    strategy: name,
    agency,
    year,
    address,
    what,
    formula,
    pounds,
    upperBound: isUpperBound(simulation.scenario, name),
  });
  const pounds = (entry: EntryName): number => entryValue(central, index, entry, { year, money: "plain" })[0];
  const parts = central.entries
    .filter((entry) => entry.layer === "fiscal" && entry.agency === agency && index >= 0 && moves(entry, pounds))
    .flatMap((entry) =>
      partsOf(simulation, { index, year, pounds }, entry).map(({ what, formula, value }) =>
        row(entry.address, what, formula, value),
      ),
    );
  if (parts.length === 0) return [];
  const total = parts.reduce((sum, part) => sum + part.pounds, 0);
  return [...parts, row("", "net", `=${parts.map((part) => `(${part.formula.slice(1)})`).join("+")}`, total)];
};

/** Whether an entry moves; where as many come to a service as before, what others fill may still differ, and with it cash and idle. */
const moves = (entry: AccountEntry, pounds: Place["pounds"]): boolean => {
  const fills = entry.kind === "avoided" && entry.service !== undefined;
  return [entry, ...(fills ? [{ ...entry, kind: "backfilled" } as const] : [])].some(
    (each) => Math.abs(pounds(each)) >= leastPounds,
  );
};

interface Part {
  readonly what: string;
  readonly formula: string;
  readonly value: number;
}

interface Place {
  readonly index: number;
  readonly year: number;
  readonly pounds: (entry: EntryName) => number;
}

/** The parts an entry adds to net. Cash is told beside what is avoided, since idle is what neither that nor others leave. */
const partsOf = (simulation: Simulation, place: Place, entry: AccountEntry): readonly Part[] => {
  if (entry.kind === "cash" || entry.kind === "backfilled") return [];
  const total = place.pounds(entry);
  if (entry.kind === "transfers") return transferParts(simulation, place, entry, total);
  // What it costs to shut a step is a payment, though it stands with its service.
  if (entry.kind !== "pays" && entry.service !== undefined) return serviceParts(simulation, place, entry, total);
  const sign = entry.kind === "pays" ? -1 : 1;
  const formula = lineFormula(simulation, place, entry, total);
  if (entry.kind === "pays") return [{ what: "pays", formula: `=-${formula}`, value: sign * total }];
  const cash = place.pounds({ ...entry, kind: "cash" });
  if (cash === total) return [{ what: total < 0 ? "costs more" : "cash", formula: `=${formula}`, value: total }];
  return splitParts(formula, total, cash);
};

/** What the rules in force move, a sentence each; in one number where it is a mean over traces, which no posting is. */
const transferParts = (
  simulation: Simulation,
  { index, year }: Place,
  { agency }: AccountEntry,
  total: number,
): readonly Part[] => {
  const each = explainedTransfers(simulation, index, agency, year);
  const sum = each.reduce((all, { pounds }) => all + pounds, 0);
  if (Math.abs(sum - total) > halfPenny) return [{ what: "transfers", formula: `=${plain(total)}`, value: total }];
  return each.map(({ says, pounds }) => ({ what: says, formula: `=${plain(pounds)}`, value: pounds }));
};

/** The cash and the idle part of what is avoided; where all of it is cash, nothing is idle. */
const splitParts = (formula: string, total: number, cash: number): readonly Part[] => {
  const share = cash / total;
  if (Math.abs(share - 1) < 1e-12) return [{ what: "cash", formula: `=${formula}`, value: total }];
  return [
    { what: "cash", formula: `=${formula}*${plain(share)}`, value: cash },
    { what: "idle", formula: `=${formula}*(1-${share < 0 ? `(${plain(share)})` : plain(share)})`, value: total - cash },
  ];
};

const serviceParts = (
  { central }: Simulation,
  { index, year, pounds }: Place,
  entry: AccountEntry,
  total: number,
): readonly Part[] => {
  const { service = "" } = entry;
  const [without, others] = [businessAsUsual, index].map((arm) => contactsOf(central, arm, service, { year })[0]);
  if (entry.kind === "cheaper")
    return [{ what: "cheaper", formula: `=${plain(others)}*${plain(total / others)}`, value: total }];
  // Where what is averted in one cycle comes back in another, no unit cost of the year would make the sum.
  const cancels = Math.abs(without - others) <= 1e-9 * Math.max(without, others);
  const cash = pounds({ ...entry, kind: "cash" });
  const filled = pounds({ ...entry, kind: "backfilled" });
  // What is avoided is told by who came, and what is filled by the queue: no contacts served would make the sum.
  if (filled !== 0) return plainParts(cash, total - cash - filled);
  const formula = cancels ? plain(total) : `(${plain(without)}-${plain(others)})*${plain(total / (without - others))}`;
  return splitParts(formula, total, cash);
};

/** Cash and idle as plain pounds. */
const plainParts = (cash: number, idle: number): readonly Part[] =>
  [
    { what: "cash", formula: `=${plain(cash)}`, value: cash },
    { what: "idle", formula: `=${plain(idle)}`, value: idle },
  ].filter(({ value }) => Math.abs(value) >= leastPounds);
