import { sum } from "../../../base/mathematics/statistics.js";
import { listed } from "../../../base/problems/problem.js";
import type { Simulation } from "../../../engine/simulate.js";
import type { Line } from "../../../scenario/interventions/line.js";
import { poundsEach } from "../../numbers.js";
import { type Doubt, type DoubtsIn, figuresUnder } from "../doubt.js";

/** The least part of what its intervention pays that a line for all people moves. Assumption: less is for each. */
const leastPart = 0.001;
/** How near, as a share, a total is to the sum of its parts. Assumption: closer than chance brings two amounts. */
const near = 1e-4;

/** A line of money, and the pounds that it moves over the run. */
interface SizedLine {
  readonly line: Line;
  readonly pounds: number;
}

/** The lines of an intervention in the first strategy that holds it, in the order of the file. */
const sizedLines = (central: Simulation, name: string): readonly SizedLine[] => {
  const { scenario, settings } = central;
  const strategy = settings.strategies.find((each) => scenario.strategies[each].of.includes(name));
  if (strategy === undefined) return [];
  const agencies = Object.keys(scenario.agencies);
  return scenario.interventions[name].lines.map((line) => {
    const only = ({ address }: { readonly address: string }): boolean => address === line.address;
    const pounds = figuresUnder(central, strategy, { agencies, money: "plain", layer: line.layer, only });
    return { line, pounds: Math.abs(pounds("pays") + pounds("avoided") + pounds("cheaper")) };
  });
};

const ofEach =
  (doubtsOf: (name: string, lines: readonly SizedLine[]) => readonly Doubt[]): DoubtsIn =>
  (central) =>
    Object.keys(central.scenario.interventions).flatMap((name) => doubtsOf(name, sizedLines(central, name)));

/** Lines for an intervention as a whole that are next to nothing beside what it pays, as without per: person. */
export const nextToNothing: DoubtsIn = ofEach((name, lines) => {
  const paid = sum(lines.filter(({ line }) => line.kind === "pays").map(({ pounds }) => pounds));
  return lines
    .filter(({ line, pounds }) => line.per === undefined && pounds > 0 && pounds < leastPart * paid)
    .map(({ line, pounds }) => ({
      address: line.address,
      what: `This comes to ${poundsEach(pounds)} in all years together; ${name} pays ${poundsEach(paid)}.`,
      mend: "If it is for each person, write per: person. Else check the pounds, and how often they are due.",
    }));
});

/** Lines that cost as much as all others of their payers together, as the total of a table does. */
export const totalsOfLines: DoubtsIn = ofEach((_, lines) => {
  const costs = lines.filter(({ line, pounds }) => line.kind === "pays" && pounds > 0);
  return costs.flatMap(({ line, pounds }, at) => {
    const others = costs.filter((other) => other.line !== line && payersOf(other.line) === payersOf(line));
    const alike = others.filter((other) => (other.line.per === undefined) === (line.per === undefined));
    const parts = [others, alike].find((some) => {
      const total = sum(some.map((part) => part.pounds));
      return some.length > 0 && Math.abs(total - pounds) <= near * pounds;
    });
    // Of two lines of one size the later is named, and two that are written alike are counted twice.
    const [part] = parts ?? [];
    if (parts === undefined || (parts.length === 1 && (costs.indexOf(part) > at || isWrittenAlike(part.line, line))))
      return [];
    return {
      address: line.address,
      what: `This comes to ${poundsEach(pounds)}, as much as ${listed(parts.map((each) => each.line.address))}.`,
      mend: "If it is their total, take it out. If it is right, accept it with its reason.",
    };
  });
});

const payersOf = ({ amounts }: Line): string => amounts.map(({ agency }) => agency).join(" ");

const isWrittenAlike = (one: Line, other: Line): boolean =>
  one.amounts.every(({ pounds }, at) => pounds.written === other.amounts[at].pounds.written);
