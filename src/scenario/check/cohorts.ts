import { power } from "../../base/mathematics/power.js";
import { percentText } from "../../base/problems/number-text.js";
import { reportError } from "../../quantity/context.js";
import type { Quantity } from "../../quantity/expression.js";
import { centralOf } from "../central.js";
import type { ScenarioContext } from "../context.js";
import { exclusiveGroups } from "../interventions/exclusive.js";
import { withoutName } from "../names.js";
import type { Cohort } from "../people/cohort.js";
import { joinedDimensions, mostJoined } from "../people/joined.js";
import { mostCompartments } from "../people/start.js";
import type { Scenario } from "../scenario.js";

/** Reports starting shares that do not sum to 1, and cohorts with more compartments than can be run. */
export const checkCohorts = (scenario: Scenario, context: ScenarioContext): void => {
  for (const [name, cohort] of Object.entries(scenario.cohorts)) {
    for (const [table, shares] of startingTables(name, cohort, context)) checkShares(table, shares, scenario, context);
    checkCompartments(name, cohort, scenario, context);
    checkJoined(name, cohort, context);
  }
};

/** The starting shares of a cohort, each once, by the address of their table: that of a dimension, or a joint one. */
const startingTables = (
  name: string,
  { start }: Cohort,
  { cohorts }: ScenarioContext,
): ReadonlyMap<string, readonly Quantity[]> => {
  const dimensions = cohorts.get(name)?.dimensions ?? [];
  const addresses = dimensions.flatMap(({ shares, address }) => (shares === undefined ? [] : [address]));
  const tables = new Map<string, Quantity[]>();
  const seen = new Set<string>();
  for (const { shares } of start)
    for (const [index, share] of shares.entries()) {
      const table = addresses[index] ?? `cohorts.${name}.start`;
      if (!seen.has(share.address)) tables.set(table, [...(tables.get(table) ?? []), share]);
      seen.add(share.address);
    }
  return tables;
};

const checkShares = (
  table: string,
  shares: readonly Quantity[],
  scenario: Scenario,
  context: ScenarioContext,
): void => {
  const sum = shares.reduce((total, share) => total + centralOf(share, scenario), 0);
  if (!(Math.abs(sum - 1) <= 1e-6))
    reportError(
      context,
      table,
      `Starting shares sum to 100%; these sum to ${percentText(sum, 8)}.`,
      "Every person starts somewhere: mend the shares, or add the state of the others.",
    );
};

const checkCompartments = (
  name: string,
  { dimensions, need }: Cohort,
  { strategies, interventions }: Scenario,
  context: ScenarioContext,
): void => {
  const states = dimensions.map((dimension) => dimension.states.length);
  const segments = need?.segments.length ?? 1;
  const counts = Object.entries(strategies).map(([strategy, { of }]) => {
    const enrolling = of.filter((each) => interventions[each].reach?.cohort === name);
    const groups = exclusiveGroups(enrolling, interventions).map((group) => {
      const asking = group.filter((each) => (interventions[each].reach?.uptake ?? null) !== null).length;
      return 1 + 2 * group.length + power(2, asking);
    });
    return { strategy, groups, strata: groups.reduce((count, each) => count * each, 1) };
  });
  const usual = { strategy: withoutName, groups: [1], strata: 1 };
  const most = counts.reduce((a, b) => (b.strata > a.strata ? b : a), usual);
  const product = states.reduce((count, each) => count * each, most.strata * segments);
  if (product <= mostCompartments) return;
  const factors = [
    ...dimensions.slice(0, 8).map(({ name: dimension, states: own }) => `${own.length} (${dimension})`),
    ...(dimensions.length > 8 ? [`those of ${dimensions.length - 8} dimensions more`] : []),
    `${most.groups.join(" × ")} (enrolment, in the strategy ${most.strategy})`,
    ...(segments > 1 ? [`${segments} (need)`] : []),
  ];
  const count = product > 1e9 ? "thousands of millions of" : product;
  const limit = `more than the ${mostCompartments} that can be run`;
  reportError(
    context,
    `cohorts.${name}`,
    `${name} is divided into ${count} compartments, ${limit}: ${factors.join(" × ")}.`,
    "Use fewer states, merge dimensions that need not be separate, or compare fewer interventions at once.",
    "key",
  );
};

/** Reports dimensions that move together in more combinations of states than can be run. */
const checkJoined = (name: string, { dimensions }: Cohort, context: ScenarioContext): void => {
  for (const group of joinedDimensions(dimensions)) {
    const count = group.reduce((product, place) => product * dimensions[place].states.length, 1);
    if (group.length === 1 || count <= mostJoined) continue;
    const factors = group.map((place) => `${dimensions[place].states.length} (${dimensions[place].name})`);
    reportError(
      context,
      `cohorts.${name}.moves`,
      `Moves with times join dimensions in ${count} combinations, more than the ${mostJoined} that can be run: ` +
        `${factors.join(" × ")}.`,
      "Use fewer states in these dimensions, or leave times out of some moves.",
      "key",
    );
  }
};
