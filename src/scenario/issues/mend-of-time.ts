import { durationYears } from "../../base/time.js";
import { dayMeant, durationMeant, endMeant, momentMeant, yearMeant } from "../time/time-meant.js";
import { valueAt } from "./value.js";

/** How to write a day, a number of years, or a time whose unit is missing; undefined if a path is of no time. */
export const mendOfTime = (path: readonly string[], data: unknown): string | undefined =>
  startingDay(path, data) ?? yearsOfRun(path, data) ?? withoutUnit(path, data);

/** The mend of a first day that is written in another order, or in words. */
const startingDay = (path: readonly string[], data: unknown): string | undefined => {
  if (path.join(".") !== "time.start") return undefined;
  const [day, other] = dayMeant(String(valueAt(data, path))) ?? [];
  return day && `Write ${day}${other === undefined ? "" : `, or ${other} if that is the day meant`}.`;
};

/** The mend of the years of a run that are written in words, with a unit, by the first and the last, or by a day. */
export const yearsOfRun = (path: readonly string[], data: unknown): string | undefined => {
  if (!/^time\.(?:years|end(?:Date)?)$/.test(path.join("."))) return undefined;
  const text = String(valueAt(data, path));
  const [first, last] = text.split(/\s+(?:to|until|-|–)\s+|(?<=^\d{4})[-–](?=\d{4}$)/).map(yearMeant);
  if (first !== undefined && last !== undefined && last >= first) return `Write years: ${last - first + 1}.`;
  const meant = endMeant(text, String(valueAt(data, ["time", "start"])));
  const [, ended] = /^year (\d+)$/.exec(meant ?? "") ?? [];
  const count = Number(ended ?? durationYears(durationMeant(text) ?? durationMeant(`${text} years`) ?? ""));
  return Number.isInteger(count) && count > 0 && count <= 125 ? `Write years: ${count}.` : undefined;
};

const lengths = ["lag", "ramp", "until", "halfLife", "every", "over", "stay", "fade", "notice", "after"];

/** The mend of a time that is a number without a unit. */
const withoutUnit = (path: readonly string[], data: unknown): string | undefined => {
  const [key, value] = [path.at(-1) ?? "", valueAt(data, path)];
  if (typeof value !== "number" || !(lengths.includes(key) || key === "in")) return undefined;
  const start = String(valueAt(data, ["time", "start"]));
  const isYear = value >= 1900 && value <= 2199;
  if (key === "in") return `Write in: ${isYear ? (momentMeant(String(value), start) ?? "year 1") : `year ${value}`}.`;
  if (isYear && key === "until") return `Write until: ${endMeant(String(value), start) ?? "year 5"}.`;
  const units = value === 1 ? ["month", "year"] : [`${value} months`, `${value} years`];
  return `A length of time has a unit: write ${key}: ${units[0]}, or ${key}: ${units[1]}.`;
};
