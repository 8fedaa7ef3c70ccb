import { mean } from "../../../base/mathematics/statistics.js";
import { listed } from "../../../base/problems/problem.js";
import { families } from "../../../quantity/distributions/index.js";
import { childrenOf, type Expression } from "../../../quantity/expression.js";
import { centralOf } from "../../../scenario/central.js";
import { namesIn, quantitiesOf } from "../../../scenario/quantities.js";
import { numberText } from "../../numbers.js";
import type { DoubtsIn } from "../doubt.js";

/** How far the mean of a range may be from its value, as a factor. Assumption: a skew beyond it is seldom meant. */
const farFromMean = 2;
/** Equal parts of the distribution whose middles are averaged. */
const slices = 1000;

/** Ranges whose mean is far from their value: the mean of the draws is then far from the central run. */
export const meansFarFromValues: DoubtsIn = ({ scenario }) =>
  [...quantitiesOf(scenario).values()].flatMap(({ address, expression, written }) => {
    if (typeof expression !== "object" || expression.kind !== "range" || expression.value <= 0) return [];
    const quantile = families[expression.family].quantile(expression.parameters);
    const middle = mean(Float64Array.from({ length: slices }, (_, at) => quantile((at + 0.5) / slices)));
    const times = middle / expression.value;
    if (times <= farFromMean && times >= 1 / farFromMean) return [];
    return {
      address,
      what: `The mean of ${written} is about ${numberText(Number(middle.toPrecision(2)))}, far from its value.`,
      mend: "A few extreme runs decide the result. Check the ends of the range, or name a distribution.",
    };
  });

/** Traces by year that look like a series: years of the run, or values that only rise or only fall. */
export const seriesAtRandom: DoubtsIn = ({ scenario }) => {
  const first = Number(scenario.time.start.slice(0, 4));
  return [...quantitiesOf(scenario).values()].flatMap(({ address, expression }) => {
    const trace = tracesIn(expression).find(({ pick }) => typeof pick === "string");
    if (trace === undefined) return [];
    const { names, values } = trace;
    const years = names.map((name) => Number(/^(?:FY)?((?:19|20)\d{2})\b/.exec(name)?.[1] ?? Number.NaN));
    const isByYear = years.length >= 3 && years.every((year, at) => at === 0 || year === years[at - 1] + 1);
    if (!isByYear || values.some((each) => each.some((value) => value !== each[0]))) return [];
    const isOfRun = years.some((year) => year >= first && year < first + scenario.time.years);
    const rises = values.slice(1).map(([value], at) => Math.sign(value - values[at][0]));
    if (!isOfRun && !(rises.length >= 3 && rises.every((rise) => rise !== 0 && rise === rises[0]))) return [];
    return {
      address,
      what: `${names[0]} to ${names[names.length - 1]} look like a series, and each run picks among them at random.`,
      mend:
        `For a series of years write of: ${years[0] === first ? "" : `${first} - 1 + `}year and from: ` +
        "in place of trace:, as steps.",
    };
  });
};

/** Steps by the clock, from a file or in place, whose rows the run leaves behind, or never gets to. */
export const seriesOfOtherYears: DoubtsIn = ({ scenario }) =>
  [...quantitiesOf(scenario).values()].flatMap(({ address, expression }) => {
    if (typeof expression !== "object" || expression.kind !== "steps") return [];
    const { of, from } = expression;
    if (from.length < 2 || !namesIn(of).some((name) => name === "year" || name === "t")) return [];
    const first = centralOf({ expression: of }, scenario);
    const last = first + scenario.time.years - 1;
    const [start, end] = [from[0], from[from.length - 1]];
    const isByYear = start >= 1900 && end <= 2199 && from.every((year, at) => year === start + at);
    const isOneRow = first >= end || last < start + 1;
    if (!isOneRow && !(isByYear && (first < start || last > end))) return [];
    return {
      address,
      what: `Its steps are from ${start} to ${end}, and the run reads ${first} to ${last}.`,
      mend: "Before the first step its value is taken, and after the last that of the last. Check of, and the years.",
    };
  });

/** What a share may be added to or taken from. Assumption: a larger number is no share, and no factor. */
const largestFactor = 2;
const besidePercent = /(?<![\w.)]|[*/^]\s*)([A-Za-z_]\w*|\d+(?:\.\d+)?)\s*([+-])\s*(\d+(?:\.\d+)?)\s?%(?!\s*[*/^(\w])/;

/** Percentages behind + or -, which are numbers of their own: `3000 - 10%` is 2999.9. */
export const percentagesAdded: DoubtsIn = ({ scenario }) =>
  [...quantitiesOf(scenario).values()].flatMap(({ address, written }) => {
    const [found, name = "", sign, percent] = besidePercent.exec(written) ?? [];
    const named = scenario.quantities[name];
    const number = named === undefined ? Number(name) : centralOf(named, scenario);
    if (found === undefined || !(Math.abs(number) > largestFactor)) return [];
    const factor = `${Number((100 + Number(`${sign}${percent}`)).toPrecision(12))}%`;
    return {
      address,
      what: `${found.trim()} is ${numberText(number)} ${sign === "-" ? "less" : "and"} ${Number(percent) / 100}.`,
      mend: `For ${sign === "-" ? "less" : "more"} by ${percent}% write ${name} * ${factor}.`,
    };
  });

const tracesIn = (expression: Expression): readonly Extract<Expression, { kind: "trace" }>[] => {
  if (typeof expression !== "object") return [];
  return expression.kind === "trace" ? [expression] : childrenOf(expression).flatMap(tracesIn);
};

/** Traces that share their names, and so always pick the same one, though their names are no years. */
export const tiedTraces: DoubtsIn = ({ scenario }) => {
  const tied = new Map<string, string[]>();
  for (const { address, expression } of quantitiesOf(scenario).values()) {
    if (typeof expression !== "object" || expression.kind !== "trace") continue;
    const { stream, names, values, pick } = expression;
    // Years are the years of one place: its winters are meant to be the same. One trace alone is no choice.
    const isChosen = values.length > 1 && typeof pick === "string";
    if (isChosen && !names.every((name) => /\d{4}/.test(name)))
      tied.set(stream, [...(tied.get(stream) ?? []), address]);
  }
  return [...tied.values()]
    .filter((addresses) => addresses.length > 1)
    .map((addresses) => ({
      address: addresses[1],
      what:
        `${listed(addresses.map((address) => address.replace(/^quantities\./, "")))} always pick the same trace, ` +
        "because their traces have the same names.",
      mend: "If they should not, write apart: true.",
    }));
};
