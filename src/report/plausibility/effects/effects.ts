import { listed } from "../../../base/problems/problem.js";
import { queueFigureOf } from "../../../engine/book/read-book.js";
import { yearsOf } from "../../../results/sums/model-years.js";
import { strategyNamed } from "../../../results/sums/strategies.js";
import type { Profile } from "../../../scenario/interventions/timing.js";
import { numberText } from "../../numbers.js";
import type { Doubt, DoubtsIn } from "../doubt.js";

/** Effects and lines that begin when the run has ended, end at once, or never have their full size. */
export const effectsOutsideTheRun: DoubtsIn = ({ scenario: { interventions, time } }) =>
  Object.entries(interventions).flatMap(([name, { startYears, effects, lines }]) => {
    const seen = new Set<string>();
    return [...effects, ...lines].flatMap(({ address, profile }) => {
      const [part = address] = /^interventions\.[^.]+\.\w+\.[^.]+/.exec(address) ?? [];
      const doubt = seen.has(part) ? undefined : doubtOfProfile(profile, part, { name, startYears, years: time.years });
      if (doubt === undefined) return [];
      seen.add(part);
      return [doubt];
    });
  });

/** How much longer than the time that is left for it a ramp may be. Assumption. */
const longestRamp = 1.3;
/** The least part of a run that an effect lasts. Assumption: an end before that is in the wrong unit of time. */
const leastOfRun = 0.1;

const doubtOfProfile = (
  { lagYears, rampYears, byYear, untilYears, halfLifeYears }: Profile,
  part: string,
  { name, startYears, years }: { readonly name: string; readonly startYears: number; readonly years: number },
): Doubt | undefined => {
  const begins = startYears + lagYears;
  if (begins >= years)
    return {
      address: lagYears > 0 ? `${part}.lag` : `interventions.${name}.start`,
      what: `This begins in year ${Math.floor(begins + 1e-9) + 1}; the run ends with year ${years}.`,
      mend: `Shorten lag or start, or run for more years (time.years).`,
    };
  const lasts = Math.min(untilYears ?? years, years - startYears) - lagYears;
  if (lasts <= 0 || (byYear?.slice(0, years).every((share) => share === 0) ?? false))
    return { address: part, what: "This has no size in any year of the run.", mend: "Check byYear, lag and until." };
  if (rampYears > longestRamp * lasts)
    return {
      address: `${part}.ramp`,
      what:
        `This reaches ${Math.round((100 * lasts) / rampYears)}% of its full size at most: ` +
        "its ramp is longer than what is left for it.",
      mend: "Shorten ramp or lag, or let it last longer (until, time.years).",
    };
  // What falls to half in a twentieth of the run is gone after a tenth of it, but for a quarter.
  if (halfLifeYears !== null && halfLifeYears < (leastOfRun / 2) * lasts)
    return {
      address: `${part}.halfLife`,
      what: `This falls to half in ${numberText(12 * halfLifeYears)} of the ${numberText(12 * lasts)} months left.`,
      mend: "Check halfLife, and its unit of time.",
    };
  if (lasts < leastOfRun * (years - startYears - lagYears))
    return {
      address: `${part}.until`,
      what: `This is over after ${numberText(12 * lasts)} of the ${numberText(12 * (years - begins))} months left.`,
      mend: "Check until, and its unit of time.",
    };
  return undefined;
};

/** Parts of services that an intervention may shut, though no step of them ever is. */
export const closesNothing: DoubtsIn = ({ scenario, drawn, settings }) =>
  Object.entries(scenario.interventions).flatMap(([name, { closes }]) =>
    closes.flatMap((close) => {
      const { address, service, most, isSpare, together } = close;
      const group = closes.filter((each) => each === close || (together !== null && each.together === together));
      const strategies = settings.strategies.filter((each) => scenario.strategies[each].of.includes(name));
      const isShut = strategies.some((each) => {
        const index = strategyNamed(settings.strategies, each);
        return group.some((one) =>
          yearsOf(scenario).some((year) => queueFigureOf(drawn, index, one.service, "stepsShut", year)[0] !== 0),
        );
      });
      if (strategies.length === 0 || isShut || group[0] !== close) return [];
      const what = listed(group.map((one) => one.service));
      const peak = group.length > 1 ? "their peaks together do" : "its peak does";
      const why = isSpare
        ? `a step of ${group.length > 1 ? "them" : "it"} never stands empty`
        : `${peak} not fall by a step in any year`;
      return {
        address,
        what: `${name} never shuts a step of ${what}: ${why}.`,
        mend: isSpare
          ? "A step is shut at a year's end if the year's peak leaves it empty, after notice. Check the capacity."
          : "A step is shut only when the peak falls below that of business as usual. For what is empty already " +
            `write close: { ${service}: ${most.written?.replace(/ /, " spare ")} }.`,
      };
    }),
  );
