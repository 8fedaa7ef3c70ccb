import {
  leastShareOfContacts,
  type Segment,
  segmentsOfContacts,
  segmentsOfNeed,
} from "../../base/appraisal/concentration.js";
import { percentText, shareIn } from "../../base/problems/number-text.js";
import { type ReadContext, reportError } from "../../quantity/context.js";
import type { Quantity } from "../../quantity/expression.js";
import { readQuantity } from "../../quantity/read.js";
import { checkName, type ScenarioContext } from "../context.js";
import type { ConcentrationForm, FittedForm, SegmentForms } from "./concentration.js";

export type { Segment } from "../../base/appraisal/concentration.js";

/** How need is spread over a cohort, and how long it lasts. */
export interface Need {
  /**
   * From the least need to the most: the share of people, and their demand as a multiple of the mean.
   * The weights sum to 1. The multipliers, weighted, sum to 1.
   */
  readonly segments: readonly Segment[];
  /** The services whose contacts by people are scaled by need. */
  readonly services: readonly string[];
  /** The share of people whose need is unchanged at a year's end. The others draw a new segment. */
  readonly persistence: Quantity;
}

/** What a cohort's need depends on outside the cohort. */
interface NeedSurroundings {
  /** The services that need applies to by default: all that are not outcomes. */
  readonly visited: readonly string[];
  /** The contacts one person of the cohort makes at some services in a year. */
  readonly contactsAt: (services: readonly string[]) => number;
}

/** Reads how need is spread over a cohort. */
export const readNeed = (
  form: ConcentrationForm,
  cohort: string,
  { visited, contactsAt }: NeedSurroundings,
  context: ScenarioContext,
): Need => {
  const address = `cohorts.${cohort}.concentration`;
  const named = form.services?.filter((service, index) =>
    checkName(context, `${address}.services.${index}`, "service", service, context.services),
  );
  const services = [...new Set(named ?? visited)].sort();
  const segments =
    "segments" in form
      ? explicitSegments(form.segments, address, context)
      : fittedSegments(form, address, () => contactsAt(services), context);
  const place = { address: `${address}.persistence`, bounds: "share" } as const;
  return { segments, services, persistence: readQuantity(form.persistence, place, context) };
};

/** Everybody in one segment: the need of all is the mean. */
const alike: readonly Segment[] = [{ weight: 1, multiplier: 1 }];

const fittedSegments = (
  form: FittedForm,
  address: string,
  contacts: () => number,
  context: ScenarioContext,
): readonly Segment[] => {
  const top = readShareOfAll(form.top, `${address}.top`, context);
  const share = readShareOfAll(form.share, `${address}.share`, context);
  if (top === undefined || share === undefined) return alike;
  const contactsPerYear = form.of === "need" ? 0 : contacts();
  const fitted =
    form.of === "need" ? segmentsOfNeed({ top, share }) : segmentsOfContacts({ top, share, contactsPerYear });
  if (fitted) return fitted.segments;
  if (form.of !== "need" && !(contactsPerYear > 0)) {
    const what = "At the start, people of this cohort make no contacts of their own at these services to concentrate.";
    const mend =
      "If nobody is yet in the states that make them, start with the shares of a typical year; " +
      "or name services that people come to, or write of: need.";
    reportError(context, address, what, mend, "key");
    return alike;
  }
  const least = form.of === "need" ? top : leastShareOfContacts({ top, contactsPerYear });
  const why = form.of === "need" ? "if all have the same need" : "by chance alone, even if all have the same need";
  const luck = `: at ${Number(contactsPerYear.toPrecision(3))} contacts a person a year some have many by luck`;
  reportError(
    context,
    `${address}.share`,
    `The top ${percentText(top, 3)} have ${percentText(least, 3)} ${why}; ${percentText(share, 3)} is not possible.`,
    `Write a share between ${percentText(least, 3)} and 100%${form.of === "need" ? "" : luck}.`,
  );
  return alike;
};

const explicitSegments = (forms: SegmentForms, address: string, context: ReadContext): readonly Segment[] => {
  const segments = Object.entries(forms)
    .map(([name, { weight, multiplier }]) => ({
      weight: readShareOfAll(weight, `${address}.segments.${name}.weight`, context) ?? 0,
      multiplier,
    }))
    .sort((a, b) => a.multiplier - b.multiplier);
  const people = segments.reduce((sum, { weight }) => sum + weight, 0);
  const demand = segments.reduce((sum, { weight, multiplier }) => sum + weight * multiplier, 0);
  if (Math.abs(people - 1) > 1e-6)
    reportError(
      context,
      `${address}.segments`,
      `The weights of segments sum to 100%; these sum to ${percentText(people, 8)}.`,
      "Every person is in one segment: mend the weights.",
    );
  else if (Math.abs(demand - 1) > 1e-6) {
    const shown = Number(demand.toPrecision(8));
    reportError(
      context,
      `${address}.segments`,
      `A multiplier is a multiple of the mean, so weight × multiplier sums to 1; here to ${shown}.`,
      `Divide each multiplier by ${shown}.`,
    );
  }
  return segments;
};

/** Reads a share above 0 and at most 1; undefined if it is not one. */
const readShareOfAll = (form: number | string, address: string, context: ReadContext): number | undefined => {
  const value = shareIn(form);
  if (value !== undefined && value > 0 && value <= 1) return value;
  return reportError(
    context,
    address,
    `This is a share above 0% and at most 100%, not ${form}.`,
    value !== undefined && value > 1 && value <= 100 && typeof form === "number"
      ? `Write ${value}%.`
      : "Write such as 5%.",
  );
};
