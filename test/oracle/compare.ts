import { drawsAt } from "../../src/base/cube.js";
import type { Book } from "../../src/engine/book.js";
import type { simulate } from "../../src/engine/simulate.js";
import type { Scenario } from "../../src/scenario/scenario.js";
import { centralDraws, drawsFrom } from "./draws.js";
import { type Account, account } from "./oracle.js";
import type { Draw } from "./values.js";

/** Which draws are compared: so many are made, and those from one on are looked at. */
interface Compared {
  readonly draws: number;
  readonly from?: number;
  readonly seed?: string;
}

/**
 * Every number in which a run and the oracle differ, in words: of each draw, and of the central run.
 * Two right computations may differ by rounding: a thousand-millionth of the number, or far less of the sums it is a difference of.
 */
export const differences = (
  scenario: Scenario,
  run: typeof simulate,
  { draws, from = 0, seed = "oracle" }: Compared,
): string[] => {
  const { drawn, central } = run(scenario, { draws, seed });
  const eachDraw = drawsFrom(scenario, seed, from, draws).flatMap((draw, index) =>
    differencesIn(scenario, drawn, from + index, [draw]).map((what) => `draw ${from + index}: ${what}`),
  );
  const inCentre = differencesIn(scenario, central, 0, centralDraws(scenario));
  return [...eachDraw, ...inCentre.map((what) => `central: ${what}`)];
};

/** Where one draw of a book is not the mean of the oracle's accounts of these draws. */
const differencesIn = (scenario: Scenario, book: Book, draw: number, told: readonly Draw[]): string[] => {
  const found: string[] = [];
  const years = scenario.time.years;
  for (const [place, strategy] of ["without", ...Object.keys(scenario.strategies)].entries()) {
    const accounts = told.map((values) => account(scenario, strategy, values));
    const compare = (
      what: string,
      got: number,
      read: (one: Account) => number,
      scale: (one: Account) => number,
    ): void => {
      const expected = meanOf(accounts.map(read));
      const allowed = 1e-9 * Math.abs(expected) + 1e-12 * Math.max(...accounts.map(scale));
      if (!(Math.abs(got - expected) <= allowed)) found.push(`${strategy} ${what} is ${got}, not ${expected}`);
    };
    for (const [service, name] of Object.keys(scenario.services).entries()) {
      const most = ({ contacts }: Account) => Math.max(...(contacts.get(name) ?? [])) * 1e-3;
      for (let year = 0; year < years; year++) {
        const got = drawsAt(book.activity, place, service, year)[draw];
        compare(`contacts at ${name} in year ${year + 1}`, got, ({ contacts }) => contacts.get(name)![year], most);
      }
      const got = drawsAt(book.underWay, place, service)[draw];
      compare(`contacts on the way to ${name}`, got, ({ underWay }) => underWay.get(name)!, most);
    }
    if (strategy === "without") continue;
    const keys = book.entries.map(({ agency, address, kind }) => `${agency} ${address} ${kind}`);
    for (const { lines } of accounts)
      for (const key of lines.keys()) if (!keys.includes(key)) found.push(`${strategy} has no ${key}`);
    for (const [entry, key] of keys.entries())
      for (const kind of ["money", "present"] as const)
        for (let year = 0; year < years; year++) {
          const cube = kind === "money" ? book.money : book.present.cube;
          const factor = kind === "money" ? 1 : book.present.factors[entry][year];
          const got = factor * drawsAt(cube, place - 1, entry, year)[draw];
          const read = ({ lines }: Account) => lines.get(key)?.[kind][year] ?? 0;
          compare(`${kind} of ${key} in year ${year + 1}`, got, read, ({ scale }) => scale);
        }
  }
  return found;
};

const meanOf = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;
