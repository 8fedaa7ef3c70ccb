import { reportError } from "../../quantity/context.js";
import type { Cohort } from "../people/cohort.js";
import { centralOf } from "../people/contacts-a-year.js";
import { mostCompartments } from "../people/start.js";
import type { ScenarioReading } from "../reading.js";
import type { Scenario } from "../scenario.js";

/** Starting shares that leave people out, and cohorts in more compartments than can be run. */
export const checkCohorts = (scenario: Scenario, reading: ScenarioReading): void => {
  for (const [name, cohort] of Object.entries(scenario.cohorts)) {
    checkShares(cohort, scenario, reading);
    checkCompartments(name, cohort, scenario, reading);
  }
};

const checkShares = ({ start }: Cohort, scenario: Scenario, reading: ScenarioReading): void => {
  const shares = new Map(start.flatMap(({ shares }) => shares.map((share) => [share.address, share] as const)));
  const sums = new Map<string, number>();
  for (const [address, share] of shares) {
    const table = address.slice(0, address.lastIndexOf("."));
    sums.set(table, (sums.get(table) ?? 0) + centralOf(share, scenario));
  }
  for (const [table, sum] of sums)
    if (!(Math.abs(sum - 1) <= 1e-6))
      reportError(
        reading,
        table,
        `Starting shares sum to 100%; these sum to ${Number((sum * 100).toPrecision(6))}%.`,
        "Everybody starts somewhere: mend the shares, or add the state of the others.",
      );
};

const checkCompartments = (
  name: string,
  { dimensions, need }: Cohort,
  { strategies, interventions }: Scenario,
  reading: ScenarioReading,
): void => {
  const states = dimensions.map((dimension) => dimension.states.length);
  const segments = need?.segments.length ?? 1;
  const counts = Object.entries(strategies).map(([strategy, { of }]) => {
    const enrolling = of.filter((each) => interventions[each].reach?.cohort === name).length;
    return { strategy, strata: 2 + 2 * enrolling };
  });
  const most = counts.reduce((a, b) => (b.strata > a.strata ? b : a), { strategy: "without", strata: 1 });
  const product = states.reduce((count, each) => count * each, most.strata * segments);
  if (product <= mostCompartments) return;
  const factors = [
    ...dimensions.slice(0, 8).map(({ name: dimension, states: own }) => `${own.length} (${dimension})`),
    ...(dimensions.length > 8 ? [`those of ${dimensions.length - 8} dimensions more`] : []),
    `${most.strata} (enrolment, in the strategy ${most.strategy})`,
    ...(segments > 1 ? [`${segments} (need)`] : []),
  ];
  reportError(
    reading,
    `cohorts.${name}`,
    `${name} falls into ${product > 1e9 ? "thousands of millions of" : product} parts, more than the ${mostCompartments} that can be run: ${factors.join(" × ")}.`,
    "Use fewer states, put together dimensions that need not be apart, or compare fewer interventions at once.",
    "key",
  );
};
