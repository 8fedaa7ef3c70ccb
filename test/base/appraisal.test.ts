import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  annuity,
  benefitCostRatio,
  equivalentAnnual,
  internalRateOfReturn,
  paybackTime,
  paybackYear,
  presentValue,
  returnOnInvestment,
} from "../../src/base/appraisal/appraisal.js";
import { discountFactor, flatSchedule } from "../../src/base/appraisal/discounting.js";
import wsipp from "../published/wsipp-timing.json" with { type: "json" };

const pounds = fc.double({ min: -1e6, max: 1e6, noNaN: true });
const flows = fc.array(pounds, { minLength: 1, maxLength: 20 });
const cost = fc.double({ min: 1, max: 1e6, noNaN: true });

describe("the published example of timing (Aos 2013)", () => {
  const schedule = flatSchedule(wsipp.ratePerYear);
  const ends = Array.from({ length: wsipp.years }, (_, year) => discountFactor(schedule, year + 1));
  const benefits = ends.map(() => wsipp.yearlyReturn);
  const presentBenefits = presentValue(benefits, ends);
  const presentCosts = presentValue([wsipp.cost], ends);

  test("is met to a penny with every amount at the end of its year", () => {
    expect(presentBenefits).toBeCloseTo(wsipp.presentBenefits, 2);
    expect(presentCosts).toBeCloseTo(wsipp.presentCosts, 2);
    expect(presentBenefits - presentCosts).toBeCloseTo(wsipp.netPresentValue, 2);
    expect(benefitCostRatio(presentBenefits, presentCosts)).toBeCloseTo(wsipp.benefitCostRatio, 2);
    const net = benefits.map((benefit, year) => benefit - (year === 0 ? wsipp.cost : 0));
    expect(internalRateOfReturn(net)).toBeCloseTo(wsipp.internalRateOfReturn, 3);
  });

  test("and is missed by the trap, the cost at the start", () => {
    expect(benefitCostRatio(presentBenefits, wsipp.cost)).toBeCloseTo(wsipp.trap.benefitCostRatio, 2);
    expect(internalRateOfReturn([-wsipp.cost, ...benefits])).toBeCloseTo(wsipp.trap.internalRateOfReturn, 3);
  });
});

describe("presentValue(flows, factors)", () => {
  test("of a sum of flows is the sum of present values", () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(pounds, pounds, fc.double({ min: 0, max: 1, noNaN: true }))), (rows) => {
        const factors = rows.map((row) => row[2]);
        const apart =
          presentValue(
            rows.map((row) => row[0]),
            factors,
          ) +
          presentValue(
            rows.map((row) => row[1]),
            factors,
          );
        expect(
          presentValue(
            rows.map((row) => row[0] + row[1]),
            factors,
          ),
        ).toBeCloseTo(apart, 6);
      }),
    );
  });

  test("needs a factor for each flow, not a rate", () => {
    expect(() => presentValue([1, 1], [1])).toThrow("factors is a list of at least 2 finite numbers, not 1.");
    expect(() => presentValue([1, 1], 0.1 as never)).toThrow("Factors, not a rate");
  });
});

describe("benefitCostRatio and returnOnInvestment", () => {
  test("net present value = (ratio − 1) × cost, and return = ratio − 1", () => {
    fc.assert(
      fc.property(pounds, cost, (benefits, costs) => {
        const ratio = benefitCostRatio(benefits, costs) ?? Number.NaN;
        expect((ratio - 1) * costs).toBeCloseTo(benefits - costs, 6);
        expect(returnOnInvestment(benefits, costs)).toBe(ratio - 1);
      }),
    );
  });

  test("are null without a cost", () => {
    expect([0, -1].flatMap((costs) => [benefitCostRatio(1, costs), returnOnInvestment(1, costs)])).toEqual(
      Array(4).fill(null),
    );
  });
});

