import type { Cube } from "../base/cube.js";
import type { Scenario } from "../scenario/scenario.js";
import { type Book, emptyBook } from "./book.js";
import { centralWidth, chancesIn, fillCentral } from "./inputs.js";
import { buildMachine } from "./machine.js";

/**
 * The central run: every range at its value, splits equal, and the mean over the traces, each standing for every year. Each strategy meets only
 * the traces it can read, so that what others read changes no bit of it.
 */
export const runCentral = (scenario: Scenario, strategies: readonly string[]): Book => {
  const book = emptyBook(scenario, strategies, 1);
  copyStrategies(runCentre(scenario, []), book, 0);
  for (const [index, strategy] of strategies.entries()) copyStrategies(runCentre(scenario, [strategy]), book, index);
  return book;
};

const runCentre = (scenario: Scenario, strategies: readonly string[]): Book => {
  const chances = chancesIn(
    scenario,
    strategies.flatMap((name) => scenario.strategies[name].of),
  );
  const width = centralWidth(chances);
  const machine = buildMachine(scenario, strategies, chances, width);
  const book = emptyBook(scenario, strategies, width);
  fillCentral(machine.inputs, chances);
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
  const money = mean(book.money);
  return {
    ...book,
    draws: 1,
    money,
    present: { ...book.present, cube: book.present.cube === book.money ? money : mean(book.present.cube) },
    activity: mean(book.activity),
    underWay: mean(book.underWay),
  };
};

/** Copies the strategies of one book into another of the same draws, from place `to` on; business as usual where there are none. */
const copyStrategies = (book: Book, into: Book, to: number): void => {
  const copy = (from: Cube, out: Cube, skip: number, place: number): void => {
    const size = from.data.length / from.axes[0].labels.length || 0;
    out.data.set(from.data.subarray(skip * size), place * size);
  };
  const strategies = book.money.axes[0].labels.length;
  if (strategies > 0) {
    copy(book.money, into.money, 0, to);
    if (into.present.cube !== into.money) copy(book.present.cube, into.present.cube, 0, to);
  }
  for (const [from, out] of [
    [book.activity, into.activity],
    [book.underWay, into.underWay],
  ])
    copy(from, out, strategies > 0 ? 1 : 0, strategies > 0 ? to + 1 : 0);
};
