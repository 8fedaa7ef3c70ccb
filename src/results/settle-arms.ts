import { type ArmYear, accountsIn, armsIn, countedBy, unknownIn } from "../engine/arm-year.js";
import type { Book } from "../engine/book.js";
import { contactsOf } from "../engine/read-book.js";
import { nothingCarried } from "../funding/accounts.js";
import { apply, type YearApplied } from "../funding/apply.js";
import type { Regime } from "../funding/regime.js";
import { outsiders } from "../funding/rule.js";
import type { Scenario } from "../scenario/scenario.js";

/** The parties money moves between: the agencies, then those beyond them. */
export const partiesIn = ({ agencies }: Pick<Scenario, "agencies">): readonly string[] => [
  ...Object.keys(agencies),
  ...outsiders,
];

/** What is told of a party's year: what each family moved to it, all it was asked for under them, and for agencies what it had, carried over and may not have spent. */
export const toldOfYears = [
  "permit",
  "finance",
  "share",
  "pay",
  "yearEnd",
  "allocate",
  "asked",
  "budget",
  "reserve",
  "refused",
] as const;

/** Something that is told of a party's year. */
export type Told = (typeof toldOfYears)[number];

/** An arm that is settled: pence of a party (by its place among all) in a year (from 0), one number a draw; the accounts of its agencies beside it. */
export interface Arm {
  readonly told: (what: Told, party: number, year: number) => Float64Array;
  /** Whether that is anything but 0 in some draw. */
  readonly isTold: (what: Told, party: number, year: number) => boolean;
  readonly years: readonly ArmYear[];
}

type Witness = (draw: number, year: number, applied: YearApplied) => void;

/** What settles the arms of a book under a regime, draw by draw and year after year: business as usual (−1), or a strategy. */
export const settlerOf = (
  scenario: Scenario,
  book: Book,
  regime: Regime,
): ((strategy: number) => Pick<Arm, "years"> & { readonly run: (witness: Witness) => void }) => {
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
      // Draw by draw, so that what a draw carries over is garbage before the next.
      for (let draw = 0; draw < book.draws; draw++) {
        let carried = nothing;
        for (let year = 0; year < accounts.length; year++) {
          const applied = apply(regime, accounts[year](draw), carried);
          witness(draw, year, applied);
          carried = applied.next;
        }
      }
    };
    return { run, years };
  };
};

/** Settles an arm and keeps what is told of it as columns; one that stays nothing takes no room. */
export const armOf = (
  scenario: Scenario,
  draws: number,
  { run, years: armYears }: ReturnType<ReturnType<typeof settlerOf>>,
): Arm => {
  const parties = partiesIn(scenario);
  const places = new Map(parties.map((party, at) => [party, at]));
  const placeIn = (party: string, does: string): number => {
    const at = places.get(party);
    if (at === undefined) throw unknownIn(does, "party", party, parties);
    return at;
  };
  const { years } = scenario.time;
  const zeros = new Float64Array(draws);
  // A column is allocated when a rule first books something into it.
  const columns = new Array<Float64Array | undefined>(toldOfYears.length * parties.length * years).fill(undefined);
  const keyOf = (told: number, party: number, year: number): number => (told * parties.length + party) * years + year;
  const add = (told: number, party: number, year: number, draw: number, pence: number): void => {
    if (pence === 0) return;
    const key = keyOf(told, party, year);
    const column = columns[key] ?? new Float64Array(draws);
    columns[key] = column;
    column[draw] += pence;
  };
  const [asked, budget, reserve, refused] = (["asked", "budget", "reserve", "refused"] as const).map(toldAt);
  run((draw, year, applied) => {
    for (const { from, to, pence, family } of applied.postings) {
      const payer = placeIn(from, "moves money of");
      const payee = placeIn(to, "moves money to");
      const told = toldAt(family);
      add(told, payer, year, draw, -pence);
      add(told, payee, year, draw, pence);
      // What goes back to the centre at a year's end, or was not given, is no request.
      if (family !== "yearEnd" && family !== "allocate") add(asked, payer, year, draw, pence);
    }
    for (let agency = 0; agency < applied.budgets.length; agency++) {
      add(budget, agency, year, draw, applied.budgets[agency]);
      add(reserve, agency, year, draw, applied.next.reserves[agency]);
      add(refused, agency, year, draw, applied.refused[agency]);
    }
  });
  const columnAt = (what: Told, party: number, year: number) => columns[keyOf(toldAt(what), party, year)];
  return {
    years: armYears,
    told: (what, party, year) => columnAt(what, party, year) ?? zeros,
    isTold: (what, party, year) => columnAt(what, party, year) !== undefined,
  };
};

const placesOfTold = Object.fromEntries(toldOfYears.map((what, at) => [what, at])) as Readonly<Record<Told, number>>;

const toldAt = (what: Told): number => placesOfTold[what];