describe("paybackYear(flows) and paybackTime(flows)", () => {
  test.each([
    // By hand, from the cumulative net.
    [[-100, 40, 40, 40], 4, 3.5],
    [[-100, 200, -150, 60], 4, 3 + 50 / 60], // back in year 2, but it does not stay
    [[-100, 50, 50], 3, 3],
    [[10, -5], 1, 0],
    [[0, 0], 1, 0],
    [[-100, 99], null, null],
    [[], null, null],
  ])("of %j are %s and %s", (net, year, time) => {
    expect(paybackYear(net)).toBe(year);
    expect(paybackTime(net)).toEqual(time === null ? null : expect.closeTo(time, 12));
  });

  test("rounding does not delay payback", () => expect(paybackYear([-0.3, 0.1, 0.1, 0.1])).toBe(4));

  test("from the payback year on the cumulative net is 0 or more; in the year before it is below 0", () => {
    fc.assert(
      fc.property(flows, (net) => {
        const cumulativeNet = (years: number) => net.slice(0, years).reduce((sum, flow) => sum + flow, 0);
        const year = paybackYear(net);
        if (year === null) {
          expect(cumulativeNet(net.length)).toBeLessThan(0);
          return;
        }
        for (let later = year; later <= net.length; later++) expect(cumulativeNet(later)).toBeGreaterThan(-1e-3);
        if (year > 1) expect(cumulativeNet(year - 1)).toBeLessThan(0);
        const time = paybackTime(net) ?? Number.NaN;
        expect(time >= year - 1 && time <= year).toBe(true);
      }),
    );
  });
});

describe("internalRateOfReturn(flows, times)", () => {
  test.each([
    [[Number.NaN, 1], undefined],
    [[-1, Number.POSITIVE_INFINITY], undefined],
    [[-1, 2], [0]],
  ])("of %j at %j, which has a value that is no finite number, is refused", (flows, times) =>
    expect(() => internalRateOfReturn(flows, times)).toThrow("finite numbers, not"),
  );

  test("of a loan repaid with interest is the interest, whenever it is repaid", () => {
    fc.assert(
      fc.property(
        fc.double({ min: -0.5, max: 3, noNaN: true }),
        fc.double({ min: 0.1, max: 50, noNaN: true }),
        (rate, years) => {
          expect(internalRateOfReturn([-100, 100 * (1 + rate) ** years], [0, years])).toBeCloseTo(rate, 9);
        },
      ),
    );
  });

  test("makes the present value 0, whether the money goes out first or comes in first", () => {
    const gains = fc.array(fc.double({ min: 1, max: 1e3, noNaN: true }), { minLength: 1, maxLength: 30 });
    fc.assert(
      fc.property(gains, gains, fc.constantFrom(1, -1), (before, after, sign) => {
        const net = [...before.map((pay) => -sign * pay), ...after.map((gain) => sign * gain)];
        const rate = internalRateOfReturn(net) ?? Number.NaN;
        const terms = net.map((flow, year) => flow * (1 + rate) ** -year);
        const size = terms.reduce((sum, term) => sum + Math.abs(term), 0);
        expect(Math.abs(terms.reduce((sum, term) => sum + term, 0))).toBeLessThan(1e-9 * size);
      }),
    );
  });

  test("does not depend on the order of the flows, zeros, or two flows at one time", () => {
    const rate = 0.3 + Math.sqrt(0.69) - 1; // 100 = 60/(1 + r) + 60/(1 + r)², solved by hand
    expect(internalRateOfReturn([60, 0, -100, 30, 30], [1, 1.5, 0, 2, 2])).toBeCloseTo(rate, 12);
  });

  test.each([[[]], [[0, 0]], [[1, 2]], [[-1, 2, -1.5]]])("of %j is null: not exactly one change of sign", (net) => {
    expect(internalRateOfReturn(net)).toBeNull();
  });
});

describe("annuity(factors) and equivalentAnnual(presentValueNet, factors)", () => {
  test("the equivalent annual value, paid every year, is worth the net present value", () => {
    fc.assert(
      fc.property(
        pounds,
        fc.double({ min: 0, max: 0.2, noNaN: true }),
        fc.integer({ min: 1, max: 60 }),
        (net, rate, years) => {
          const factors = Array.from({ length: years }, (_, year) => discountFactor(flatSchedule(rate), year + 1));
          const yearly = equivalentAnnual(net, factors) ?? Number.NaN;
          expect(
            presentValue(
              factors.map(() => yearly),
              factors,
            ),
          ).toBeCloseTo(net, 5);
        },
      ),
    );
  });

  test("an annuity at one rate has a closed form", () => {
    const factors = Array.from({ length: 20 }, (_, year) => discountFactor(flatSchedule(0.03), year + 1));
    expect(annuity(factors)).toBeCloseTo((1 - 1.03 ** -20) / 0.03, 12);
  });

  test("over no years there is no equivalent", () => expect(equivalentAnnual(1, [])).toBeNull());
});

test("a rate above 1 is refused: 3.5 is 350%", () => {
  expect(() => flatSchedule(3.5)).toThrow("ratePerYear is a number from -0.99 to 1, not 3.5.");
});
