import type { AccountEntry } from "../engine/entries.js";
import { hasGroup, peopleIn } from "../engine/read-book.js";
import type { Simulation } from "../engine/simulate.js";
import { plainValue } from "../quantity/read.js";
import type { Line, LineKind } from "../scenario/interventions/line.js";

/** A year of a strategy, which stands at a place in the books. */
interface Year {
  readonly index: number;
  readonly year: number;
}

/** What a line of money comes to in a year, as written in the scenario factor by factor, and last the share of it that falls in the year. */
export const lineFormula = (simulation: Simulation, at: Year, entry: AccountEntry, total: number): string => {
  const [name, line] =
    Object.entries(simulation.scenario.interventions)
      .flatMap(([name, { lines }]) => lines.map((line) => [name, line] as const))
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
  const told = known.map(([value, text]) => text ?? plain(value));
  const isWhole = Math.abs(rest - 1) < 1e-12 && told.length > 0;
  return [...told, ...(isWhole ? [] : [plain(rest)])].join("*").replaceAll("*1/", "/");
};

/**
 * The people a line is counted by, where a reader can see them: the size of a cohort, or the mean number over the year of those in a state, or of
 * those an intervention has taken in. Undefined where each follows a clock of their own, and of people in several states.
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
  const { size, dimensions } = scenario.cohorts[per.cohort];
  if (reach === null && dimensions.length === 0) return plainValue(size);
  const group = { cohort: per.cohort, state: states[0] ?? null, intervention: reach === null ? null : name };
  // Of nobody there is no share that would make what is paid.
  return hasGroup(central, group) ? peopleIn(central, index, group, year)[0] || undefined : undefined;
};

const signed = (pounds: number | undefined, kind: LineKind): number | undefined =>
  kind === "costsMore" && pounds !== undefined ? -pounds : pounds;

/** A number of a formula. Twelve digits are more than the figures deserve, and hide the last bits of binary sums. */
export const plain = (value: number): string => String(Number(value.toPrecision(12)));
