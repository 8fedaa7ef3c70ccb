import { durationYears } from "../../../base/time.js";
import type { Quantity } from "../../../quantity/expression.js";
import { centralOf } from "../../../scenario/central.js";
import type { Scenario } from "../../../scenario/scenario.js";
import type { Unit } from "../../../scenario/unit.js";
import { numberText } from "../../numbers.js";
import { allLines, type Doubt, type DoubtsIn } from "../doubt.js";

const adverbs = {
  daily: "day",
  weekly: "week",
  monthly: "month",
  quarterly: "quarter",
  yearly: "year",
  annual: "year",
};
const period = `(?:(?:an?|per|each|every) (day|week|month|quarter|year)|(${Object.keys(adverbs).join("|")}))`;
const periods = new RegExp(`\\b${period}\\b`, "g");
/** A number and what a note counts it by: `28 days a year`, `160 per 100,000`. */
const number = "(?<![\\w.,])(\\d[\\d,]*(?:\\.\\d+)?)(?! ?%)";
const numbered = new RegExp(`${number}(?: [a-z-]+){0,3}? ${period}\\b`, "g");
const numberedPer = new RegExp(`${number}(?: [a-z-]+){0,3}? (?:per|for each|for every|in every) (\\d[\\d,]*)\\b`, "g");
/** Pounds of a whole life, or of several years. */
const ofLife = /\b(?:lifetime|whole life|present value|npv|over (?:\d+|two|three|five|ten|twenty) years|one-off)\b/;
const thousands =
  /£ ?'?(?:000s?|k|m|bn)\b|\b(?:thousands?|millions?|'000s?) of pounds\b|\bpounds in (?:thousands|millions)\b/;

const isAdverb = (word: string): word is keyof typeof adverbs => Object.hasOwn(adverbs, word);
const digits = (text: string): string => text.replaceAll(",", "");

/** The quantity whose words say what a number is: the named one if the number is a name alone. */
const ofName = (quantity: Quantity, { quantities }: Scenario): Quantity => {
  const { expression } = quantity;
  return typeof expression === "object" && expression.kind === "name"
    ? (quantities[expression.name] ?? quantity)
    : quantity;
};

/** True if a text of a note is about a number: it says the number that the file writes. */
const isOf = ({ written }: Quantity, said: string): boolean => written.split(" ")[0] === digits(said);

/** The lengths of time that a number is for, as its unit, its label or its note says it. */
const periodsSaid = (quantity: Quantity): ReadonlySet<string> => {
  const { unit = "", label = "", note = "" } = quantity;
  const ofUnit = [...`${unit}. ${label}`.toLowerCase().matchAll(periods)].map(([, one, other]) => one ?? other);
  const ofNote = [...note.toLowerCase().matchAll(numbered)]
    .filter(([, said]) => isOf(quantity, said))
    .map(([, , one, other]) => one ?? other);
  return new Set([...ofUnit, ...ofNote].map((word) => (isAdverb(word) ? adverbs[word] : word)));
};

const timesText = (everyYears: number): string => {
  if (everyYears === 1) return "once a year";
  return everyYears < 1 ? `${numberText(1 / everyYears)} times a year` : `once in ${numberText(everyYears)} years`;
};

/** A number that comes by another length of time than its words say. */
const periodDoubts = (address: string, quantity: Quantity, everyYears: number): readonly Doubt[] => {
  const [said, ...others] = periodsSaid(quantity);
  const years = durationYears(said ?? "");
  if (years === undefined || others.length > 0 || Math.abs(everyYears / years - 1) < 0.05) return [];
  return [
    {
      address: `${address}.every`,
      what: `The words of ${quantity.written} say a ${said}, and it comes ${timesText(everyYears)}.`,
      mend: `If it is for each ${said}, write every: ${said}. If it is right, accept it with its reason.`,
    },
  ];
};

/** A factor. Assumption: counts of two years, or rounded, are nearer than this. */
const far = 1.5;
const isNear = (one: number, other: number): boolean => one < far * other && other < far * one;

/** The contacts of a year that a note counts: `1,440 attendances in 2024`. */
const totalSaid = (note: string, { one, many }: Unit): number | undefined => {
  const [, count] = new RegExp(`${number} (?:${many ?? one}|${one})\\b`, "i").exec(note) ?? [];
  return count === undefined ? undefined : Number(digits(count));
};

/** Contacts and money that come by another length of time, or for other people, than their words say. */
export const otherUnits: DoubtsIn = ({ scenario }) => [
  ...Object.entries(scenario.demand).flatMap(([name, { to, contacts, by }]) => {
    if (!("per" in by)) return [];
    const quantity = ofName(contacts, scenario);
    const { note = "" } = quantity;
    const all = centralOf(scenario.cohorts[by.per.cohort].size, scenario);
    const each = centralOf(contacts, scenario) / (by.per.people === "everyone" ? all : by.per.people) / by.everyYears;
    const said = totalSaid(note, scenario.services[to].unit);
    const isFar = [each, each * all, each / by.everyYears].every((count) => said !== undefined && !isNear(said, count));
    const { people } = by.per;
    const per = [...note.toLowerCase().matchAll(numberedPer)].find(([, said]) => isOf(quantity, said));
    const isOther = per !== undefined && people !== "everyone" && Number(digits(per[2])) !== people;
    const other = { address: `demand.${name}.per`, what: `The note says ${per?.[0]}, and this is per ${people}.` };
    return [
      ...periodDoubts(`demand.${name}`, quantity, by.everyYears),
      ...(isFar && by.while.length === 0 && !isOf(quantity, String(said))
        ? [
            {
              address: `demand.${name}.contacts`,
              what: `The note says ${said}, and these are ${numberText(each * all)} a year.`,
              mend: "Check contacts, per, every and the size of the cohort; or mend the note.",
            },
          ]
        : []),
      ...(isOther ? [{ ...other, mend: `Write per: ${digits(per[2])} …, or mend the note.` }] : []),
    ];
  }),
  ...allLines(scenario).flatMap(({ address, timing, amounts }) => {
    const quantity = ofName(amounts[0].pounds, scenario);
    const { unit = "", label = "", note = "" } = quantity;
    const [life] = ofLife.exec(`${unit}. ${label}. ${note}`.toLowerCase()) ?? [];
    const isEachYear = "everyYears" in timing && timing.everyYears <= 1;
    const what = `The words of ${quantity.written} say ${life}, and it comes each year.`;
    return [
      ...("everyYears" in timing ? periodDoubts(address, quantity, timing.everyYears) : []),
      ...(isEachYear && life !== undefined
        ? [{ address: `${address}.every`, what, mend: "If it comes once for each person, write in: year 1." }]
        : []),
    ];
  }),
];

/** Pounds whose words say thousands or millions of them. */
export const poundsInThousands: DoubtsIn = ({ scenario }) =>
  [
    ...Object.values(scenario.services).flatMap(({ costs }) => costs),
    ...allLines(scenario).flatMap(({ amounts }) => amounts),
  ].flatMap(({ pounds }) => {
    const { unit = "", label = "", written } = ofName(pounds, scenario);
    const [said] = thousands.exec(`${unit}. ${label}`.toLowerCase()) ?? [];
    if (said === undefined) return [];
    return {
      address: pounds.address,
      what: `The words of ${written} say ${said}, and it is read as pounds.`,
      mend: "Write the pounds in full: 260000.",
    };
  });
