import { causeAddress, serviceAddress } from "../../../scenario/address.js";
import { centralOf } from "../../../scenario/central.js";
import type { Effect } from "../../../scenario/interventions/change.js";
import type { Line } from "../../../scenario/interventions/line.js";
import type { Profile } from "../../../scenario/interventions/timing.js";
import type { Scenario } from "../../../scenario/scenario.js";
import { allLines, type DoubtsIn } from "../doubt.js";

/** The kind, the payers and the pounds of a line as text, if its pounds are a named number or a formula. */
const countedIn = ({ kind, amounts }: Line): string | undefined =>
  amounts.some(({ pounds }) => /[\p{L}_]/u.test(pounds.written))
    ? [kind, ...amounts.map(({ agency, pounds }) => `${agency} ${pounds.written}`)].join(" ")
    : undefined;

/** Lines for an intervention as a whole, of a number that another line counts for each person. */
export const countedOnce: DoubtsIn = ({ scenario }) => {
  const lines = allLines(scenario);
  return lines.flatMap((line) => {
    if (line.per !== undefined || line.kind === "grants") return [];
    const same = lines.find(({ per, ...other }) => per !== undefined && countedIn(other) === countedIn(line));
    if (same === undefined || countedIn(line) === undefined) return [];
    const { written } = line.amounts[0].pounds;
    return {
      address: line.address,
      what: `${written} counts once here, for the intervention as a whole; at ${same.address} it counts for each.`,
      mend: "Write the same per here.",
    };
  });
};

const twice = "If they are one thing, take one out; if both are right, accept this with its reason.";

/** Effects of one intervention by which the same contacts, or the same number, fall twice; and lines that are alike. */
export const countedTwice: DoubtsIn = ({ scenario }) =>
  Object.values(scenario.interventions).flatMap(({ effects, lines }) => [
    ...effects.flatMap((effect, at) => {
      const first = effects.slice(0, at).find((other) => isSameCut(other, effect, scenario));
      return first === undefined
        ? []
        : [
            {
              address: effect.amount.address,
              what: `The same falls by ${first.amount.address} as well: counted twice?`,
              mend: twice,
            },
          ];
    }),
    ...lines.flatMap((line, at) => {
      const first = lines.slice(0, at).find((other) => isAlike(other, line, scenario));
      return first === undefined
        ? []
        : [{ address: line.address, what: `This is the same as ${first.address}: counted twice?`, mend: twice }];
    }),
  ]);

/** True if two cuts at one time are of one number, of a service and its cause, or alike of a service and its cost. */
const isSameCut = (one: Effect, other: Effect, scenario: Scenario): boolean => {
  const isBroughtBy = (service: Effect, cause: Effect): boolean =>
    Object.entries(scenario.demand).some(
      ([name, { to }]) => cause.target === causeAddress(name) && service.target === serviceAddress(to),
    );
  const isCostOf = (service: Effect, cost: Effect): boolean =>
    cost.target.startsWith(`${service.target}.cost`) &&
    centralOf(cost.amount, scenario) === centralOf(service.amount, scenario);
  return (
    one.verb === "cut" &&
    other.verb === "cut" &&
    one.profile.byYear === null &&
    other.profile.byYear === null &&
    isAtOnce(one.profile, other.profile) &&
    (one.target === other.target || [isBroughtBy, isCostOf].some((is) => is(one, other) || is(other, one)))
  );
};

const isAtOnce = (one: Profile, other: Profile): boolean =>
  one.lagYears < (other.untilYears ?? Number.POSITIVE_INFINITY) &&
  other.lagYears < (one.untilYears ?? Number.POSITIVE_INFINITY);

/** True if two lines move the same pounds of the same agencies, for the same people, at the same times. */
const isAlike = (one: Line, other: Line, scenario: Scenario): boolean => {
  const factsOf = ({ kind, layer, amounts, to, per, timing, profile, ...line }: Line): string =>
    JSON.stringify([
      [kind, layer, to, per, line.while, timing, profile],
      amounts.map(({ agency, pounds }) => [agency, centralOf(pounds, scenario)]),
    ]);
  return factsOf(one) === factsOf(other);
};
