import { listed } from "../base/problem.js";
import { sum } from "../base/statistics.js";
import { contactsOf, peopleIn } from "../engine/read-book.js";
import type { Simulation } from "../engine/simulate.js";
import { businessAsUsual, type StrategyIndex } from "../engine/strategy-index.js";
import type { Quantity } from "../quantity/expression.js";
import { yearsOf } from "../results/model-years.js";
import { figureOf } from "../results/sums.js";
import { centralOf } from "../scenario/central.js";
import type { Effect } from "../scenario/interventions/change.js";
import type { Intervention } from "../scenario/interventions/intervention.js";
import type { Line } from "../scenario/interventions/line.js";
import { labelOf } from "../scenario/label.js";
import { nameOfKey } from "../scenario/names.js";
import type { Reach } from "../scenario/people/reach.js";
import type { Close } from "../scenario/services/close.js";
import type { Unit } from "../scenario/unit.js";
import { capital, inSentence } from "./finding/words.js";
import { poundsText, shareText, writtenText } from "./numbers.js";
import { numberText, poundsEach } from "./plausibility/words.js";
import { oneLine, yearsText } from "./words.js";

/** What a part of a scenario says, in a sentence or two with the numbers of the central run. */
export interface ReadBackRow {
  /** The path in the scenario of what the sentence says. */
  readonly address: string;
  /** The sentence. */
  readonly says: string;
}

/** A scenario in sentences, in the order of the file: an author sees whether it says what is meant. */
export const readBack = (run: Simulation): readonly ReadBackRow[] => {
  const { scenario } = run;
  const { time, money } = scenario;
  const central = { ...run, drawn: run.central };
  const from = `The run is ${yearsText(time.years)} from ${time.start}, by the ${time.cycle}.`;
  return [
    {
      address: "time",
      says: `${from} Pounds are in ${money.priceYear} prices.`,
    },
    ...Object.keys(scenario.cohorts).map((name) => ({ address: `cohorts.${name}`, says: cohortText(central, name) })),
    ...Object.keys(scenario.services).map((name) => ({
      address: `services.${name}`,
      says: serviceText(central, name),
    })),
    ...Object.entries(scenario.interventions).flatMap(([name, intervention]) =>
      interventionRows(central, name, intervention),
    ),
  ];
};

const countOf = (value: number, { one, many }: Unit): string =>
  `${numberText(value)} ${value === 1 ? one : (many ?? one)}`;

/** Pounds of one thing, in full where they are a pound or more. */
const priceText = (pounds: number): string => (pounds >= 1 ? poundsText(pounds) : poundsEach(pounds));

const agencyName = ({ scenario }: Simulation, agency: string): string =>
  inSentence(scenario.agencies[agency]?.name ?? agency);

/** Figures by year: each year the same, one year alone, or one after the other. */
const byYear = (values: readonly number[], text: (value: number) => string): string => {
  const some = values.flatMap((value, index) => (Math.abs(value) < 1e-9 ? [] : [index]));
  if (some.length === 0) return `${text(0)} in every year`;
  if (some.length === 1 && values.length > 1) return `${text(values[some[0]])}, in year ${some[0] + 1} alone`;
  const same = values.every((value) => Math.abs(value - values[0]) <= 0.005 * Math.abs(values[0]));
  if (same) return values.length === 1 ? text(values[0]) : `${text(values[0])} in each year`;
  const shown = values.slice(0, 5).map((value, index) => `${text(value)} in year ${index + 1}`);
  return values.length <= 5
    ? listed(shown)
    : `${shown.slice(0, 3).join(", ")} and ${text(values.at(-1) ?? 0)} in year ${values.length}`;
};

const cohortText = ({ scenario, drawn }: Simulation, name: string): string => {
  const { unit, size, entrants } = scenario.cohorts[name];
  const counts = yearsOf(scenario).map(
    (year) => peopleIn(drawn, businessAsUsual, { cohort: name, state: null, intervention: null }, year)[0],
  );
  const arriving = sum(entrants.map(({ people }) => centralOf(people, scenario)));
  const arrive = entrants.length === 0 ? "" : ` ${numberText(arriving)} more arrive at the start of each later year.`;
  const begin = `${nameOfKey(name)} begin as ${countOf(centralOf(size, scenario), unit)}`;
  return `${begin}; there are ${byYear(counts, numberText)}.${arrive}`;
};

const serviceText = (run: Simulation, name: string): string => {
  const { scenario, drawn } = run;
  const { name: title, unit, costs } = scenario.services[name];
  const contacts = yearsOf(scenario).map((year) => contactsOf(drawn, businessAsUsual, name, { year })[0]);
  const borne = costs.map(
    ({ agency, pounds, uprating }) => `${agencyName(run, agency)} ${priceText(centralOf(pounds, scenario) * uprating)}`,
  );
  const price = borne.length === 0 ? "" : ` One ${unit.one} costs ${listed(borne)}.`;
  return `${title}:${price} Without an intervention there are ${byYear(contacts, (value) => countOf(value, unit))}.`;
};

