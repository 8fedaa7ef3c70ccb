import { type Column, sumOfColumns } from "../../base/columns/kernels.js";
import { kept } from "../../base/kept.js";
import { mean } from "../../base/mathematics/statistics.js";
import { type StopSignal, stopIfAborted } from "../../base/problems/options.js";
import { recordOf } from "../../base/records.js";
import type { Book } from "../../engine/book/book.js";
import { contactsOf } from "../../engine/book/read-book.js";
import type { StrategyIndex } from "../../engine/book/strategy-index.js";
import { armsIn, countedBy, unknownIn } from "../../engine/money/arm-year.js";
import { type AccountColumns, type UncountedAccounts, withCounted } from "../../funding/accounts.js";
import { applyYear } from "../../funding/apply.js";
import { type Balances, clearBalances, isZero, newBalances } from "../../funding/balances.js";
import type { Regime } from "../../funding/regime.js";
import { type Booked, outsiders, ruleFamilies } from "../../funding/rule.js";
import type { Scenario } from "../../scenario/scenario.js";
import { refuseSteps } from "../sums/steps.js";

/** The parties of postings: the agencies in the scenario's order, then the treasury, the pool and the investor. */
export const partiesIn = ({ agencies }: Pick<Scenario, "agencies">): readonly string[] => [
  ...Object.keys(agencies),
  ...outsiders,
];

/**
 * The figures of a party's year, in whole pence. First the net transfers to it by each rule family; then `requested`,
 * all that rules took from it before the year's end, but the return of money that finance had given it: what is
 * borrowed, spent and repaid is put in once.
 */
const armFigures = [...ruleFamilies, "requested"] as const;

/** A figure of a party's year. */
export type ArmFigure = (typeof armFigures)[number];

/** The budget that an agency was given for a year, the reserve it carries over, and the spending that was refused. */
const agencyFigures = ["budgets", "reserves", "refused"] as const;

/** A figure of what an agency has. */
export type AgencyFigure = (typeof agencyFigures)[number];

/** A settled arm: business as usual, or a strategy. Parties are given by index (see `partiesIn`), years from 0. */
export interface Arm {
  /** A figure in pence, one number per draw. */
  readonly pence: (figure: ArmFigure, party: number, year: number) => Float64Array;
  /** True if the figure is 0 in every draw. */
  readonly isZero: (figure: ArmFigure, party: number, year: number) => boolean;
  /** A figure of what an agency has: the mean over the draws, in pounds. 0 for a party that is none. */
  readonly agencyMean: (figure: AgencyFigure, party: number, year: number) => number;
  /** The accounts of its agencies before any rule, by year. */
  readonly years: readonly AccountColumns[];
}

/** A strategy beside business as usual, both under a regime. */
export interface Arms {
  readonly without: Arm;
  readonly with: Arm;
  readonly draws: number;
}

/** What looks at a year when it ends, before the next year writes the balances anew. */
type Witness = (accounts: AccountColumns, balances: Balances) => void;

/** Refuses, before any rule is applied, to settle what would take too long, with the number of draws that fit. */
export const refuseSlow = (scenario: Scenario, draws: number, strategies: number, regimes: number): void =>
  refuseSteps(Object.keys(scenario.agencies).length * scenario.time.years * (strategies + 1) * regimes, draws, {
    what: "Applying the rules",
    parts: "agencies × years × draws × strategies × regimes",
    mend: "ask for fewer regimes or strategies",
  });

/**
 * Returns a function that prepares one arm of a book, business as usual or a strategy, under a regime. Its `run`
 * applies the regime year after year, and passes each year to the witness. A signal stops it between years.
 */
export const settlerOf = (
  scenario: Scenario,
  book: Book,
  regime: Regime,
  signal?: StopSignal,
): ((strategy: StrategyIndex) => Pick<Arm, "years"> & { readonly run: (witness: Witness) => void }) => {
  const counted = Object.entries(countedBy(scenario, regime));
  const accountsOf = accountsIn(book, scenario);
  const balances = newBalances(Object.keys(scenario.agencies).length, book.draws);
  return (strategy) => {
    const years = accountsOf(strategy).map((accounts, at) => {
      const contacts = counted.map(([kind, service]) => [kind, contactsOf(book, strategy, service, { year: at + 1 })]);
      return withCounted(accounts, Object.fromEntries(contacts));
    });
    const run = (witness: Witness): void => {
      clearBalances(balances);
      for (const [year, accounts] of years.entries()) {
        stopIfAborted(signal, "The settlement");
        applyYear(regime, years.slice(0, year + 1), balances);
        witness(accounts, balances);
      }
    };
    return { run, years };
  };
};

type AccountsOf = (strategy: StrategyIndex) => readonly UncountedAccounts[];

