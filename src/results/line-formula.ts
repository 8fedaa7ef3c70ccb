import type { AccountEntry } from "../engine/entries.js";
import { hasGroup, peopleIn } from "../engine/read-book.js";
import type { Simulation } from "../engine/simulate.js";
import { plainValue } from "../quantity/read.js";
import type { Line, LineKind } from "../scenario/interventions/line.js";

/** A strategy (its index in the book) and a model year. */
interface Year {
  readonly index: number;
  readonly year: number;
}

/**
 * A line's pounds in a year as a product of the scenario's factors. The last factor is the rest, such as the share of
 * the line that falls in the year.
 */
export const lineFormula = (simulation: Simulation, at: Year, entry: AccountEntry, total: number): string => {
  const [name, line] =
    Object.entries(simulation.scenario.interventions)
      .flatMap(([intervention, { lines }]) => lines.map((line) => [intervention, line] as const))
      .find(([, { address }]) => address === entry.address) ?? [];
  const amount = line?.amounts.find(({ agency }) => agency === entry.agency);
  if (name === undefined || !line || !amount) return plain(total);
  const { per, deadweight } = line;
  const counted = typeof per === "object" && per.people !== "everyone" ? per.people : undefined;
  const factors: readonly (readonly [number | undefined, (string | undefined)?])[] = [
    [signed(plainValue(amount.pounds), line.kind)],
    [amount.uprating === 1 ? undefined : amount.uprating],
    [counted && peopleOf(simulation, at, name, line)],
    counted === undefined || counted === 1 ? [undefined] : [1 / counted, `1/${counted}`],
    [deadweight && 1 - (plainValue(deadweight) ?? 0), deadweight && `(1-${plainValue(deadweight)})`],
  ];
  const known = factors.filter(
    (factor): factor is readonly [number, (string | undefined)?] => factor[0] !== undefined && factor[0] !== 1,
  );
  const rest = total / known.reduce((product, [value]) => product * value, 1);
  const texts = known.map(([value, text]) => text ?? plain(value));
  const isWhole = Math.abs(rest - 1) < 1e-12 && texts.length > 0;
  return [...texts, ...(isWhole ? [] : [plain(rest)])].join("*").replaceAll("*1/", "/");
};

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

const signed = (pounds: number | undefined, kind: LineKind): number | undefined =>
  kind === "costsMore" && pounds !== undefined ? -pounds : pounds;

/**
 * A number in a formula. Twelve digits are more than the figures deserve, and they hide the rounding of binary sums.
 */
export const plain = (value: number): string => String(Number(value.toPrecision(12)));
