import type * as z from "zod";
import { lastYearOdds } from "../../base/appraisal/targeting.js";
import { reportError } from "../../quantity/context.js";
import { centralOf } from "../central.js";
import type { ScenarioContext } from "../context.js";
import type { interventionForm } from "../interventions/intervention.js";
import type { Need } from "../people/need.js";
import type { Reach } from "../people/reach.js";
import { startingPeople } from "../people/starting-people.js";
import type { Scenario } from "../scenario.js";
import { contactsAYear } from "./contacts-a-year.js";

/**
 * Sugar: `who` becomes the odds of being picked, by segment of need.
 * The odds by last year's contacts depend on the contacts of each segment.
 * They also depend on the share of the people who may join for whom there is room.
 */
export const withPicks = (
  scenario: Scenario,
  forms: Readonly<Record<string, z.output<typeof interventionForm>>>,
  context: ScenarioContext,
): Scenario => ({
  ...scenario,
  interventions: Object.fromEntries(
    Object.entries(scenario.interventions).map(([name, intervention]) => {
      const { reaches } = forms[name];
      const { reach } = intervention;
      if (reaches === "everyone" || reach === null) return [name, intervention];
      const { need } = scenario.cohorts[reach.cohort];
      if (need === null && reaches.who !== "anyone") reportAlike(reaches.who, name, reach, context);
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

const reportAlike = (who: string, name: string, { cohort }: Reach, context: ScenarioContext): void =>
  reportError(
    context,
    `interventions.${name}.reaches.who`,
    `who: ${who} picks people by their need, but all people of ${cohort} have the same need.`,
    `Write cohorts: { ${cohort}: { concentration: { top: 5%, share: 50%, persistence: 60% } } }, or who: anyone.`,
  );
