import type * as z from "zod";
import { type ProvenanceForm, provenanceOf } from "../../quantity/read.js";
import { causeAddress } from "../address.js";
import type { ScenarioContext } from "../context.js";
import { changeIn, countOf } from "../interventions/count.js";
import type { interventionForm } from "../interventions/intervention.js";
import type { MeasuredEffectForm } from "../interventions/measured.js";
import { sortedEntries } from "../names.js";
import { readPer } from "../people/per.js";
import type { Scenario } from "../scenario.js";
import { noDelay } from "../services/delay.js";
import { type Cause, isBroughtBy } from "../services/demand.js";
import { readDuration } from "../time/duration.js";

/**
 * Sugar: contacts that were counted before an intervention become a cause, if no cause under `demand` brings them.
 * The cause has the same count per the same number of people, for the whole cohort.
 * It shares the draw of the count with the effect that was measured.
 */
export const withBaselines = (
  scenario: Scenario,
  forms: Readonly<Record<string, z.output<typeof interventionForm>>>,
  context: ScenarioContext,
): Scenario => {
  const measured = sortedEntries(forms).flatMap(([intervention, { reaches, effects, ...stated }]) =>
    sortedEntries(effects).flatMap(([name, effect]) => {
      if (!("measured" in effect)) return [];
      const address = `interventions.${intervention}.effects.${name}`;
      const cohort = scenario.interventions[intervention]?.reach?.cohort;
      const inheriting = { ...effect, ...provenanceOf(effect, provenanceOf(stated)) };
      return [{ name, effect: inheriting, address, cohort, everyone: reaches === "everyone" }];
    }),
  );
  return measured.reduce((before, each) => withBaseline(before, each, context), scenario);
};

interface Measured {
  readonly name: string;
  readonly effect: MeasuredEffectForm & ProvenanceForm;
  readonly address: string;
  readonly cohort: string | undefined;
  readonly everyone: boolean;
}

const withBaseline = (
  scenario: Scenario,
  { name, effect, address, cohort, everyone }: Measured,
  context: ScenarioContext,
): Scenario => {
  const { measured, counts } = effect;
  if (!everyone && cohort === undefined) return scenario;
  const units = new Map([...context.units].filter(([each]) => cohort === undefined || each === cohort));
  const per = readPer(measured, `${address}.measured`, units, context);
  const everyYears = readDuration(measured.every, `${address}.measured.every`, context);
  if (per === undefined || everyYears === undefined) return scenario;
  const inherits = provenanceOf(measured, provenanceOf(effect));
  const baselines = sortedEntries(counts).flatMap(([service, text]) => {
    const change = changeIn(text, measured.spread);
    if (!change || !context.services.includes(service) || isBrought(scenario, service, per.cohort)) return [];
    const cause =
      context.causes.includes(service) || Object.hasOwn(scenario.demand, service) ? `${service}-${name}` : service;
    const place = `${address}.counts.${service}.before`;
    const contacts: Cause["contacts"] = {
      ...inherits,
      address: causeAddress(cause),
      expression: countOf(change.before, place),
      bounds: "positive",
      written: `${change.before.number} before`,
    };
    const by = { per, everyYears, while: [] };
    return [[cause, { to: service, contacts, ...noDelay, isLatent: false, by }] as const];
  });
  if (baselines.length === 0) return scenario;
  const demand = [...Object.entries(scenario.demand), ...baselines].sort(([a], [b]) => (a < b ? -1 : 1));
  return { ...scenario, demand: Object.fromEntries(demand) };
};

const isBrought = ({ demand }: Scenario, service: string, cohort: string): boolean =>
  Object.values(demand).some((cause) => cause.to === service && isBroughtBy(cause, cohort));
