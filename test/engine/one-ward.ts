import fc from "fast-check";
import { drawsAt } from "../../src/base/columns/cube.js";
import type { cyclesPerYear } from "../../src/base/time.js";
import type { Book } from "../../src/engine/book/book.js";
import { simulateUnchecked as simulate } from "../../src/engine/simulate.js";
import type { ScenarioForm } from "../../src/scenario/scenario.js";
import { bare } from "../support/bare.js";
import { read } from "../support/read.js";

// A place whose people come to one ward, and an intervention that takes some of them in.

type Parts = Partial<ScenarioForm>;
export type Cycle = keyof typeof cyclesPerYear;

export const book = (parts: Parts): Book =>
  simulate(read(bare({ interventions: { idle: { reaches: "everyone" } }, ...parts })), { draws: 1 }).central;

export const time = (years: number, cycle: Cycle, timing: "start" | "mid" | "end" = "start"): Parts => ({
  time: { start: "2025-04-01", years, cycle, timing },
});

/** The people of a group in each year, in the first strategy that is named. */
export const people = ({ people, groups }: Book, of: { state?: string; intervention?: string }): number[] => {
  const group = groups.findIndex(
    ({ state, intervention }) => state === (of.state ?? null) && intervention === (of.intervention ?? null),
  );
  return people.axes[2].labels.map((_, year) => drawsAt(people, 1, group, year)[0]);
};

/** The contacts averted at the only service, by year. */
export const averted = ({ activity: { plain: activity } }: Book): number[] =>
  activity.axes[2].labels.map((_, year) => drawsAt(activity, 0, 0, year)[0] - drawsAt(activity, 1, 0, year)[0]);

export const cycles = fc.constantFrom<Cycle>("week", "month", "quarter", "year");
export const between = (min: number, max: number) => fc.double({ min, max, noNaN: true });

export const served: Parts = {
  services: { ward: { unit: "stay", cost: { council: 1 } } },
  demand: { ill: { to: "ward", contacts: 1, per: "person", every: "year" } },
};

export const taking = (reaches: object, parts: object = {}): Parts => ({
  interventions: {
    help: {
      reaches: { people: 100, who: "anyone", stay: "to the end", ...reaches },
      deadweight: 0,
      effects: { less: { cut: { ward: 1 } } },
      ...parts,
    } as ScenarioForm["interventions"][string],
  },
});
