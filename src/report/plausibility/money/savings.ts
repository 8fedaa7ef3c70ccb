import { sum } from "../../../base/mathematics/statistics.js";
import { queueFigureOf } from "../../../engine/book/read-book.js";
import { businessAsUsual } from "../../../engine/book/strategy-index.js";
import type { Simulation } from "../../../engine/simulate.js";
import { activity } from "../../../results/people/activity.js";
import { centralOf } from "../../../scenario/central.js";
import { numberText, poundsEach } from "../../numbers.js";
import { type Doubt, type DoubtsIn, figuresUnder } from "../doubt.js";

/** The most of a service's contacts that a strategy may avert. Assumption: little prevents more than nine in ten. */
const mostAverted = 0.9;
/** The most of a service's contacts that may not be served. Assumption: more is a slip in the capacity. */
const mostUnserved = 0.5;

/** Lines that save an agency more than it spends, in business as usual, on all services of the scenario. */
export const savingsAboveSpending: DoubtsIn = (central) =>
  linesOf(central, "saves").flatMap(({ address, amounts, strategy }) =>
    amounts.flatMap(({ agency }) => {
      const saved = figuresUnder(central, strategy, {
        agencies: [agency],
        money: "plain",
        only: (entry) => entry.address === address,
      })("avoided");
      const spent = usualSpending(central, agency);
      if (spent === 0 || saved <= spent) return [];
      return {
        address,
        what:
          `This saves ${agency} ${poundsEach(saved)} in all; ` +
          `its services of this scenario cost ${poundsEach(spent)}.`,
        mend: "Check the sum, how often it is saved (every) and for whom (per): nothing saves more than it costs.",
      };
    }),
  );

/** The lines of a kind, each with the first strategy that has it. */
const linesOf = ({ scenario, settings }: Simulation, wanted: string) =>
  Object.entries(scenario.interventions).flatMap(([name, { lines }]) => {
    const strategy = settings.strategies.find((each) => scenario.strategies[each].of.includes(name));
    if (strategy === undefined) return [];
    return lines
      .filter(({ kind, layer }) => kind === wanted && layer === "fiscal")
      .map((line) => ({ ...line, strategy }));
  });

/** Pounds that an agency, or all of them, spends on services in all years of business as usual. */
export const usualSpending = (central: Simulation, agency?: string): number => {
  const { scenario } = central;
  const [first] = activity(central);
  return sum(
    activity(central)
      .filter(({ strategy, year }) => strategy === first?.strategy && year !== null)
      .flatMap(({ service, without }) =>
        scenario.services[service].costs
          .filter((cost) => agency === undefined || cost.agency === agency)
          .map(({ pounds, uprating }) => without * centralOf(pounds, scenario) * uprating),
      ),
  );
};

/** Grants above what the agency that receives them pays for the intervention. */
export const grantsAboveCosts: DoubtsIn = (central) =>
  linesOf(central, "grants").flatMap(({ address, amounts, strategy }) =>
    amounts.flatMap(({ agency }) => {
      const pounds = figuresUnder(central, strategy, { agencies: [agency], money: "plain" });
      const [granted, pays] = [pounds("granted"), pounds("pays")];
      if (granted <= 0 || granted <= 1.001 * pays) return [];
      return {
        address,
        what: `${agency} is granted ${poundsEach(granted)} in all, and pays ${poundsEach(pays)}.`,
        mend: "Check the sum, how often it is given (every or in) and to whom.",
      };
    }),
  );

/** Services of which a strategy averts nearly all contacts, and services that leave most contacts unserved. */
export const contactsOutOfScale: DoubtsIn = (central) => {
  const rows = activity(central).filter(({ year }) => year !== null);
  const costed = Object.entries(central.scenario.services).filter(([, { worth }]) => worth === null);
  return costed.flatMap(
    ([service, { name }]) =>
      central.settings.strategies
        .map((strategy) => {
          const own = rows.filter((row) => row.service === service && row.strategy === strategy);
          const [without, others] = [sum(own.map((row) => row.without)), sum(own.map((row) => row.with))];
          const gaveUp = (year: number): number =>
            queueFigureOf(central.drawn, businessAsUsual, service, "gaveUp", year)[0];
          const away = sum(own.map((row) => (row.turnedAwayWithout ?? 0) + gaveUp(row.year ?? 1)));
          if (without > 0 && without < 1 && away < 1) return fewerThanOne(service, without);
          if (away > mostUnserved * (away + without)) return unserved(service, without, away);
          if (others >= (1 - mostAverted) * without) return undefined;
          const [remain, of] = [others, without].map(numberText);
          return {
            address: `services.${service}`,
            what: `Under ${strategy} ${remain} contacts of ${name || service} remain of ${of}.`,
            mend: "Check the size of the effects: little averts more than nine in ten.",
          };
        })
        .find((doubt) => doubt !== undefined) ?? [],
  );
};

const fewerThanOne = (service: string, contacts: number): Doubt => ({
  address: `services.${service}`,
  what: `In all years of the run there are ${numberText(contacts)} contacts of ${service}: not even one.`,
  mend: "Is the size of the cohort in thousands, or what brings contacts per too many people?",
});

const unserved = (service: string, served: number, away: number): Doubt => ({
  address: `services.${service}.capacity`,
  what:
    `Without any strategy ${numberText(served)} contacts are served in all, ` +
    `and ${numberText(away)} are turned away or give up.`,
  mend: "Check the capacity, and the stay or period of one contact, beside what brings contacts.",
});
