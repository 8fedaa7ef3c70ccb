import fc from "fast-check";
import { expect, test } from "vitest";
import { orderedAt, quantilesOf } from "../../src/base/mathematics/order-statistics.js";
import { quantile, sorted } from "../../src/base/mathematics/statistics.js";

const numbers = fc
  .oneof(fc.float64Array({ maxLength: 60 }), fc.array(fc.integer({ min: 0, max: 5 })))
  .map((drawn) => Float64Array.from(drawn, (value) => value + 0)); // a sort puts -0 before 0

test("quantiles of numbers in any order are those of a sort, NaN and infinities too", () => {
  fc.assert(
    fc.property(numbers, fc.array(fc.double({ noNaN: true, min: -0.1, max: 1.1 })), (values, shares) => {
      const before = values.slice();
      const ascending = sorted(values);
      expect(quantilesOf(values, shares)).toEqual(shares.map((share) => quantile(ascending, share)));
      expect(values).toEqual(before);
    }),
  );
});

test("numbers at some places are where a sort puts them", () => {
  fc.assert(
    fc.property(numbers, fc.array(fc.nat({ max: 59 })), (values, drawn) => {
      const places = drawn.filter((place) => place < values.length).sort((a, b) => a - b);
      const ordered = orderedAt(values, places);
      for (const place of places) expect(ordered[place]).toBe(sorted(values)[place]);
      expect(sorted(ordered)).toEqual(sorted(values));
    }),
  );
});
