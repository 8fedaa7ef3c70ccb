import type { AccountEntry } from "../../engine/book/entries.js";
import { hasGroup, peopleIn } from "../../engine/book/read-book.js";
import type { Simulation } from "../../engine/simulate.js";
import { plainValue } from "../../quantity/read.js";
import type { Line } from "../../scenario/interventions/line.js";
import type { Scenario } from "../../scenario/scenario.js";
import { costOfEach, type Factor, multiplied, numberOf, plain, shareThatIs, wholePounds } from "./factors.js";

/** A strategy (its index in the book) and a model year. */
interface Year {
  readonly index: number;
  readonly year: number;
}

/**
 * A line's pounds in a year as a product of the scenario's factors. The last factor is the rest, such as the share of
 * the line that falls in the year.
 */
export const lineFormula = (simulation: Simulation, at: Year, entry: AccountEntry, total: number): Factor => {
  const { scenario } = simulation;
  const [name, line] =
    Object.entries(scenario.interventions)
      .flatMap(([intervention, { lines }]) => lines.map((line) => [intervention, line] as const))
      .find(([, { address }]) => address === entry.address) ?? [];
  const amount = line?.amounts.find(({ agency }) => agency === entry.agency);
  if (name === undefined || !line || !amount) return wholePounds(total, "in the year");
  const stated = plainValue(amount.pounds) ?? 0;
  const each = line.kind === "costsMore" ? -stated : stated;
  const beyond = 1 - ((line.deadweight && plainValue(line.deadweight)) ?? 0);
  const isOnMove = "onMove" in line.timing;
  const price = line.per === undefined && !isOnMove ? "for the whole" : "each";
  const known: readonly Factor[] = [
    ...(each === 0 ? [] : [{ ...costOfEach(each * amount.uprating, amount, scenario, price), ...factor(each) }]),
    ...(each === 0 || amount.uprating === 1 ? [] : [{ ...factor(amount.uprating), words: "" }]),
    ...peopleFactors(line, peopleOf(simulation, at, name, line), scenario),
    ...(beyond === 1 ? [] : [shareThatIs(beyond, "beyond what comes anyway", `(1-${plain(1 - beyond)})`)]),
  ];
  const rest = total / multiplied(known).value;
  if (Math.abs(rest - 1) < 1e-12 && known.length > 0) return multiplied(known);
  const isOfPounds = each === 0;
  return multiplied([
    ...known,
    isOfPounds
      ? costOfEach(rest, amount, scenario, price)
      : numberOf(rest, isOnMove ? "moves" : "of it due in the year"),
  ]);
};

/** The people that a line counts, in groups if its pounds are for several. None if their number is not known. */
const peopleFactors = ({ per }: Line, people: number | undefined, { cohorts }: Scenario): readonly Factor[] => {
  if (typeof per !== "object" || per.people === "everyone" || people === undefined) return [];
  const { many } = cohorts[per.cohort].unit;
  if (per.people === 1) return people === 1 ? [] : [numberOf(people, many ?? "people")];
  const { words } = numberOf(people / per.people, `groups of ${per.people} ${many ?? "people"}`);
  return [
    { ...factor(people), words },
    { value: 1 / per.people, formula: `1/${per.people}`, words: "" },
  ];
};

const factor = (value: number): Pick<Factor, "value" | "formula"> => ({ value, formula: plain(value) });

/**
 * The number of people a line counts, if another output shows it: the size of a cohort, or the mean number over the
 * year of people in a state or enrolled in an intervention. Undefined for lines timed from each person's joining, and
 * for people in several states.
 */
const peopleOf = (
  { scenario, central }: Simulation,
  { index, year }: Year,
  name: string,
  line: Line,
): number | undefined => {
  const { per, while: states, clock } = line;
  const { reach } = scenario.interventions[name];
  if (typeof per !== "object" || states.length > 1 || (reach !== null && (clock === "joining" || states.length > 0)))
    return undefined;
  const { size, entrants, dimensions } = scenario.cohorts[per.cohort];
  if (reach === null && dimensions.length + entrants.length === 0) return plainValue(size);
  const group = { cohort: per.cohort, state: states[0] ?? null, intervention: reach === null ? null : name };
  // With 0 people no factor gives the total.
  return hasGroup(central, group) ? peopleIn(central, index, group, year)[0] || undefined : undefined;
};
