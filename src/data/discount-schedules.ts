import { frozen } from "./frozen.js";

const table8 = "annex A6, table 8 (declining long term discount rate)";
const flatFrom126 =
  "The table ends with year 125; the rate goes on, as the terms of reference of HM Treasury's discount rate review " +
  "(16 December 2025) say of the standard rate.";

const editions = {
  2003: "HM Treasury (2003), The Green Book, annex 6: declining long term discount rate",
  2018: `HM Treasury (2018), The Green Book, ${table8}`,
  2022: `HM Treasury (2022), The Green Book, ${table8}`,
  2026:
    "HM Treasury (2026), The Green Book: rates as in table 8 of the 2022 edition, 2.5% for ever after year 75 " +
    "(terms of reference of the discount rate review, 16 December 2025); health 1.5% from paragraph 6.58",
};

const standard = [
  { throughYear: 30, ratePerYear: 0.035 },
  { throughYear: 75, ratePerYear: 0.03 },
  { throughYear: 125, ratePerYear: 0.025 },
  { throughYear: null, ratePerYear: 0.025, source: flatFrom126 },
] as const;

const reduced = [
  { throughYear: 30, ratePerYear: 0.03 },
  { throughYear: 75, ratePerYear: 0.0257 },
  { throughYear: 125, ratePerYear: 0.0214 },
  { throughYear: null, ratePerYear: 0.0214, source: flatFrom126 },
] as const;

const health = [
  { throughYear: 30, ratePerYear: 0.015 },
  { throughYear: 75, ratePerYear: 0.0129 },
  { throughYear: 125, ratePerYear: 0.0107 },
  { throughYear: null, ratePerYear: 0.0107, source: flatFrom126 },
] as const;

const healthReduced = [
  { throughYear: 30, ratePerYear: 0.01 },
  { throughYear: 75, ratePerYear: 0.0086 },
  { throughYear: 125, ratePerYear: 0.0071 },
  { throughYear: null, ratePerYear: 0.0071, source: flatFrom126 },
] as const;

const sixBands = [
  { throughYear: 30, ratePerYear: 0.035 },
  { throughYear: 75, ratePerYear: 0.03 },
  { throughYear: 125, ratePerYear: 0.025 },
  { throughYear: 200, ratePerYear: 0.02 },
  { throughYear: 300, ratePerYear: 0.015 },
  { throughYear: null, ratePerYear: 0.01 },
] as const;

/**
 * Discount schedules by name: those of the Green Book, by edition, and `none`. Rates are shares per year, in bands from
 * year 1. `health` is for effects on life and health, not for the money of the health service. `reduced` leaves out
 * pure time preference, as a sensitivity for wealth that passes between generations. The six bands of the 2003 edition
 * are often mistaken for those of later editions; they differ only after year 125.
 * @example discountSchedules["green-book-2022"].bands[0].ratePerYear // => 0.035
 */
export const discountSchedules = frozen({
  none: { name: "none", source: "no discounting", bands: [{ throughYear: null, ratePerYear: 0 }] },
  "green-book-2003": { name: "green-book-2003", source: editions[2003], bands: sixBands },
  "green-book-2018": { name: "green-book-2018", source: editions[2018], bands: standard },
  "green-book-2018-reduced": { name: "green-book-2018-reduced", source: editions[2018], bands: reduced },
  "green-book-2018-health": { name: "green-book-2018-health", source: editions[2018], bands: health },
  "green-book-2018-health-reduced": {
    name: "green-book-2018-health-reduced",
    source: editions[2018],
    bands: healthReduced,
  },
  "green-book-2022": { name: "green-book-2022", source: editions[2022], bands: standard },
  "green-book-2022-reduced": { name: "green-book-2022-reduced", source: editions[2022], bands: reduced },
  "green-book-2022-health": { name: "green-book-2022-health", source: editions[2022], bands: health },
  "green-book-2022-health-reduced": {
    name: "green-book-2022-health-reduced",
    source: editions[2022],
    bands: healthReduced,
  },
  "green-book-2026": { name: "green-book-2026", source: editions[2026], bands: standard },
  "green-book-2026-reduced": { name: "green-book-2026-reduced", source: editions[2026], bands: reduced },
  "green-book-2026-health": { name: "green-book-2026-health", source: editions[2026], bands: health },
  "green-book-2026-health-reduced": {
    name: "green-book-2026-health-reduced",
    source: editions[2026],
    bands: healthReduced,
  },
} as const);