const interventionRows = (run: Simulation, name: string, intervention: Intervention): readonly ReadBackRow[] => {
  const { scenario, settings } = run;
  const holding = settings.strategies.filter((strategy) => scenario.strategies[strategy].of.includes(name));
  const [alone] = holding.toSorted((a, b) => scenario.strategies[a].of.length - scenario.strategies[b].of.length);
  const address = `interventions.${name}`;
  if (alone === undefined) return [{ address, says: `${intervention.name} is in no strategy of this run.` }];
  const index = settings.strategies.indexOf(alone);
  return [
    { address, says: `${intervention.name} ${reachText(run, index, name, intervention.reach)}` },
    ...intervention.lines.map((line) => ({ address: line.address, says: lineText(run, index, line) })),
    ...intervention.closes.map((close) => ({ address: close.address, says: closeText(run, close) })),
    ...intervention.effects.map((effect) => ({ address: effect.address, says: effectText(run, index, effect) })),
  ];
};

const reachText = (
  { scenario, drawn }: Simulation,
  strategy: StrategyIndex,
  name: string,
  reach: Reach | null,
): string => {
  if (reach === null) return "would act on everybody.";
  const { cohort, people } = reach;
  const { unit } = scenario.cohorts[cohort];
  const counts = yearsOf(scenario).map(
    (year) => peopleIn(drawn, strategy, { cohort, state: null, intervention: name }, year)[0],
  );
  const asked = countOf(centralOf(people, scenario), unit);
  return `is for ${asked}. In it are, in the mean of the year, ${byYear(counts, numberText)}.`;
};

const closeText = ({ scenario }: Simulation, { service, most, together }: Close): string =>
  `${scenario.services[service].name}: up to ${most.written} are shut for good, in whole steps` +
  `${together === null ? "" : " of all that are shut together"}, as they fall free.`;

/** What a line of money moves, by payer: the amount, what it is counted by, and the pounds of each year. */
const lineText = (run: Simulation, strategy: StrategyIndex, line: Line): string => {
  const { scenario, drawn } = run;
  const words = {
    pays: "would pay",
    grants: "would get as a grant",
    saves: "would save",
    costsMore: "would pay more:",
  }[line.kind];
  const figure = { pays: "pays", grants: "granted", saves: "avoided", costsMore: "avoided" } as const;
  const only = ({ address }: { readonly address: string }): boolean => address === line.address;
  const each = line.per === undefined ? "" : perText(run, line.per);
  const of = line.amounts.map(({ agency, pounds, uprating, cashable }) => {
    const yearly = yearsOf(scenario).map((year) => {
      const asked = { agencies: [agency], year, money: "plain", layer: line.layer, only } as const;
      return (line.kind === "costsMore" ? -1 : 1) * figureOf(drawn, strategy, figure[line.kind], asked)[0];
    });
    const amount = each === "" ? "" : `${priceText(centralOf(pounds, scenario) * uprating)} ${each}: `;
    const total = yearly.filter((value) => value !== 0).length > 1 ? `, ${poundsText(sum(yearly))} in all` : "";
    const cash = cashable === undefined || line.kind !== "saves" ? "" : ` (${cashable.written} of it cash)`;
    return `${agencyName(run, agency)} ${words} ${amount}${byYear(yearly, poundsText)}${total}${cash}`;
  });
  return `${capital(listed(of))}.${anywayText(run, line)}`;
};

const perText = ({ scenario }: Simulation, per: NonNullable<Line["per"]>): string => {
  if (per === "worker") return "for each worker";
  const { one, many } = scenario.cohorts[per.cohort].unit;
  if (per.people === "everyone") return "for everybody";
  return per.people === 1 ? `for each ${one}` : `for each ${numberText(per.people)} ${many ?? one}`;
};

const verbs = { cut: "would fall by", raise: "would rise by", add: "would be raised by", set: "would become" } as const;

/** What an effect changes, by how much, and what comes of it at a service. */
const effectText = (run: Simulation, strategy: StrategyIndex, effect: Effect): string => {
  const { scenario, drawn } = run;
  const { target, verb } = effect;
  const service = /^services\.(\w+)$/.exec(target)?.[1];
  const label = service === undefined ? labelOf({ address: target }, scenario) : scenario.services[service].name;
  if (service === undefined) return `${label} ${verbs[verb]} ${amountText(run, effect)}.${anywayText(run, effect)}`;
  const [without, others] = [businessAsUsual, strategy].map((arm) => contactsOf(drawn, arm, service, {})[0]);
  const { unit } = scenario.services[service];
  const over = `Over the run ${countOf(without, unit)} become ${numberText(others)}.`;
  return `${label} ${verbs[verb]} ${amountText(run, effect)}.${anywayText(run, effect)} ${over}`;
};

/** The amount of an effect as the file writes it; of a formula or of counts, its value at the start too. */
const amountText = ({ scenario }: Simulation, { verb, amount }: Effect): string => {
  const value = centralOf(amount, scenario);
  return asWritten(amount, verb === "cut" || verb === "raise" ? shareText(value) : numberText(value));
};

const asWritten = ({ written }: Quantity, value: string): string =>
  /^-?[\d.]+%?( \(|$)/.test(written) ? writtenText(written) : `${value} (${writtenText(oneLine(written))})`;

const anywayText = ({ scenario }: Simulation, { deadweight }: Pick<Line | Effect, "deadweight">): string => {
  if (deadweight === undefined) return "";
  const share = deadweight.written === "0" ? "none" : asWritten(deadweight, shareText(centralOf(deadweight, scenario)));
  return ` Of it, ${share} would have come anyway.`;
};
