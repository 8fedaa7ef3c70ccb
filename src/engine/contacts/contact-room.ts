import { type Column, distanceOf } from "../../base/columns/kernels.js";
import { type QueueColumns, queueColumns } from "../../base/columns/queue-loop.js";
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
  readonly all: readonly ContactColumn[];
  /** Those of them, one after another, that are summed by year. */
  readonly summed: readonly ContactColumn[];
}

/** The columns of a service in a cycle. */
export interface ContactColumns {
  readonly each: ReadonlyMap<ContactColumn, Column>;
  /** Those that are summed by year. */
  readonly summed: { readonly names: readonly ContactColumn[]; readonly whole: Column };
}

/** The sums of a service by year from 0: side by side, and by the name of what is summed. */
export interface YearSums {
  readonly whole: readonly Column[];
  readonly by: Readonly<Partial<Record<ContactColumn, readonly Column[]>>>;
}

const columnNames = (scenario: Scenario, name: string): ColumnNames => {
  if (!servicesWithQueue(scenario).includes(name)) return { all: ["served"], summed: ["served"] };
  const { capacity } = scenario.services[name];
  const has = figuresOfLine(scenario, { service: name, priority: null });
  const isCallingIn = has.includes("calledIn");
  const all: ContactColumn[] = [...queueColumns];
  if (isCallingIn) all.push("seen", "calledIn");
  // The places that are open, if they may serve more or fewer contacts: a stay is drawn, varies, or is acted upon.
  if (capacity !== null && "places" in capacity && isFree(capacity.stay, scenario)) all.push("open");
  const first = has.includes("rationed") ? "rationed" : has.includes("capacity") ? "room" : "served";
  return { all: isCallingIn ? [...all, "latent"] : all, summed: all.slice(all.indexOf(first)) };
};

/** Room for the columns of some services in a cycle, and for their sums by year. */
export const contactRoom = (scenario: Scenario, services: readonly string[], width: number): Room => {
  const { years } = scenario.time;
  const sides = isDiscountedByCycle(scenario) ? 2 : 1;
  const columns = services.reduce((sum, name) => {
    const { all, summed } = columnNames(scenario, name);
    const peaks = scenario.services[name].closing ? years : 0;
    return sum + all.length + summed.length * sides * years + peaks;
  }, 0);
  return buildRoom({ columns, width });
};

/** Columns of zeros for a service. */
export const contactColumns = (scenario: Scenario, name: string, room: Room): ContactColumns => {
  const { all, summed } = columnNames(scenario, name);
  const { whole, each } = room.columns(all.length);
  const distance = distanceOf(each[0].length);
  const from = all.indexOf(summed[0]);
  return {
    each: new Map(all.map((column, place) => [column, each[place]])),
    summed: { names: summed, whole: whole.subarray(from * distance, (from + summed.length) * distance) },
  };
};

/** Zeros for the sums of a service by year. */
export const yearSums = ({ summed: { names } }: ContactColumns, years: number, room: Room): YearSums => {
  const all = Array.from({ length: years }, () => room.columns(names.length));
  return {
    whole: all.map(({ whole }) => whole),
    by: Object.fromEntries(names.map((name, place) => [name, all.map(({ each }) => each[place])])),
  };
};
