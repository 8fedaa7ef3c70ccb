import { largestOf } from "../../../base/mathematics/largest.js";
import { counted, listed } from "../../../base/problems/problem.js";
import { grouped } from "../../../base/records.js";
import { type PriceOfSilosRow, priceOfSilos } from "../../../results/rules/price-of-silos.js";
import { mostly } from "../../finding/words.js";
import { roundedPounds } from "../../numbers.js";
import { output } from "../../output.js";
import { type Table, type TableColumns, tableOf } from "../../table.js";

export const priceOfSilosOutput = output<PriceOfSilosRow>({
  title: "The price of silos",
  answers: "What could be gained, and how much of it each regime realises, by years counted and weight of blame.",
  takes: ["figure"],
  // What could be gained, and what each regime realises of it where all years count and nobody fears blame.
  finding: (rows) => {
    const most = largestOf(rows.map(({ horizonYears }) => horizonYears));
    const plain = rows.filter(({ horizonYears, blame }) => horizonYears === most && blame === 0);
    const [{ achievable }] = plain;
    if (achievable < 0.5 && plain.every((row) => row.realised > -0.5))
      return ["No strategy or set of strategies gains anything, so silos cost £0."];
    const clauses = [...grouped(plain, (row) => roundedPounds(row.realised))].map(([pounds, own], at) => {
      const under = mostly(own.map(({ regime }) => regime));
      return `${pounds}${at === 0 ? " is realised" : ""} under ${under}`;
    });
    return [`Of the ${roundedPounds(achievable)} that could be gained, ${listed(clauses)}.`];
  },
  columns: {
    regime: ["regime", "text"],
    horizonYears: ["years counted", "year"],
    blame: ["blame", "asWritten"],
    goAhead: ["goes ahead", "text"],
    achievable: ["achievable", "roundedPounds"],
    realised: ["realised", "roundedPounds"],
    share: ["share", "share", 2],
    price: ["price of silos", "ratio", 1],
  },
  ofOptions: true,
  net: { of: "all agencies together" },
  rows: (simulation, options, regimes, stop) => priceOfSilos(simulation, regimes, { ...options, ...stop }),
  summary: (rows) => (rows.length > 0 ? withoutEqualRows(rows) : undefined),
});

/** Rows as readers see them: what is equal under several regimes, years counted or weights of blame is one row. */
interface Line extends Pick<PriceOfSilosRow, "goAhead" | "achievable" | "realised" | "share" | "price"> {
  readonly regimes: string;
  readonly when: string;
}

const columns: TableColumns<Line> = {
  regimes: ["under", "text"],
  when: ["counting", "text", 0.5],
  goAhead: ["goes ahead", "text"],
  achievable: ["could be gained", "besideLargest", 1.5],
  realised: ["realised", "besideLargest"],
  share: ["share", "share", 2],
  price: ["price of silos", "ratio", 1],
};

const withoutEqualRows = (rows: readonly PriceOfSilosRow[]): Table => {
  const lines = [...grouped(rows, ({ regime }) => regime)].flatMap(([regime, own]) => {
    const equal = grouped(own, ({ goAhead, realised }) => `${goAhead} ${realised}`);
    return [...equal.values()].map((alike) => ({
      ...alike[0],
      regimes: regime,
      when: alike.length === own.length ? "any years, any blame" : settingsText(alike, own),
    }));
  });
  const keyOf = ({ when, goAhead, realised }: Line): string => `${when} ${goAhead} ${realised}`;
  const alike = [...grouped(lines, keyOf).values()].map((group) => ({
    ...group[0],
    regimes: group.map(({ regimes }) => regimes).join(", "),
  }));
  return tableOf(columns, alike);
};

/** The settings of rows that are alike: `1 or 3 years`, `blame 2`. */
const settingsText = (alike: readonly PriceOfSilosRow[], all: readonly PriceOfSilosRow[]): string => {
  const [{ horizonYears, blame }] = all;
  const isFirst = alike.some((row) => row === all[0]);
  const years = alike.filter((row) => row.horizonYears !== horizonYears).map((row) => row.horizonYears);
  const blames = alike.filter((row) => row.blame !== blame).map((row) => String(row.blame));
  return [
    ...(isFirst ? [`${counted(horizonYears, "year")} and no blame`] : []),
    ...(years.length > 0 ? [yearsText(years)] : []),
    ...(blames.length > 0 ? [`blame at ${listed(blames, "or")}`] : []),
  ].join("; ");
};

/** `1 year`, `1 or 3 years`. */
const yearsText = (years: readonly number[]): string =>
  years.join() === "1" ? "1 year" : `${listed(years.toSorted((a, b) => a - b).map(String), "or")} years`;
