import { type Cube, drawsAt } from "../base/cube.js";
import { mean } from "../base/statistics.js";
import type { Scenario } from "../scenario/scenario.js";
import { type Book, emptyBook, sidesOf } from "./book.js";
import { centralWidth, chancesIn, fillCentral } from "./inputs.js";
import { buildMachine } from "./machine.js";
import { addSpend } from "./spend.js";
import { pricedApart, worthOf } from "./worth.js";

/**
 * The central run: every range at its value, splits equal, and the mean over the traces, each standing for every year. Each strategy meets only
 * the traces it can read, so that what others read changes no bit of it; where there are no traces, all run at once.
 */
export const runCentral = (scenario: Scenario, strategies: readonly string[]): Book => {
  if (centralWidth(chancesIn(scenario)) === 1) return runCentre(scenario, strategies);
  const book = emptyBook(scenario, strategies, 1, pricedApart(scenario));
  const usual = runCentre(scenario, []);
  book.idle.data.set(usual.idle.data);
  book.idlePresent.cube.data.set(usual.idlePresent.cube.data);
  copyActivity(usual, 0, book, 0);
  for (const [index, strategy] of strategies.entries()) {
    const own = runCentre(scenario, [strategy]);
    for (const volume of own.written) book.written.add(volume);
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
  copyPlace(from.activityPresent.cube, at, into.activityPresent.cube, place);
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
  return meanBook(book, emptyBook(scenario, strategies, 1, pricedApart(scenario)));
};

/** A book of one draw, the mean of another's, in the shape of an empty one whose entries are priced apart. */
const meanBook = (book: Book, apart: Book): Book => {
  const meanOf = (cube: Cube): Cube => ({
    ...cube,
    draws: 1,
    data: Float64Array.from({ length: cube.data.length / cube.draws }, (_, place) =>
      mean(cube.data.subarray(place * cube.draws, (place + 1) * cube.draws)),
    ),
  });
  for (const { side, cube } of sidesOf(apart.money, apart.present))
    for (const strategy of cube.axes[0].labels.keys())
      for (const [entry, { volume }] of book.prices.entries())
        if (book.written.has(volume)) {
          apart.written.add(entry);
          for (const year of cube.axes[2].labels.keys())
            drawsAt(cube, strategy, entry, year)[0] = mean(worthOf(book, strategy, entry, year, side));
        }
  for (const { side, cube } of sidesOf(apart.idle, apart.idlePresent))
    for (const [place, agency] of cube.axes[0].labels.entries())
      for (const year of cube.axes[1].labels.keys()) {
        const spent = new Float64Array(book.draws);
        addSpend(spent, book, agency, year, side);
        drawsAt(cube, place, year)[0] = mean(spent);
      }
  const activity = meanOf(book.activity);
  return {
    ...apart,
    activity,
    activityPresent: {
      ...book.activityPresent,
      cube: book.activityPresent.cube === book.activity ? activity : meanOf(book.activityPresent.cube),
    },
    underWay: meanOf(book.underWay),
    people: meanOf(book.people),
    enrolled: meanOf(book.enrolled),
    budgets: meanOf(book.budgets),
    queues: meanOf(book.queues),
    crowded: meanOf(book.crowded),
  };
};
