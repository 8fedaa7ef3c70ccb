import { drawsAt } from "../base/cube.js";
import { type Entry, entryAt } from "../engine/book.js";
import type { Simulation } from "../engine/simulate.js";
import { plainValue } from "../quantity/read.js";
import type { LineKind } from "../scenario/line.js";
import { strategiesOf } from "./figures.js";

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
  });
  const pounds = (entry: Entry): number =>
    drawsAt(central.money, index, entryAt(central, entry.agency, entry.address, entry.kind), year - 1)[0];
  const parts = central.entries
    .filter((entry) => entry.agency === agency && index >= 0 && pounds(entry) !== 0)
    .flatMap((entry) =>
      partsOf(simulation, { index, year, pounds }, entry).map(({ what, formula, value }) =>
        row(entry.address, what, formula, value),
      ),
    );
  if (parts.length === 0) return [];
  const total = parts.reduce((sum, part) => sum + part.pounds, 0);
  return [...parts, row("", "net", `=${parts.map((part) => `(${part.formula.slice(1)})`).join("+")}`, total)];
};

interface Part {
  readonly what: string;
  readonly formula: string;
  readonly value: number;
}

interface Place {
  readonly index: number;
  readonly year: number;
  readonly pounds: (entry: Entry) => number;
}

/** The parts an entry adds to net. Cash is told beside what is avoided, since idle is the rest. */
const partsOf = (simulation: Simulation, place: Place, entry: Entry): readonly Part[] => {
  if (entry.kind === "cash") return [];
  const total = place.pounds(entry);
  if (entry.address.startsWith("services.")) return serviceParts(simulation, place, entry, total);
  const sign = entry.kind === "pays" ? -1 : 1;
  const formula = lineFormula(simulation, entry, total);
  if (entry.kind === "pays") return [{ what: "pays", formula: `=-${formula}`, value: sign * total }];
  const cash = place.pounds({ ...entry, kind: "cash" });
  if (cash === total) return [{ what: total < 0 ? "costs more" : "cash", formula: `=${formula}`, value: total }];
  return splitParts(formula, total, cash);
};

const splitParts = (formula: string, total: number, cash: number): readonly Part[] => {
  const share = cash / total;
  return [
    { what: "cash", formula: `=${formula}*${plain(share)}`, value: cash },
    { what: "idle", formula: `=${formula}*(1-${share < 0 ? `(${plain(share)})` : plain(share)})`, value: total - cash },
  ];
};

const serviceParts = (
  { central }: Simulation,
  { index, year, pounds }: Place,
  entry: Entry,
  total: number,
): readonly Part[] => {
  const service = central.activity.axes[1].labels.indexOf(entry.address.slice("services.".length));
  const without = drawsAt(central.activity, 0, service, year - 1)[0];
  const others = drawsAt(central.activity, index + 1, service, year - 1)[0];
  if (entry.kind === "cheaper")
    return [{ what: "cheaper", formula: `=${plain(others)}*${plain(total / others)}`, value: total }];
  return splitParts(
    `(${plain(without)}-${plain(others)})*${plain(total / (without - others))}`,
    total,
    pounds({ ...entry, kind: "cash" }),
  );
};

/** What is written in the scenario, factor by factor, and last the share of it that falls in the year. */
const lineFormula = ({ scenario }: Simulation, entry: Entry, total: number): string => {
  const line = Object.values(scenario.interventions)
    .flatMap(({ lines }) => lines)
    .find(({ address }) => address === entry.address);
  const amount = line?.amounts.find(({ agency }) => agency === entry.agency);
  if (!line || !amount) return plain(total);
  const { per, deadweight } = line;
  const size = per && plainValue(scenario.cohorts[per.cohort].size);
  const factors: readonly (readonly [number | undefined, (string | undefined)?])[] = [
    [signed(plainValue(amount.pounds), line.kind)],
    [amount.uprating === 1 ? undefined : amount.uprating],
    per === undefined || per.people === "everyone" ? [undefined] : [size],
    per === undefined || per.people === "everyone" || per.people === 1
      ? [undefined]
      : [1 / per.people, `1/${per.people}`],
    [deadweight && 1 - (plainValue(deadweight) ?? 0), deadweight && `(1-${plainValue(deadweight)})`],
  ];
  const known = factors.filter(
    (factor): factor is readonly [number, (string | undefined)?] => factor[0] !== undefined && factor[0] !== 1,
  );
  const rest = total / known.reduce((product, [value]) => product * value, 1);
  return [...known.map(([value, text]) => text ?? plain(value)), ...(Math.abs(rest - 1) < 1e-12 ? [] : [plain(rest)])]
    .join("*")
    .replaceAll("*1/", "/");
};

const signed = (pounds: number | undefined, kind: LineKind): number | undefined =>
  kind === "costsMore" && pounds !== undefined ? -pounds : pounds;

// Twelve digits are more than the figures deserve, and hide the last bits of binary sums.
const plain = (value: number): string => String(Number(value.toPrecision(12)));
