import { type StopSignal, stopIfAborted } from "../base/options.js";
import { recordOf } from "../base/records.js";
import { type ArmYear, accountsIn, armsIn, countedBy, unknownIn } from "../engine/arm-year.js";
import type { Book } from "../engine/book.js";
import { contactsOf } from "../engine/read-book.js";
import type { StrategyIndex } from "../engine/strategy-index.js";
import { nothingCarried } from "../funding/accounts.js";
import { applyYear, type YearApplied } from "../funding/apply.js";
import type { Regime } from "../funding/regime.js";
import { outsiders, ruleFamilies } from "../funding/rule.js";
import type { Scenario } from "../scenario/scenario.js";
import { refuseSteps } from "./steps.js";

/** The parties of postings: the agencies in the scenario's order, then the treasury, the pool and the investor. */
export const partiesIn = ({ agencies }: Pick<Scenario, "agencies">): readonly string[] => [
  ...Object.keys(agencies),
  ...outsiders,
];

/** The name of a party for readers: of an agency, or of the treasury, the pool or the investor. */
export const partyName = ({ agencies }: Pick<Scenario, "agencies">, party: string): string =>
  Object.hasOwn(agencies, party) ? agencies[party].name : `The ${party}`;

/**
 * The figures of a party's year, in whole pence. First the net transfers to it by each rule family; then `requested`,
 * all that rules took from it before the year's end, but the return of money that finance had given it: what is
 * borrowed, spent and repaid is put in once. An agency also has the budget it was given, the reserve it carries
 * over, and the spending that was refused.
 */
const armFigures = [...ruleFamilies, "requested", "budget", "reserve", "refused"] as const;

/** A figure of a party's year. */
export type ArmFigure = (typeof armFigures)[number];

/** A settled arm: business as usual, or a strategy. Parties are given by index (see `partiesIn`), years from 0. */
export interface Arm {
  /** A figure in pence, one number per draw. */
  readonly pence: (figure: ArmFigure, party: number, year: number) => Float64Array;
  /** True if the figure is 0 in every draw. */
  readonly isZero: (figure: ArmFigure, party: number, year: number) => boolean;
  /** The accounts of its agencies before any rule, by year. */
  readonly years: readonly ArmYear[];
}

/** A strategy beside business as usual, both under a regime. */
export interface Arms {
  readonly without: Arm;
  readonly with: Arm;
  readonly draws: number;
}

type Witness = (draw: number, year: number, applied: YearApplied) => void;

/** Refuses, before any rule is applied, to settle what would take too long, with the number of draws that fit. */
export const refuseSlow = (scenario: Scenario, draws: number, strategies: number, regimes: number): void =>
  refuseSteps(Object.keys(scenario.agencies).length * scenario.time.years * (strategies + 1) * regimes, draws, {
    what: "Applying the rules",
    parts: "agencies × years × draws × strategies × regimes",
    mend: "ask for fewer regimes or strategies",
  });

/**
 * Returns a function that prepares one arm of a book, business as usual or a strategy, under a regime. Its `run`
 * applies the regime draw by draw, year after year, and passes each year (from 0) to the witness. A signal stops it.
 */
export const settlerOf = (
  scenario: Scenario,
  book: Book,
  regime: Regime,
  signal?: StopSignal,
): ((strategy: StrategyIndex) => Pick<Arm, "years"> & { readonly run: (witness: Witness) => void }) => {
  const nothing = nothingCarried(Object.keys(scenario.agencies));
  const counted = Object.entries(countedBy(scenario, regime));
  const armsOf = Array.from({ length: scenario.time.years }, (_, year) =>
    armsIn(scenario, book, year, { from: 0, count: book.draws }),
  );
  return (strategy) => {
    const years = armsOf.map((armIn, year) => {
      const contacts = counted.map(([kind, service]) => [
        kind,
        contactsOf(book, strategy, service, { year: year + 1 }),
      ]);
      return armIn(strategy, Object.fromEntries(contacts));
    });
    const accounts = years.map((arm, year) => accountsIn(scenario, arm, year));
    const run = (witness: Witness): void => {
      // Draw by draw, so that what a draw carries over can be freed before the next.
      for (let draw = 0; draw < book.draws; draw++) {
        stopIfAborted(signal, "The settlement");
        let carried = nothing;
        for (let year = 0; year < accounts.length; year++) {
          const applied = applyYear(regime, accounts[year](draw), carried);
          witness(draw, year, applied);
          carried = applied.next;
        }
      }
    };
    return { run, years };
  };
};

/** Settles an arm and collects its figures by draw. A figure that stays 0 has no column of its own. */
export const armOf = (
  scenario: Scenario,
  draws: number,
  { run, years: armYears }: ReturnType<ReturnType<typeof settlerOf>>,
): Arm => {
  const parties = partiesIn(scenario);
  const indexes = new Map(parties.map((party, at) => [party, at]));
  const indexOf = (party: string, does: string): number => {
    const at = indexes.get(party);
    if (at === undefined) throw unknownIn(does, "party", party, parties);
    return at;
  };
  const { years } = scenario.time;
  const zeros = new Float64Array(draws);
  // A column is allocated when a rule first books pence into it.
  const columns = new Array<Float64Array | undefined>(armFigures.length * parties.length * years).fill(undefined);
  const keyOf = (figure: number, party: number, year: number): number =>
    (figure * parties.length + party) * years + year;
  const add = (figure: number, party: number, year: number, draw: number, pence: number): void => {
    if (pence === 0) return;
    const key = keyOf(figure, party, year);
    const column = columns[key] ?? new Float64Array(draws);
    columns[key] = column;
    column[draw] += pence;
  };
  const { requested, budget, reserve, refused } = figureIndexes;
  // What each party has received from finance and not yet returned, in the draw that is settled.
  const owed = new Float64Array(parties.length);
  run((draw, year, applied) => {
    if (year === 0) owed.fill(0);
    for (let at = 0; at < applied.postings.length; at++) {
      const { from, to, pence, family } = applied.postings[at];
      const payer = indexOf(from, "moves money of");
      const payee = indexOf(to, "moves money to");
      add(figureIndexes[family], payer, year, draw, -pence);
      add(figureIndexes[family], payee, year, draw, pence);
      const returned = family === "finance" ? Math.min(pence, owed[payer]) : 0;
      if (family === "finance") {
        owed[payer] -= returned;
        owed[payee] += pence;
      }
      // Money that returns to the centre at a year's end, or was never given, is not a request.
      if (family !== "yearEnd" && family !== "allocate") add(requested, payer, year, draw, pence - returned);
    }
    for (let agency = 0; agency < applied.budgets.length; agency++) {
      add(budget, agency, year, draw, applied.budgets[agency]);
      add(reserve, agency, year, draw, applied.next.reserves[agency]);
      add(refused, agency, year, draw, applied.refused[agency]);
    }
  });
  const columnAt = (figure: ArmFigure, party: number, year: number) =>
    columns[keyOf(figureIndexes[figure], party, year)];
  return {
    years: armYears,
    pence: (figure, party, year) => columnAt(figure, party, year) ?? zeros,
    isZero: (figure, party, year) => columnAt(figure, party, year) === undefined,
  };
};

const figureIndexes = recordOf(armFigures, (figure) => armFigures.indexOf(figure));
