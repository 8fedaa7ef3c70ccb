import { centralOf } from "../../../scenario/central.js";
import type { Reach } from "../../../scenario/people/reach.js";
import type { Scenario } from "../../../scenario/scenario.js";
import type { DoubtsIn } from "../doubt.js";

/** Keys whose texts and numbers are about the file, and are no part of the model. */
const words = [
  "title",
  "question",
  "name",
  "label",
  "note",
  "sources",
  "source",
  "expect",
  "accept",
  "$schema",
  "regimes",
  "low",
  "high",
];
const ofMoney = /(?:^|\.)(?:pays|saves|costsMore|cost|spend|budget|pounds|exitCost)(?:\.|$)/;
const scales: Readonly<Record<string, number>> = { k: 1e3, thousand: 1e3, m: 1e6, million: 1e6, bn: 1e9, billion: 1e9 };

/** A number of a file: its address, its value, and if it is money (undefined if that is not known). */
interface Literal {
  readonly address: string;
  readonly value: number;
  readonly isMoney: boolean | undefined;
}

const number = /(?<![\w.])\d[\d_]*(?:\.\d+)?(?![\w.%]| ?%)/g;

const literalsIn = (part: unknown, keys: readonly string[] = []): readonly Literal[] => {
  const address = keys.join(".");
  if (address === "time") return [];
  if (typeof part === "object" && part !== null)
    return Object.entries(part).flatMap(([key, inner]) =>
      words.includes(key) ? [] : literalsIn(inner, [...keys, key]),
    );
  const values = typeof part === "number" ? [part] : typeof part === "string" ? (part.match(number) ?? []) : [];
  const isMoney = keys[0] === "quantities" ? undefined : ofMoney.test(address);
  return values.map((value) => ({ address, value: Number(String(value).replaceAll("_", "")), isMoney }));
};

/** The numbers that a text states: `£12,170`, `10,310`, `£171m`. Years, percentages and small numbers are left out. */
const statedIn = (
  text: string,
): readonly { readonly text: string; readonly value: number; readonly isMoney: boolean }[] =>
  [
    ...text.matchAll(/(£?)(\d[\d,]*(?:\.\d+)?)(?: ?(k|thousand|m|million|bn|billion)\b)?(?![\d%/-]| ?%| per cent)/g),
  ].flatMap(([match, pound, digits, scale = ""]) => {
    const value = Number(digits.replaceAll(",", "")) * (scales[scale] ?? 1);
    const isYear = pound === "" && /^(?:19|20)\d\d$/.test(digits);
    return isYear || value < 10 ? [] : [{ text: match.trim(), value, isMoney: pound !== "" }];
  });

const isNear = (one: number, other: number): boolean => Math.abs(one - other) < 1e-9 * Math.abs(other);

/** Zeros by which a number may be wrong: one or two by a slip, three or six for thousands or millions. */
const zeros = [10, 0.1, 100, 0.01, 1e3, 1e-3, 1e6, 1e-6];

/** How many digits of a number are more than zeros behind it. */
const digitsOf = (value: number): number =>
  value
    .toPrecision(12)
    .replace(/\.?0+(?:e.*)?$|\./g, "")
    .replace(/0+$/, "").length;

/** Numbers of the file that differ from one of its question by zeros alone. */
export const otherZeros: DoubtsIn = ({ scenario: { title, question, form, time } }) => {
  const literals = literalsIn(form);
  const isKnown = (value: number): boolean =>
    [...literals, { value: time.years }].some((each) => isNear(each.value, value));
  return statedIn(`${title} ${question}`).flatMap(({ text, value, isMoney }) => {
    // Three digits agree by chance in no file; what has fewer may be a sum, such as ten years of a cost.
    const isSure = digitsOf(value) >= 3;
    if (!isSure && isKnown(value)) return [];
    const slips = zeros
      .slice(0, digitsOf(value) === 1 ? 2 : undefined)
      .flatMap((times) =>
        isSure || !(isKnown(times) || isKnown(1 / times))
          ? literals.filter((each) => isNear(each.value, value * times) && (each.isMoney ?? isMoney) === isMoney)
          : [],
      );
    return slips.slice(0, 1).map((slip) => ({
      address: slip.address,
      what: `The question says ${text}; this is ${slip.value}.`,
      mend: "Check the zeros: of the file, and of the question.",
    }));
  });
};

const heads =
  "people|persons|residents|patients|adults|children|families|households|homes|pupils|clients|women|men|users|" +
  "victims|leavers|carers|tenants|claimants|mothers|smokers|sleepers|refugees";

/** People that the question counts, and that no number of the file is. */
export const otherPeople: DoubtsIn = ({ scenario }) => {
  const { title, question, form, cohorts, interventions } = scenario;
  const units = Object.values(cohorts).map(({ unit }) => unit.many ?? unit.one);
  const counted = new RegExp(
    "(?<!\\b(?:per|every|each|of|over|aged) |[\\d.,£])(\\d[\\d,]*)" +
      `(?: [a-z-]+){0,3}? (?:${[...units, heads].join("|")})\\b`,
    "gi",
  );
  const known = [
    ...literalsIn(form).map(({ value }) => value),
    ...Object.values(cohorts).map(({ size }) => centralOf(size, scenario)),
    ...Object.values(interventions).flatMap(({ reach }) => (reach ? headsOf(reach, scenario) : [])),
  ];
  // A question may tell a story, with numbers of other places in it.
  const asked = question.match(/[^.?!]*(?:\.\d[^.?!]*)*\?/g) ?? [];
  return [...[title, ...asked].join(" ").matchAll(counted)]
    .map(([text, digits]) => ({ text, people: Number(digits.replaceAll(",", "")) }))
    .filter(({ people }) => people >= 10 && !known.some((each) => isNear(each, people)))
    .slice(0, 1)
    .map(({ text }) => {
      const [reached] = Object.entries(interventions).filter(([, { reach }]) => reach !== null);
      return {
        address: reached ? `interventions.${reached[0]}.reaches.people` : `cohorts.${Object.keys(cohorts)[0]}.size`,
        what: `The question says ${text}, and no number of the file is that.`,
        mend: "Check how many there are, and how many it reaches; or mend the question.",
      };
    });
};

const headsOf = ({ people, uptake }: Reach, scenario: Scenario): readonly number[] => {
  const all = centralOf(people, scenario);
  return [all, all * (uptake ? centralOf(uptake, scenario) : 1)];
};

/** Interventions whose name states a number that is nowhere in them: a co-ordinator for every 60 leavers. */
export const otherThanItsName: DoubtsIn = ({ scenario: { form, interventions } }) =>
  Object.entries(interventions).flatMap(([key, { name }]) => {
    const literals = literalsIn([form.interventions[key], form.quantities]);
    return statedIn(name)
      .filter(({ isMoney }) => !isMoney)
      .filter(({ value }) => literals.every((each) => !isNear(each.value, value)))
      .slice(0, 1)
      .map(({ text }) => ({
        address: `interventions.${key}`,
        what: `Its name says ${text}, and no number of it is that.`,
        mend: "Check the number, or the name.",
      }));
  });
