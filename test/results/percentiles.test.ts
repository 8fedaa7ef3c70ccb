import fc from "fast-check";
import { expect, test } from "vitest";
import { quantile, sorted } from "../../src/base/mathematics/statistics.js";
import { percentilesOf } from "../../src/results/sums/percentiles.js";

const draws = fc.oneof(fc.float64Array({ maxLength: 60 }), fc.array(fc.integer({ min: 0, max: 5 })));

test("percentiles of draws in any order are the quantiles of a sort, NaN and infinities too", () => {
  fc.assert(
    fc.property(draws, (drawn) => {
      const values = Float64Array.from(drawn, (value) => value + 0);
      const before = values.slice();
      const ascending = sorted(values);
      expect(percentilesOf(values)).toEqual({ p5: quantile(ascending, 0.05), p95: quantile(ascending, 0.95) });
      expect(values).toEqual(before);
    }),
  );
});
