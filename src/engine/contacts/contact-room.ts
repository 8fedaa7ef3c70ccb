import { type Column, distanceOf } from "../../base/columns/kernels.js";
import { type QueueColumns, queueColumns } from "../../base/columns/queue-loops.js";
import type { Room } from "../../base/columns/room.js";
import { buildRoom } from "../../base/columns/wasm-room.js";
import { isFree } from "../../scenario/quantities.js";
import type { Scenario } from "../../scenario/scenario.js";
import { figuresOfLine, servicesWithQueue } from "../book/queue-figures.js";
import { isDiscountedByCycle } from "../book/yearly-cube.js";

/** The columns of a service in a cycle: those of its queue, places that are open, and latent contacts. */
type ContactColumn = keyof QueueColumns | "open" | "seen" | "calledIn" | "latent";

/** The names of the columns of a service in a cycle, in the order in which they are side by side. */
interface ColumnNames {
  /** Those that are summed by year, undiscounted and in present value. */
  readonly volumes: readonly ContactColumn[];
  /** Those that are summed by year, undiscounted alone. */
  readonly figures: readonly ContactColumn[];
  readonly others: readonly ContactColumn[];
}

/** Columns side by side that are summed by year. */
export interface Summed {
  readonly names: readonly ContactColumn[];
  readonly whole: Column;
}

/** The columns of a service in a cycle. */
export interface ContactColumns {
  readonly each: ReadonlyMap<ContactColumn, Column>;
  readonly volumes: Summed;
  readonly figures: Summed;
}

/** The sums of a service by year from 0: side by side, and by the name of what is summed. */
export interface YearSums {
  readonly whole: readonly Column[];
  readonly by: Readonly<Partial<Record<ContactColumn, readonly Column[]>>>;
}

const columnNames = (scenario: Scenario, name: string): ColumnNames => {
  if (!servicesWithQueue(scenario).includes(name)) return { volumes: ["served"], figures: [], others: [] };
  const { capacity } = scenario.services[name];
  const has = figuresOfLine(scenario, { service: name, priority: null });
  const volumes: ContactColumn[] = ["served", "arrivals", "filled"];
  if (has.includes("rationed")) volumes.push("rationed");
  if (has.includes("capacity")) volumes.push("room");
  // The places that are open, if they may serve more or fewer contacts: a stay is drawn, varies, or is acted upon.
  if (capacity !== null && "places" in capacity && isFree(capacity.stay, scenario)) volumes.push("open");
  const figures: ContactColumn[] = ["turnedAway", "gaveUp", "waiting"];
  if (has.includes("calledIn")) figures.push("seen", "calledIn");
  const others: ContactColumn[] = queueColumns.filter((column) => ![...volumes, ...figures].includes(column));
  if (has.includes("calledIn")) others.push("latent");
  return { volumes, figures, others };
};

/** Room for the columns of some services in a cycle, and for their sums by year. */
export const contactRoom = (scenario: Scenario, services: readonly string[], width: number): Room => {
  const { years } = scenario.time;
  const sides = isDiscountedByCycle(scenario) ? 2 : 1;
  const columns = services.reduce((sum, name) => {
    const { volumes, figures, others } = columnNames(scenario, name);
    const peaks = scenario.services[name].closing ? years : 0;
    return sum + volumes.length * (1 + sides * years) + figures.length * (1 + years) + others.length + peaks;
  }, 0);
  return buildRoom({ columns, width });
};

/** Columns of zeros for a service. */
export const contactColumns = (scenario: Scenario, name: string, room: Room): ContactColumns => {
  const { volumes, figures, others } = columnNames(scenario, name);
  const names = [...volumes, ...figures, ...others];
  const { whole, each } = room.columns(names.length);
  const distance = distanceOf(each[0].length);
  const window = (of: readonly ContactColumn[], from: number): Summed => ({
    names: of,
    whole: whole.subarray(from * distance, (from + of.length) * distance),
  });
  return {
    each: new Map(names.map((column, place) => [column, each[place]])),
    volumes: window(volumes, 0),
    figures: window(figures, volumes.length),
  };
};

/** Zeros for the sums of some columns by year. */
export const yearSums = ({ names }: Summed, years: number, room: Room): YearSums => {
  const all = Array.from({ length: names.length > 0 ? years : 0 }, () => room.columns(names.length));
  return {
    whole: all.map(({ whole }) => whole),
    by: Object.fromEntries(names.map((name, place) => [name, all.map(({ each }) => each[place])])),
  };
};
