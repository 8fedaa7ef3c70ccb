import { leastShareOfContacts, type Segment, segmentsOfContacts, segmentsOfNeed } from "../../base/concentration.js";
import { percentage } from "../../base/number-text.js";
import { type ReadContext, reportError } from "../../quantity/context.js";
import { readQuantity } from "../../quantity/read.js";
import type { ConcentrationForm, FittedForm, SegmentForms } from "../people/concentration.js";
import { contactsAYear } from "../people/contacts-a-year.js";
import type { Need } from "../people/need.js";
import { checkName, type ScenarioReading } from "../reading.js";
import type { Scenario } from "../scenario.js";

/** Sugar: `concentration` becomes segments of need. Those of contacts hang on how many contacts the whole scenario makes. */
export const withNeed = (
  scenario: Scenario,
  forms: Readonly<Record<string, { readonly concentration?: ConcentrationForm | undefined }>>,
  reading: ScenarioReading,
): Scenario => ({
  ...scenario,
  cohorts: Object.fromEntries(
    Object.entries(scenario.cohorts).map(([name, cohort]) => {
      const form = forms[name].concentration;
      return [name, form === undefined ? cohort : { ...cohort, need: readNeed(form, name, scenario, reading) }];
    }),
  ),
});

const readNeed = (form: ConcentrationForm, cohort: string, scenario: Scenario, reading: ScenarioReading): Need => {
  const address = `cohorts.${cohort}.concentration`;
  const { services } = scenario;
  const named = form.services?.filter((service, index) =>
    checkName(reading, `${address}.services.${index}`, "service", service, reading.services),
  );
  const of = [...new Set(named ?? Object.keys(services).filter((service) => services[service].worth === null))].sort();
  const segments =
    "segments" in form
      ? explicitSegments(form.segments, address, reading)
      : fittedSegments(form, address, () => contactsAYear(scenario, cohort, of), reading);
  const place = { address: `${address}.persistence`, bounds: "share" } as const;
  return { segments, services: of, persistence: readQuantity(form.persistence, place, reading) };
};

const all: readonly Segment[] = [{ weight: 1, multiplier: 1 }];

const fittedSegments = (
  form: FittedForm,
  address: string,
  contacts: () => number,
  reading: ScenarioReading,
): readonly Segment[] => {
  const top = readShare(form.top, `${address}.top`, reading);
  const held = readShare(form.share, `${address}.share`, reading);
  if (top === undefined || held === undefined) return all;
  const contactsPerYear = form.of === "need" ? 0 : contacts();
  const fitted =
    form.of === "need"
      ? segmentsOfNeed({ top, share: held })
      : segmentsOfContacts({ top, share: held, contactsPerYear });
  if (fitted) return fitted.segments;
  if (form.of !== "need" && !(contactsPerYear > 0)) {
    const what = "Nobody makes contacts at these services on their own, so none can be concentrated.";
    reportError(reading, address, what, "Name services that people come to, or write of: need.", "key");
    return all;
  }
  const least = form.of === "need" ? top : leastShareOfContacts({ top, contactsPerYear });
  const why = form.of === "need" ? "with no difference at all" : "by chance alone, were all in the same need";
  reportError(
    reading,
    `${address}.share`,
    `The top ${percent(top)} have ${percent(least)} ${why}; ${percent(held)} is not possible.`,
    `Write a share between ${percent(least)} and 100%${form.of === "need" ? "" : `: at ${Number(contactsPerYear.toPrecision(3))} contacts a person a year some have many by luck`}.`,
  );
  return all;
};

const explicitSegments = (forms: SegmentForms, address: string, reading: ReadContext): readonly Segment[] => {
  const segments = Object.entries(forms)
    .map(([name, { weight, multiplier }]) => ({
      weight: readShare(weight, `${address}.segments.${name}.weight`, reading) ?? 0,
      multiplier,
    }))
    .sort((a, b) => a.multiplier - b.multiplier);
  const people = segments.reduce((sum, { weight }) => sum + weight, 0);
  const demand = segments.reduce((sum, { weight, multiplier }) => sum + weight * multiplier, 0);
  if (Math.abs(people - 1) > 1e-6)
    reportError(
      reading,
      `${address}.segments`,
      `The weights of segments sum to 100%; these sum to ${percent(people)}.`,
      "Every person is in one segment: mend the weights.",
    );
  else if (Math.abs(demand - 1) > 1e-6)
    reportError(
      reading,
      `${address}.segments`,
      `Multipliers are times the mean, so weight times multiplier sums to 1; here to ${Number(demand.toPrecision(6))}.`,
      `Divide each multiplier by ${Number(demand.toPrecision(6))}.`,
    );
  return segments;
};

/** Reads a share above 0 and at most 1. */
const readShare = (form: number | string, address: string, reading: ReadContext): number | undefined => {
  const value = typeof form === "number" ? form : percentage(form);
  if (value !== undefined && value > 0 && value <= 1) return value;
  reportError(
    reading,
    address,
    `This is a share above 0% and at most 100%, not ${form}.`,
    value !== undefined && value > 1 && value <= 100 && typeof form === "number"
      ? `Write ${value}%.`
      : "Write such as 5%.",
  );
  return undefined;
};

const percent = (share: number): string => `${Number((share * 100).toPrecision(3))}%`;
