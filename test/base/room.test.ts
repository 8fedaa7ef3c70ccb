import fc from "fast-check";
import { describe, expect } from "vitest";
import { queueColumns } from "../../src/base/columns/queue-loop.js";
import { plainRoom, type Room, type RoomSize, type SumGroup } from "../../src/base/columns/room.js";
import { wasmRoom } from "../../src/base/columns/wasm-room.js";
import { recordOf } from "../../src/base/records.js";
import { lawOf } from "../support/law.js";

const [count, mostOuts] = [8, 4];
const places = (length: number) =>
  fc.array(fc.integer({ min: 0, max: count - 1 }), { minLength: length, maxLength: length });
const group = fc
  .record({ terms: fc.integer({ min: 0, max: 10 }), outs: fc.integer({ min: 1, max: mostOuts }) })
  .chain(({ terms, outs }) =>
    fc.record({ as: places(terms), bs: fc.array(places(terms), { minLength: outs, maxLength: outs }) }),
  );

/** Groups of sums, each into columns of its own. */
const groups = fc.array(group, { minLength: 1, maxLength: 3 }).map((several): readonly SumGroup[] => {
  let next = 0;
  return several.map(({ as, bs }) => ({ as, bs, outs: bs.map(() => next++) }));
});

/** Two times eight columns of 1 to 70 draws, the sums to take of them, and a factor. */
const furnished = (number: fc.Arbitrary<number>) =>
  fc.integer({ min: 1, max: 70 }).chain((width) => {
    const numbers = fc.array(number, { minLength: count * width, maxLength: count * width });
    return fc.record({ width: fc.constant(width), a: numbers, b: numbers, groups, factor: number });
  });

type Furnished = ReturnType<typeof furnished> extends fc.Arbitrary<infer Thing> ? Thing : never;

/** Every loop of a room, on the same numbers: what it writes, by loop, column and draw. */
const written = (build: (size: RoomSize) => Room | undefined, { width, a, b, groups, factor }: Furnished) => {
  const sums = groups.reduce((sum, { outs }) => sum + outs.length, 0);
  const room = build({ columns: 12 * count + sums, width, sums: groups });
  if (!room) throw new Error("WebAssembly is not refused here.");
  const filled = (numbers: readonly number[]) => {
    const columns = room.columns(count);
    for (const [place, column] of columns.each.entries()) column.set(numbers.slice(place * width, (place + 1) * width));
    return columns;
  };
  const [as, bs, outs] = [filled(a), filled(b), room.columns(sums)];
  room.sums(groups, { as, bs, outs })();
  const [added, mixed, plain, scaled] = [filled(a), room.columns(count), filled(a), filled(b)];
  room.addTo(added.whole, bs.whole);
  room.mixInto(mixed.whole, as.whole, bs.whole, factor);
  for (const [place, column] of plain.each.entries()) room.addBoth(column, scaled.each[place], factor, as.each[place]);
  const summed = Array.from({ length: count + 1 }, (_, terms) => {
    const out = new Float64Array(width);
    room.sum(out, factor, as.each.slice(0, terms))();
    return [...out];
  });
  const [to, from] = [filled(a), filled(b)];
  for (const [place, column] of to.each.entries()) room.moveShare(column, from.each[place], as.each[place]);
  const raised = filled(a);
  room.raiseTo(raised.whole, bs.whole);
  const product = filled(a);
  const side = 4 * Math.floor(Math.sqrt(width) / 4);
  for (const [size, column] of product.each.entries())
    room.multiply(column, as.each[size], bs.each[size], Math.min(size, side), side, factor);
  const queue = [...filled(a).each, ...filled(b).each];
  for (const isRanked of [false, true])
    room.queue(
      recordOf(queueColumns, (name) => queue[queueColumns.indexOf(name)]),
      isRanked,
    )();
  const numbersOf = (columns: typeof as) => columns.each.map((column) => [...column]);
  return {
    sums: numbersOf(outs),
    added: numbersOf(added),
    mixed: numbersOf(mixed),
    both: [numbersOf(plain), numbersOf(scaled)],
    summed,
    moved: [numbersOf(to), numbersOf(from)],
    raised: numbersOf(raised),
    product: numbersOf(product),
    queue: queue.map((column) => [...column]),
  };
};

describe("a room of columns", () => {
  lawOf(
    "takes the sums of products, however many at once",
    furnished(fc.integer({ min: -9, max: 9 })),
    (things) => {
      const { width, a, b } = things;
      const { sums } = written(plainRoom, things);
      const at = (place: number, draw: number): number => place * width + draw;
      for (const { outs, as, bs } of things.groups)
        for (const [sum, out] of outs.entries())
          for (const [draw, value] of sums[out].entries())
            expect(value).toBe(
              as.reduce((total, place, term) => total + a[at(place, draw)] * b[at(bs[sum][term], draw)], 0),
            );
    },
    100,
  );

  lawOf(
    "writes the same bits in WebAssembly, with infinities, NaN and signs of zero",
    furnished(fc.double()),
    // toEqual compares numbers with Object.is.
    (things) => {
      expect(written(wasmRoom, things)).toEqual(written(plainRoom, things));
    },
    100,
  );
});
