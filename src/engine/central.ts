import type { Cube } from "../base/cube.js";
import type { Scenario } from "../scenario/scenario.js";
import { type Book, emptyBook, type Present } from "./book.js";
import { centralWidth, chancesIn, fillCentral } from "./inputs.js";
import { buildMachine } from "./machine.js";

/**
 * The central run: every range at its value, splits equal, and the mean over the traces, each standing for every year. Each strategy meets only
 * the traces it can read, so that what others read changes no bit of it.
 */
export const runCentral = (scenario: Scenario, strategies: readonly string[]): Book => {
  const book = emptyBook(scenario, strategies, 1);
  const usual = runCentre(scenario, []);
  book.spend.data.set(usual.spend.data);
  book.spendPresent.cube.data.set(usual.spendPresent.cube.data);
  copyActivity(usual, 0, book, 0);
  for (const [index, strategy] of strategies.entries()) {
    const own = runCentre(scenario, [strategy]);
    copyPlace(own.money, 0, book.money, index);
    copyPlace(own.present.cube, 0, book.present.cube, index);
    copyPlace(own.enrolled, 0, book.enrolled, index);
    copyActivity(own, 1, book, index + 1);
  }
  return book;
};

/** Copies what people do, where they are, and what is told of budgets. */
const copyActivity = (from: Book, at: number, into: Book, place: number): void => {
  copyPlace(from.activity, at, into.activity, place);
  copyPlace(from.outcomes.cube, at, into.outcomes.cube, place);
  copyPlace(from.underWay, at, into.underWay, place);
  copyPlace(from.people, at, into.people, place);
  copyPlace(from.queues, at, into.queues, place);
  copyPlace(from.budgets, at, into.budgets, place);
  copyPlace(from.crowded, at, into.crowded, place);
};

/** Copies all there is at one place of a cube's first axis to a place of another cube of the same other axes. */
const copyPlace = (from: Cube, at: number, into: Cube, place: number): void => {
  const size = from.data.length / from.axes[0].labels.length;
  into.data.set(from.data.subarray(at * size, (at + 1) * size), place * size);
};

const runCentre = (scenario: Scenario, strategies: readonly string[]): Book => {
  const chances = chancesIn(
    scenario,
    strategies.flatMap((name) => scenario.strategies[name].of),
  );
  const width = centralWidth(chances);
  const machine = buildMachine(scenario, strategies, chances, width);
  const book = emptyBook(scenario, strategies, width);
  fillCentral(machine.inputs, chances, width);
  machine.run(book, 0);
  return meanBook(book, width);
};

/** A book of one draw: the mean of the first draws of another. */
const meanBook = (book: Book, draws: number): Book => {
  const mean = (cube: Cube): Cube => {
    const out = { ...cube, draws: 1, data: new Float64Array(cube.data.length / cube.draws) };
    for (let place = 0; place < out.data.length; place++) {
      let sum = 0;
      for (let draw = 0; draw < draws; draw++) sum += cube.data[place * cube.draws + draw];
      out.data[place] = sum / draws;
    }
    return out;
  };
  const present = (plain: Cube, meanPlain: Cube, { cube, factors }: Present): Present => ({
    cube: cube === plain ? meanPlain : mean(cube),
    factors,
  });
  const [money, spend, activity] = [mean(book.money), mean(book.spend), mean(book.activity)];
  return {
    ...book,
    draws: 1,
    money,
    present: present(book.money, money, book.present),
    spend,
    spendPresent: present(book.spend, spend, book.spendPresent),
    activity,
    outcomes: present(book.activity, activity, book.outcomes),
    underWay: mean(book.underWay),
    people: mean(book.people),
    enrolled: mean(book.enrolled),
    budgets: mean(book.budgets),
    queues: mean(book.queues),
    crowded: mean(book.crowded),
  };
};
