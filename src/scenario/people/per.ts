import { listed } from "../../base/problems/problem.js";
import { reportError } from "../../quantity/context.js";
import { wordForm } from "../../quantity/forms.js";
import { numberMeant } from "../../quantity/number-meant.js";
import { checkName, type ScenarioContext } from "../context.js";
import { durationMeant } from "../time/time-meant.js";
import { readUnit, type Unit } from "../unit.js";
import { personUnit } from "./cohort.js";

/** The people a number is per: a number of people of a cohort, or everyone in it. */
export interface Per {
  readonly cohort: string;
  readonly people: number | "everyone";
}

/** The people a number is per: person, 100000 people, everyone. */
export const perForm = wordForm.meta({ examples: ["person", "1000 people", "everyone"] });

const perPattern = /^(?:(\d+(?:[_, ]\d+)*(?:\.\d+)?)\s+)?([a-z]+(?: [a-z]+)*)$/;

/**
 * Reads `per: 100000 people`, `per: case`, `per: everyone`.
 * The cohort is the one named beside it; by default the one whose unit it is, or else the only one.
 */
export const readPer = (
  form: { readonly per: string; readonly cohort?: string | undefined },
  address: string,
  units: ReadonlyMap<string, Unit>,
  context: ScenarioContext,
): Per | undefined => {
  if (form.cohort !== undefined && !units.has(form.cohort)) {
    checkName(context, `${address}.cohort`, "cohort", form.cohort, [...units.keys()]);
    return undefined;
  }
  const [, count = "1", word] = perPattern.exec(form.per.trim()) ?? [];
  const unit = [...units.values()].find(({ one, many }) => word === one || word === many)?.one;
  const everyone = form.per.trim() === "everyone";
  const people = everyone ? "everyone" : Number(count.replaceAll(/[_, ]/g, ""));
  const named = form.cohort === undefined ? [...units.keys()] : [form.cohort];
  const cohorts = named.filter((cohort) => everyone || (units.get(cohort)?.one === unit && people !== 0));
  if (cohorts.length === 1) return { cohort: cohorts[0], people };
  const refuse = (what: string, mend: string): void => reportError(context, `${address}.per`, what, mend);
  if (cohorts.length > 1)
    refuse(`per: ${form.per} could mean ${listed(cohorts, "or")}.`, `Say which with cohort: ${cohorts[0]}.`);
  else {
    const [cohort] = named;
    const { one, many } = units.get(cohort) ?? readUnit(personUnit);
    const counts = named.length === 1 ? ` ${cohort} counts in the unit ${one}.` : "";
    const ways = [`per: ${one}`, ...(many === null ? [] : [`per: 1000 ${many}`]), "per: everyone"];
    const own =
      word === undefined || everyone || cohort === undefined || unit !== undefined
        ? ""
        : ` Or give ${cohort} unit: ${singular(word)}.`;
    refuse(
      `per: ${form.per} counts no cohort of this scenario.${counts}`,
      perMeant(form.per, { one, many: many ?? one }) ??
        perContact(word, context.services) ??
        `Write ${listed(ways, "or")}.${own}`,
    );
  }
  return undefined;
};

const singular = (word: string): string => word.replace(/ies$/, "y").replace(/s$/, "");

/** The mend of a contact in place of people: `per: admission`. */
const perContact = (word: string | undefined, services: readonly string[]): string | undefined => {
  const service = services.find((name) => word !== undefined && name.toLowerCase().includes(singular(word)));
  return (
    service &&
    `per is of people. What each ${service} brings is a cause under demand, with each: ${service}; what it costs is ` +
      `services.${service}.cost.`
  );
};

const anyPerson =
  /^(people|person|head|capita|population|inhabitant|individual|client|user|resident|patient|participant|pp)s?$/;

/** The mend of a time in place of people, of another word for a person, and of a number in words. */
const perMeant = (text: string, { one, many }: { readonly one: string; readonly many: string }): string | undefined => {
  const words = text
    .trim()
    .toLowerCase()
    .replace(/^(?:per|each|every|an?) /, "");
  if (/^(?:all|total|(?:the )?whole)\b/.test(words)) return "Write per: everyone.";
  const every = durationMeant(words);
  if (every !== undefined)
    return `per is of people, every of time: write every: ${every}, and per: ${one} only if it is for each ${one}.`;
  const [, who = words, time] = /^(.*?)(?:\s*(?:\/|-| per | an? )\s*)(\w+)$/.exec(words) ?? [];
  const within = time === undefined ? undefined : durationMeant(time);
  const of = within === undefined ? words : who;
  const [, count = "", word = of] = /^([\d.,]+\s?k?|(?:one |a )?(?:hundred|thousand|million))\s+(.*)$/.exec(of) ?? [];
  if (!anyPerson.test(word.replace("service ", "")) && word !== one && word !== many) return undefined;
  const number = hundreds[count.replace(/^(?:one|a) /, "")] ?? numberMeant(count) ?? count;
  if (Number(number || 1) === 0) return undefined;
  const people = number === "" || number === "1" ? one : `${number} ${many}`;
  return `Write per: ${people}${within === undefined ? "" : `, and every: ${within}`}.`;
};

const hundreds: Readonly<Record<string, string>> = { hundred: "100", thousand: "1000", million: "1000000" };
