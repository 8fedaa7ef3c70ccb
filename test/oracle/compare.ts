import type { Book } from "../../src/engine/book/book.js";
import type { simulate } from "../../src/engine/simulate.js";
import type { Scenario } from "../../src/scenario/scenario.js";
import { centralDraws, drawsFrom } from "./draws.js";
import { budgetsIn, contactsIn, cyclesIn, keyOf, moneyIn, peopleIn, queuesIn, spendIn } from "./figures.js";
import type { Draw } from "./moment.js";
import { type Account, account, liveAsUsual } from "./oracle.js";

/** The draws to compare: `draws` are run, and those from draw `from` on are compared. */
interface Compared {
  readonly draws: number;
  readonly from?: number;
  readonly seed?: string;
}

/**
 * Every number in which a run and the oracle differ, in words: of each draw, and of the central run. Two right
 * computations may differ by rounding: by 1e-9 of the number, or by 1e-12 of the sums that it is a difference of.
 */
export const differences = (
  scenario: Scenario,
  run: typeof simulate,
  { draws, from = 0, seed = "oracle" }: Compared,
): string[] => {
  const { drawn, central } = run(scenario, { draws, seed, cycles: true });
  let oracleDraws: readonly Draw[] | undefined;
  const eachDraw = Array.from({ length: draws - from }, (_, index) => from + index).flatMap((draw) => {
    const drawsOf = () => {
      oracleDraws ??= drawsFrom(scenario, seed, from, draws);
      return [oracleDraws[draw - from]];
    };
    return differencesIn(scenario, drawn, draw, accountsOf(scenario, `${seed} ${draw}`, drawsOf)).map(
      (what) => `draw ${draw}: ${what}`,
    );
  });
  const inCentre = differencesIn(
    scenario,
    central,
    0,
    accountsOf(scenario, "central", () => centralDraws(scenario)),
  );
  return [...eachDraw, ...inCentre.map((what) => `central: ${what}`)];
};

type Accounts = (strategy: string) => readonly Account[];

const known = new WeakMap<Scenario, Map<string, Accounts>>();

/**
 * The oracle's accounts of some draws under each strategy. They are computed once, since many faulty engines are
 * compared with them.
 */
const accountsOf = (scenario: Scenario, name: string, draws: () => readonly Draw[]): Accounts => {
  const ofScenario = known.get(scenario) ?? new Map<string, Accounts>();
  known.set(scenario, ofScenario);
  const accounts = ofScenario.get(name) ?? accountsUnder(scenario, draws());
  ofScenario.set(name, accounts);
  return accounts;
};

const accountsUnder = (scenario: Scenario, draws: readonly Draw[]): Accounts => {
  const usual = draws.map((values) => liveAsUsual(scenario, values));
  const byStrategy = new Map<string, readonly Account[]>();
  return (strategy) => {
    const accounts =
      byStrategy.get(strategy) ?? draws.map((values, index) => account(scenario, strategy, values, usual[index]));
    byStrategy.set(strategy, accounts);
    return accounts;
  };
};

/** The figures in which one draw of a book differs from the mean of the oracle's accounts. */
const differencesIn = (scenario: Scenario, book: Book, draw: number, accountsOfStrategy: Accounts): string[] =>
  ["without", ...Object.keys(scenario.strategies)].flatMap((strategy, place) => {
    const accounts = accountsOfStrategy(strategy);
    const compared = [
      ...contactsIn(scenario, book, place),
      ...queuesIn(scenario, book, place),
      ...budgetsIn(book, place),
      ...peopleIn(book, place),
      ...cyclesIn(scenario, book, place),
      ...(place === 0 ? spendIn(scenario, book) : moneyIn(book, place)),
    ];
    const keys = book.entries.map(keyOf);
    // A book has no idle entries, since idle is avoided less cash and backfilled. It also leaves out lines that are
    // always 0.
    const lineKeys = accounts.flatMap(({ lines }) =>
      [...lines].flatMap(([key, { money }]) => (key.endsWith(" idle") || money.every((sum) => sum === 0) ? [] : [key])),
    );
    const unknown = lineKeys.filter((key) => !keys.includes(key));
    return [
      ...unknown.map((key) => `${strategy} has no ${key}`),
      ...compared.flatMap(({ what, column, factor = 1, read, scale }) => {
        const [got, expected] = [factor * column[draw], meanOf(accounts.map(read))];
        const allowed = 1e-9 * Math.abs(expected) + 1e-12 * Math.max(...accounts.map(scale));
        return Math.abs(got - expected) <= allowed ? [] : [`${strategy} ${what} is ${got}, not ${expected}`];
      }),
    ];
  });

const meanOf = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;
