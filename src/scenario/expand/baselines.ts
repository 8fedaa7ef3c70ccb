import type * as z from "zod";
import { type ProvenanceForm, provenanceOf } from "../../quantity/read.js";
import { readDuration } from "../duration.js";
import type { interventionForm } from "../interventions/intervention.js";
import { changeIn, countOf, type MeasuredForm } from "../interventions/measured.js";
import { sortedEntries } from "../names.js";
import { readPer } from "../people/cohort.js";
import type { ScenarioReading } from "../reading.js";
import type { Scenario } from "../scenario.js";
import { type Cause, isBroughtBy } from "../services/demand.js";

/**
 * Sugar: contacts that were counted before an intervention and that nothing under `demand` brings become a cause: as many, per as many people,
 * for the whole cohort; the same count that its change is measured from.
 */
export const withBaselines = (
  scenario: Scenario,
  forms: Readonly<Record<string, z.output<typeof interventionForm>>>,
  reading: ScenarioReading,
): Scenario => {
  const measured = sortedEntries(forms).flatMap(([intervention, { reaches, effects, ...stated }]) =>
    sortedEntries(effects).map(([name, effect]) => ({
      name,
      effect: { ...effect, ...provenanceOf(effect, provenanceOf(stated)) },
      address: `interventions.${intervention}.effects.${name}`,
      cohort: scenario.interventions[intervention]?.reach?.cohort,
      everyone: reaches === "everyone",
    })),
  );
  return measured.reduce((before, each) => withBaseline(before, each, reading), scenario);
};

interface Measured {
  readonly name: string;
  readonly effect: MeasuredForm & ProvenanceForm;
  readonly address: string;
  readonly cohort: string | undefined;
  readonly everyone: boolean;
}

const withBaseline = (
  scenario: Scenario,
  { name, effect, address, cohort, everyone }: Measured,
  reading: ScenarioReading,
): Scenario => {
  const { measured, counts } = effect;
  if (measured === undefined || (!everyone && cohort === undefined)) return scenario;
  const units = new Map([...reading.units].filter(([each]) => cohort === undefined || each === cohort));
  const per = readPer(measured, `${address}.measured`, units, reading);
  const everyYears = readDuration(measured.every, `${address}.measured.every`, reading);
  if (per === undefined || everyYears === undefined) return scenario;
  const inherits = provenanceOf(measured, provenanceOf(effect));
  const baselines = sortedEntries(counts).flatMap(([service, text]) => {
    const change = changeIn(text);
    if (!change || !reading.services.includes(service) || isBrought(scenario, service, per.cohort)) return [];
    const cause =
      reading.causes.includes(service) || Object.hasOwn(scenario.demand, service) ? `${service}-${name}` : service;
    const place = `${address}.counts.${service}.before`;
    const contacts: Cause["contacts"] = {
      ...inherits,
      address: `demand.${cause}`,
      expression: countOf(change.before, place),
      bounds: "positive",
      written: `${change.before} before`,
    };
    const by = { per, everyYears, while: [] };
    return [[cause, { to: service, contacts, afterCycles: 0, isLatent: false, by }] as const];
  });
  if (baselines.length === 0) return scenario;
  const demand = [...Object.entries(scenario.demand), ...baselines].sort(([a], [b]) => (a < b ? -1 : 1));
  return { ...scenario, demand: Object.fromEntries(demand) };
};

const isBrought = ({ demand }: Scenario, service: string, cohort: string): boolean =>
  Object.values(demand).some((cause) => cause.to === service && isBroughtBy(cause, cohort));
