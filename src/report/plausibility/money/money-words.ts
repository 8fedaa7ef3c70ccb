import { centralOf } from "../../../scenario/central.js";
import type { Intervention } from "../../../scenario/interventions/intervention.js";
import type { Line } from "../../../scenario/interventions/line.js";
import { wordsOf } from "../../../scenario/names.js";
import { namesIn } from "../../../scenario/quantities.js";
import type { Scenario } from "../../../scenario/scenario.js";
import type { DoubtsIn } from "../doubt.js";

/** What is bought once. */
const once = new RegExp(
  "\\b(set ?up|start ?up|launch|one off|build\\w*|construction|redesign|reorganisation|refurbish\\w*|redundanc\\w+|" +
    "removals?|install\\w*|equipment|prosthes\\w+|adaptations?|purchase|furniture|furnishings?|fitting|barriers?|" +
    "insulation|boilers?|rails|handrails?|lamps?|cameras?|devices?|sensors?|deposits?|conversion|works)\\b",
);
/** What is paid for as long as something runs. */
const yearly =
  /\b(salar\w+|wages?|rent|licences?|yearly|annual\w*|running(?: costs?)?|upkeep|maint\w+|monitoring|an? year|staff)\b/;
/** What people who are paid for their work are called. */
export const workerWords =
  "workers?|advis[eo]rs?|officers?|nurses?|midwives|mentors?|coach(?:es)?|teachers?|pharmacists?|therapists?|" +
  "counsellors?|mediators?|navigators?|practitioners?|trainers?|dieti[ct]ians?|co-?ordinators?|marshals?|wardens?|" +
  "supporters?|peers?|staff";
/** Work that ends when it is no longer paid for. */
const work = new RegExp(
  `\\b(?:${workerWords}|teams?|pay|support|treatment|drugs?|medicines?|class(?:es)?|courses?|groups?|sessions?|` +
    "advice|visits?|clinics?|centres?|hubs?|programmes?)\\b",
);
/** Years. Assumption: who comes and goes faster is given what is bought once anew. */
const longStay = 2;
/** Years. Assumption: the effect of work may last as long as this after it was paid for. */
const lastsAfter = 1;

/** The words of a line of money: its key, and the labels and units of its numbers. */
export const wordsOfLine = ({ address, amounts }: Line, { quantities }: Scenario): string => {
  const numbers = amounts.flatMap(({ pounds }) => [
    pounds,
    // A name of the clock, such as year, is no quantity.
    ...namesIn(pounds.expression).flatMap((name) => quantities[name] ?? []),
  ]);
  const key = wordsOf(address.slice(address.lastIndexOf(".") + 1));
  return [key, ...numbers.flatMap(({ label = "", unit = "" }) => [label, unit])].join(" ").toLowerCase();
};

/** Costs that are due once though their words say each year, and the reverse. */
export const oftenOrOnce: DoubtsIn = ({ scenario }) =>
  Object.values(scenario.interventions).flatMap((intervention) =>
    intervention.lines.flatMap((line) => {
      const { address, kind, timing, profile, per } = line;
      const years = scenario.time.years - intervention.startYears;
      if (kind !== "pays" || years < 2 || profile.byYear !== null) return [];
      if ("renewedYears" in timing && timing.renewedYears >= years)
        return {
          address: `${address}.every`,
          what: `This is due every ${timing.renewedYears} years, so once in a run of ${years}.`,
          mend: "If it is for each year, write every: year; if for the start alone, write in: year 1.",
        };
      const words = wordsOfLine(line, scenario);
      const isYearly = "everyYears" in timing && timing.everyYears <= 1 && (profile.untilYears ?? years) > 1;
      const isForNewcomers = per !== undefined && staysOf(intervention, scenario) < longStay;
      const thing = isForNewcomers ? undefined : once.exec(words)?.[0];
      const said = isYearly ? thing : (yearly.exec(words)?.[0] ?? (per === "worker" ? "worker" : undefined));
      if (said === undefined || !(isYearly || "atYears" in timing)) return [];
      return {
        address: `${address}.${isYearly ? "every" : "in"}`,
        what: `This is due ${isYearly ? "in every year" : "once"}, and its words say ${said}.`,
        mend: `If it is ${isYearly ? "for the start alone, write in: year 1" : "for each year, write every: year"}.`,
      };
    }),
  );

/** The years that a person stays in an intervention in the mean. */
const staysOf = ({ reach }: Intervention, scenario: Scenario): number =>
  reach?.stay ? centralOf(reach.stay, scenario) : Number.POSITIVE_INFINITY;

/** Work that is paid for at the start alone, while its effect stays whole to the end of the run. */
export const paidOnceForAll: DoubtsIn = ({ scenario }) =>
  Object.values(scenario.interventions).flatMap((intervention) => {
    const { lines, startYears } = intervention;
    const years = scenario.time.years - startYears;
    const paid = lines.filter(({ kind }) => kind === "pays");
    const isOnce = paid.every(({ timing }) => "atYears" in timing);
    const line = paid.find((each) => work.test(wordsOfLine(each, scenario)));
    if (!isOnce || line === undefined || !("atYears" in line.timing) || !staysWhole(intervention, scenario)) return [];
    if (years - line.timing.atYears <= 1 + lastsAfter) return [];
    const said = work.exec(wordsOfLine(line, scenario))?.[0] ?? "";
    return {
      address: `${line.address}.in`,
      what: `Nothing is paid for ${said} after this, and the effect stays whole to the end of year ${years}.`,
      mend: "If it is for each year, write every: year. If the effect wanes, write until or halfLife.",
    };
  });

/** True if an effect of an intervention is as large at the end of the run as at its start. */
const staysWhole = ({ reach, effects, startYears }: Intervention, scenario: Scenario): boolean => {
  const stay = reach?.stay ? centralOf(reach.stay, scenario) : Number.POSITIVE_INFINITY;
  const isLong = stay >= scenario.time.years - startYears;
  const goesOn = reach !== null && typeof reach.join === "string" && reach.isOpenAgain;
  return (
    (isLong || goesOn) &&
    effects.some(
      ({ profile: { untilYears, halfLifeYears, byYear } }) =>
        untilYears === null && halfLifeYears === null && byYear === null,
    )
  );
};
