import fc from "fast-check";
import { expect } from "vitest";
import { columnsSideBySide } from "../../src/base/kernels.js";
import { takeSums } from "../../src/base/sums-of-products.js";
import { lawOf } from "../support/law.js";

const [width, count] = [3, 5];
const number = fc.integer({ min: -9, max: 9 });
const numbers = fc.array(number, { minLength: width * count, maxLength: width * count });
const places = (length: number) =>
  fc.array(fc.integer({ min: 0, max: count - 1 }), { minLength: length, maxLength: length });
const summed = fc.integer({ min: 0, max: 10 }).chain((terms) =>
  fc.record({
    a: numbers,
    b: numbers,
    as: places(terms),
    bs: fc.array(places(terms), { minLength: 1, maxLength: 4 }),
  }),
);

const begins = (of: readonly number[]) => Int32Array.from(of, (place) => place * width);

const rightSums = ({ a, b, as, bs }: { a: number[]; b: number[]; as: number[]; bs: number[][] }): void => {
  const outs = columnsSideBySide(bs.length, width).each;
  takeSums({ outs, as: begins(as), bs: bs.map(begins) }, Float64Array.from(a), Float64Array.from(b));
  const at = (place: number, draw: number): number => place * width + draw;
  for (const [sum, out] of outs.entries())
    for (const [draw, value] of out.entries())
      expect(value).toBe(as.reduce((total, place, term) => total + a[at(place, draw)] * b[at(bs[sum][term], draw)], 0));
};

lawOf("sums of products are the sums of products, however many are taken at once", summed, rightSums, 200);
