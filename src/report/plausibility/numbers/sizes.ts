import { indexYear } from "../../../base/appraisal/prices.js";
import { percentage } from "../../../base/problems/number-text.js";
import type { Quantity } from "../../../quantity/expression.js";
import { centralOf } from "../../../scenario/central.js";
import { quantitiesOf, quantitiesToActOn } from "../../../scenario/quantities.js";
import { type DoubtsIn, effectsIn } from "../doubt.js";

/** The smallest share written as a percentage that is meant as one. Assumption: 0.25% is more often 25%. */
const leastShare = 0.01;
/** The most that prevention takes away, or that would come anyway. Assumption: few figures are above three quarters. */
const mostCut = 0.75;
/** Discount rates a year that are in use. Assumption: published rates are between 1% and 10%. */
const usualRates = { low: 0.01, high: 0.1 };
/** Years from the prices of the results to the start of the run. Assumption: people want prices of about then. */
const mostYearsApart = 5;

/** The percentage that a number is written as: 0.25 of `25% (10% to 40%)`. Undefined if it is written otherwise. */
const percentOf = ({ written }: Quantity): number | undefined => percentage(written.replace(/ \(.*/, ""));

/** Shares and cuts below 1% that are written with a percent sign, as 0.25% is where 0.25 is meant. */
export const sharesBelowOnePercent: DoubtsIn = ({ scenario }) =>
  [...quantitiesOf(scenario).values()].flatMap((quantity) => {
    const { address, bounds, written, source } = quantity;
    const share = percentOf(quantity) ?? 0;
    const isShare = (bounds === "share" || bounds === "cut") && !address.startsWith("cohorts.");
    if (!isShare || source === "default" || share <= 0 || share >= leastShare) return [];
    const meant = `${Number((share * 10_000).toPrecision(12))}%`;
    return [
      { address, what: `This is ${written}, less than one in a hundred.`, mend: `If ${meant} is meant, write that.` },
    ];
  });

/** Effects that take away nearly all of something, unless they were counted. */
export const cutsOfNearlyAll: DoubtsIn = ({ scenario }) =>
  effectsIn(scenario).flatMap(({ address, verb, amount }) => {
    const cut = centralOf(amount, scenario);
    if (verb !== "cut" || cut <= mostCut || address.includes(".counts.")) return [];
    return {
      address: amount.address,
      what: `This cuts ${Number((100 * cut).toPrecision(3))}%; few published effects are above three quarters.`,
      mend: "If that is what remains, write what is taken away. If it is right, accept it with its reason.",
    };
  });

/** Fixed deadweights that leave little to an intervention, as where what it brings itself is written. */
export const deadweightsOfMost: DoubtsIn = ({ scenario }) =>
  [...quantitiesOf(scenario).values()].flatMap((quantity) => {
    const share = typeof quantity.expression === "number" ? quantity.expression : 0;
    if (!quantity.address.endsWith(".deadweight") || share < mostCut || share >= 1) return [];
    const own = `${Number((100 * (1 - share)).toPrecision(3))}%`;
    return {
      address: quantity.address,
      what: `${quantity.written} would have come anyway, so only ${own} counts.`,
      mend: "If that is what it brings itself, write the rest. If it is right, accept it with its reason.",
    };
  });

/** Runs whose years are months: 60 where five years are meant. */
export const yearsOfMonths: DoubtsIn = ({ scenario: { time } }) =>
  time.cycle === "month" && time.years > 12 && time.years % 12 === 0
    ? [
        {
          address: "time.years",
          what: `The run has ${time.years} years, month by month.`,
          mend: `If ${time.years} months are meant, write ${time.years / 12}. If not, accept it with its reason.`,
        },
      ]
    : [];

/** Percentages where a number of something else is meant: pounds, people, or an amount added to contacts. */
export const percentagesOfNothing: DoubtsIn = ({ scenario }) => {
  const known = quantitiesToActOn(scenario);
  const pounds = [...quantitiesOf(scenario).values()].filter(({ unit }) => unit === "£");
  const amounts = effectsIn(scenario).flatMap(({ verb, target, amount }) => {
    const changed = known.get(target);
    const isShare = changed === undefined || changed.bounds === "share" || changed.written.includes("%");
    return (verb === "add" || verb === "set") && !isShare ? [amount] : [];
  });
  const people = [
    ...Object.values(scenario.interventions).flatMap(({ reach }) => reach?.people ?? []),
    ...[...known.values()].filter(({ address }) => /^cohorts\.\w+\.entrants(\.|$)/.test(address)),
  ];
  const perMany = Object.values(scenario.demand).flatMap(({ contacts, by }) =>
    "per" in by && by.per.people !== 1 && by.per.people !== "everyone" ? [contacts] : [],
  );
  return [...pounds, ...people, ...perMany, ...amounts].flatMap((quantity) => {
    const share = percentOf(quantity);
    if (share === undefined || share === 0) return [];
    return {
      address: quantity.address,
      what: `${quantity.written} is the number ${share} here, not a part of something.`,
      mend: "For less or more by a share write cut or raise; else write the number itself.",
    };
  });
};

/** Years. Assumption: a plan may be in prices of two years on. */
const mostYearsAhead = 2;

/** Years. Assumption: no study is published later than this after the year of its prices. */
const mostYearsBehind = 15;

/** Sources that state prices of a year after they were published, or of another decade. */
export const pricesAfterPublication: DoubtsIn = ({ scenario: { sources } }) =>
  Object.entries(sources).flatMap(([name, { title, priceYear }]) => {
    const published = [...title.matchAll(/\((?:[^()]*\s)?((?:19|20)\d\d)\)/g)].map(([, year]) => Number(year));
    const year = priceYear === undefined ? undefined : indexYear(String(priceYear));
    const isNear = (each: number): boolean =>
      year === undefined || (each + mostYearsAhead >= year && each - mostYearsBehind <= year);
    if (published.length === 0 || published.some(isNear)) return [];
    const isAfter = published.every((each) => year !== undefined && year > each);
    return {
      address: `sources.${name}.priceYear`,
      what: isAfter
        ? `The prices of ${priceYear} were not known in ${published[0]}, when ${name} was published.`
        : `${name} was published in ${published[0]}, and its prices are of ${priceYear}.`,
      mend: "Check both years: its figures are brought to the prices of the results from this one.",
    };
  });

/** Discount rates that nobody uses, and prices of years far from the run. */
export const moneyOfAnotherTime: DoubtsIn = ({ scenario: { money, time } }) => {
  const [{ ratePerYear }] = [...money.discounting.schedule.bands, { ratePerYear: 0 }];
  const starts = Number(time.start.slice(0, 4));
  const apart = starts - (indexYear(money.priceYear) ?? starts);
  const { low, high } = usualRates;
  return [
    ...(ratePerYear !== 0 && (ratePerYear < low || ratePerYear > high)
      ? [
          {
            address: "money.discount",
            what: `Later pounds lose ${Number((100 * ratePerYear).toPrecision(3))}% a year.`,
            mend: "Published rates are between 1% and 10%: write such as 3.5%, or the name of a schedule.",
          },
        ]
      : []),
    ...(Math.abs(apart) > mostYearsApart
      ? [
          {
            address: "money.priceYear",
            what: `The run starts in ${starts}, and its pounds are those of ${money.priceYear}.`,
            mend: "Check both years. Figures of another year state their own priceYear, and are brought to this one.",
          },
        ]
      : []),
  ];
};

/** Shares that are all of something, where 1 may be meant as 1%; and changes that would all have come anyway. */
export const wholeShares: DoubtsIn = ({ scenario }) =>
  [...quantitiesOf(scenario).values()].flatMap((quantity) => {
    const { address, bounds, expression, written, source } = quantity;
    if ((bounds !== "share" && bounds !== "cut") || source === "default") return [];
    const isOne = expression === 1 && written === "1";
    const mend = "For 1 per cent write 1%; for all of it write 100%.";
    if (address.endsWith(".deadweight") && (isOne || centralOf(quantity, scenario) === 1))
      return [{ address, what: `This is ${written}: all of the change would have come anyway.`, mend }];
    return isOne ? [{ address, what: "1 is the whole: 100%.", mend }] : [];
  });
