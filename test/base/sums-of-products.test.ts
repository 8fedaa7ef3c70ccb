import fc from "fast-check";
import { describe, expect } from "vitest";
import {
  type SumGroup,
  type SumSizes,
  type SumsOfProducts,
  sumsInJavaScript,
  sumsInWasm,
} from "../../src/base/sums-of-products.js";
import { lawOf } from "../support/law.js";

const [columns, mostOuts] = [5, 4];
const places = (length: number) =>
  fc.array(fc.integer({ min: 0, max: columns - 1 }), { minLength: length, maxLength: length });
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
const summed = (number: fc.Arbitrary<number>) =>
  fc.integer({ min: 1, max: 70 }).chain((width) => {
    const numbers = fc.array(number, { minLength: columns * width, maxLength: columns * width });
    return fc.record({ width: fc.constant(width), a: numbers, b: numbers, groups });
  });

const sizesOf = (groups: readonly SumGroup[], width: number): SumSizes => ({
  width,
  as: columns,
  bs: columns,
  outs: groups.reduce((sum, { outs }) => sum + outs.length, 0),
});

/** The sums over some numbers, by column and draw. */
const taken = ({ as, bs, outs, take }: SumsOfProducts, a: readonly number[], b: readonly number[]) => {
  for (const [place, column] of as.each.entries())
    column.set(a.slice(place * column.length, (place + 1) * column.length));
  for (const [place, column] of bs.each.entries())
    column.set(b.slice(place * column.length, (place + 1) * column.length));
  take();
  return outs.each.map((column) => [...column]);
};

describe("sums of products", () => {
  lawOf(
    "are the sums of products, however many are taken at once",
    summed(fc.integer({ min: -9, max: 9 })),
    ({ width, a, b, groups }) => {
      const outs = taken(sumsInJavaScript(groups, sizesOf(groups, width)), a, b);
      const at = (place: number, draw: number): number => place * width + draw;
      for (const { outs: own, as, bs } of groups)
        for (const [sum, out] of own.entries())
          for (const [draw, value] of outs[out].entries())
            expect(value).toBe(
              as.reduce((total, place, term) => total + a[at(place, draw)] * b[at(bs[sum][term], draw)], 0),
            );
    },
    100,
  );

  lawOf(
    "have the same bits in WebAssembly, with infinities, NaN and signs of zero",
    summed(fc.double()),
    ({ width, a, b, groups }) => {
      const inWasm = sumsInWasm(groups, sizesOf(groups, width));
      if (!inWasm) throw new Error("WebAssembly is not refused here.");
      expect(taken(inWasm, a, b)).toEqual(taken(sumsInJavaScript(groups, sizesOf(groups, width)), a, b));
    },
    100,
  );
});
