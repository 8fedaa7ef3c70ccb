import type * as z from "zod";
import { lastYearOdds } from "../../base/targeting.js";
import { reportError } from "../../quantity/context.js";
import type { interventionForm } from "../interventions/intervention.js";
import { centralOf, contactsAYear, startingPeople } from "../people/contacts-a-year.js";
import type { Need } from "../people/need.js";
import type { Reach } from "../people/reach.js";
import type { ScenarioReading } from "../reading.js";
import type { Scenario } from "../scenario.js";

/**
 * Sugar: `who` becomes the odds by which each segment of need is picked. Those of a list made from last year's contacts hang on how many contacts
 * each segment makes, and on how many of those who may join there is room for.
 */
export const withPicks = (
  scenario: Scenario,
  forms: Readonly<Record<string, z.output<typeof interventionForm>>>,
  reading: ScenarioReading,
): Scenario => ({
  ...scenario,
  interventions: Object.fromEntries(
    Object.entries(scenario.interventions).map(([name, intervention]) => {
      const { reaches } = forms[name];
      const { reach } = intervention;
      if (reaches === "everyone" || reach === null) return [name, intervention];
      const { need } = scenario.cohorts[reach.cohort];
      if (need === null && reaches.who !== "anyone") reportAlike(reaches.who, name, reach, reading);
      return [name, { ...intervention, reach: { ...reach, picks: picksOf(reaches.who, reach, need, scenario) } }];
    }),
  ),
});

const picksOf = (who: string, reach: Reach, need: Need | null, scenario: Scenario): Reach["picks"] => {
  if (need === null) return [1];
  if (who === "highest-need") return who;
  const anyone = need.segments.map(() => 1);
  if (who === "anyone") return anyone;
  const { cohort, people, while: states } = reach;
  const contacts = contactsAYear(scenario, cohort, need.services);
  const share = centralOf(people, scenario) / startingPeople(scenario, cohort, states);
  return contacts > 0 && share > 0 && share < 1 ? lastYearOdds(need.segments, contacts, share) : anyone;
};

const reportAlike = (who: string, name: string, { cohort }: Reach, reading: ScenarioReading): void =>
  reportError(
    reading,
    `interventions.${name}.reaches.who`,
    `who: ${who} picks people by their need, but nothing says that those of ${cohort} differ.`,
    `Write cohorts: { ${cohort}: { concentration: { top: 5%, share: 50%, persistence: 60% } } }, or who: anyone.`,
  );