/** The accounts of a book, read once for all regimes that are tried on it. */
const accountsIn = kept((book: Book, scenario: Scenario): AccountsOf => {
  const years = Array.from({ length: scenario.time.years }, (_, year) =>
    armsIn(scenario, book, year, { from: 0, count: book.draws }),
  );
  const arms = new Map<StrategyIndex, readonly UncountedAccounts[]>();
  return (strategy) => {
    const accounts = arms.get(strategy) ?? years.map((armIn) => armIn(strategy));
    arms.set(strategy, accounts);
    return accounts;
  };
});

/** The families whose rules say what each agency receives, and not who pays whom. */
const netFamilies = ["allocate", "permit", "share", "yearEnd"] as const;

/** The figures of an arm: a column per party of each year, or `zeros`; and a mean of what each has. */
interface FigureColumns {
  readonly zeros: Float64Array;
  readonly lists: Readonly<Record<ArmFigure, Float64Array[]>>;
  readonly agencyMeans: Readonly<Record<AgencyFigure, number[]>>;
}

/** Settles an arm and collects its figures. A figure that stays 0 has no column of its own. */
export const armOf = (
  scenario: Scenario,
  draws: number,
  { run, years }: ReturnType<ReturnType<typeof settlerOf>>,
): Arm => {
  const parties = partiesIn(scenario);
  const zeros = new Float64Array(draws);
  const places = parties.length * years.length;
  const lists = recordOf(armFigures, () => new Array<Float64Array>(places).fill(zeros));
  const agencyMeans = recordOf(agencyFigures, () => new Array<number>(places).fill(0));
  run(figureWriter(parties, { zeros, lists, agencyMeans }));
  const columnOf = (figure: ArmFigure, party: number, year: number) => lists[figure][year * parties.length + party];
  return {
    years,
    pence: columnOf,
    isZero: (figure, party, year) => columnOf(figure, party, year) === zeros,
    agencyMean: (figure, party, year) => agencyMeans[figure][year * parties.length + party],
  };
};

/** What writes the figures of a year into their columns. */
const figureWriter = (parties: readonly string[], figures: FigureColumns): Witness => {
  const indexes = new Map(parties.map((party, at) => [party, at]));
  const indexOf = (party: string, does: string): number => {
    const at = indexes.get(party);
    if (at === undefined) throw unknownIn(does, "party", party, parties);
    return at;
  };
  // What each party has received from finance and not yet returned, by draw.
  const owed = parties.map(() => new Float64Array(figures.zeros.length));
  const writePostings = (postings: readonly Booked[], first: number, draw: number): void => {
    for (const { from, to, pence, family } of postings) {
      const payer = indexOf(from, "moves money of");
      const payee = indexOf(to, "moves money to");
      ownColumn(figures, family, first + payer)[draw] -= pence;
      ownColumn(figures, family, first + payee)[draw] += pence;
      const returned = family === "finance" ? Math.min(pence, owed[payer][draw]) : 0;
      if (family === "finance") {
        owed[payer][draw] -= returned;
        owed[payee][draw] += pence;
      }
      if (pence > returned) ownColumn(figures, "requested", first + payer)[draw] += pence - returned;
    }
  };
  return ({ year }, balances) => {
    const { postings, received } = balances;
    const first = (year - 1) * parties.length;
    for (let draw = 0; draw < postings.length; draw++) writePostings(postings[draw], first, draw);
    for (const family of netFamilies) {
      const moved = received[family].filter((pence) => !isZero(pence));
      if (moved.length === 0) continue;
      // What agencies do not give one another is the treasury's.
      const ofParties = [...received[family], negated(sumOfColumns(moved))];
      for (const [party, pence] of ofParties.entries()) {
        if (!isZero(pence)) figures.lists[family][first + party] = pence.slice();
        // Money that returns to the centre at a year's end, or was never given, is not a request.
        if (family === "permit" || family === "share") addRequests(figures, first + party, pence);
      }
    }
    for (const figure of agencyFigures)
      for (const [agency, pence] of balances[figure].entries())
        figures.agencyMeans[figure][first + agency] = mean(pence) / 100;
  };
};

/** The column of a figure, to write: it is made when pence are first written into it. */
const ownColumn = ({ zeros, lists }: FigureColumns, figure: ArmFigure, at: number): Column => {
  const list = lists[figure];
  if (list[at] === zeros) list[at] = new Float64Array(zeros.length);
  return list[at];
};

/** Adds what a party gives, which is what it receives below 0, to what is requested of it. */
const addRequests = (figures: FigureColumns, at: number, pence: Column): void => {
  let requested: Column | undefined;
  for (let draw = 0; draw < pence.length; draw++) {
    if (pence[draw] >= 0) continue;
    requested ??= ownColumn(figures, "requested", at);
    requested[draw] -= pence[draw];
  }
};

/** 0 less some pence. */
const negated = (pence: Column): Column => {
  for (let draw = 0; draw < pence.length; draw++) pence[draw] = 0 - pence[draw];
  return pence;
};
