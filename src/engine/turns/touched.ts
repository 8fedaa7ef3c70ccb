import type { Column } from "../../base/columns/kernels.js";
import type { CauseFlow } from "../contacts/causes.js";
import type { ServiceFlow } from "../contacts/demand.js";
import type { Plan } from "../plan.js";
import type { DataFlow } from "../values/schedule.js";

/** The parts of a plan, each with the columns that it reads and those that it writes. */
export interface Parts {
  readonly people: DataFlow;
  /** Services that run together: one alone, or all that are shut in steps. */
  readonly services: readonly (DataFlow & { readonly of: readonly ServiceFlow[] })[];
  readonly tallies: readonly DataFlow[];
  readonly postings: readonly DataFlow[];
  readonly sinceJoining: readonly DataFlow[];
  /** What formulas read of the last cycle: people and waiting lists, then contacts. */
  readonly standing: readonly DataFlow[];
  readonly served: readonly DataFlow[];
  /** The contacts under way before the first cycle. */
  readonly history: DataFlow;
  /** The budgets of a year. They run in every run. */
  readonly budgets: DataFlow;
}

/** All columns in a part of a plan, which is plain data but for its functions. */
const columnsIn = (part: unknown, found = new Set<Column>(), seen = new Set<unknown>()): ReadonlySet<Column> => {
  if (part instanceof Float64Array) found.add(part);
  else if (typeof part === "object" && part !== null && !ArrayBuffer.isView(part) && !seen.has(part)) {
    seen.add(part);
    for (const inner of part instanceof Map ? part.values() : Object.values(part)) columnsIn(inner, found, seen);
  }
  return found;
};

/** Divides the columns of a part into those that it writes itself and those of others, which it reads. */
const flowOf = (part: unknown, isOthers: (column: Column) => boolean): DataFlow => {
  const columns = [...columnsIn(part)];
  return { reads: columns.filter(isOthers), writes: columns.filter((column) => !isOthers(column)) };
};

/** The parts of a plan. `usual` is that of business as usual, if the plan is of a strategy. */
export const partsOf = (plan: Plan, usual?: Plan): Parts => {
  const { program, people, demand, tallies, accounts, lines, lastValues, yearEnd } = plan;
  const { cohorts, enrolments, sums, groups, startNotes } = people;
  const isNumber = (column: Column): boolean => program.columns.has(column);
  const starting = new Set(people.starting.values());
  const ofUsual = columnsIn(usual?.demand);
  const reading = (part: unknown): DataFlow => ({ reads: [...columnsIn(part)], writes: [] });
  const ofService = (flow: ServiceFlow): DataFlow => {
    const { arrivals, served, queue, causes, latentCauses } = flow;
    const rings = [...causes, ...latentCauses].map(ringOf);
    const own = columnsIn([arrivals, served, queue, rings]);
    const account = accounts.find((each) => each.flow === flow);
    // A cost that varies is read at each year's start, with the contacts.
    const costs = account?.payers.map(({ varying, now }) => varying.map((part) => now[part]));
    return flowOf([flow, costs], (column) => isNumber(column) || ofUsual.has(column) || !own.has(column));
  };
  const shutInSteps = demand.services.filter(({ queue }) => queue?.closing !== undefined);
  const alone = demand.services.filter(({ queue }) => queue?.closing === undefined);
  return {
    people: flowOf(
      [cohorts, enrolments, sums, groups, startNotes],
      (column) => isNumber(column) || (usual !== undefined && starting.has(column)),
    ),
    services: [shutInSteps, ...alone.map((flow) => [flow])].map((of) => {
      const flows = of.map(ofService);
      return { of, reads: flows.flatMap(({ reads }) => reads), writes: flows.flatMap(({ writes }) => writes) };
    }),
    tallies: tallies.map(({ causes }) => reading(causes)),
    postings: lines.postings.map(({ amount, count }) => reading([amount, count])),
    sinceJoining: lines.sinceJoining.map(({ out, ...from }) => ({ ...reading(from), writes: [out] })),
    standing: lastValues.standing.map(({ out, of }) => ({ reads: of, writes: [out] })),
    served: lastValues.served.map(({ out, of }) => ({ reads: of, writes: [out] })),
    history: {
      ...reading(demand.causes.map(({ parts, spread }) => [parts, spread])),
      writes: [...columnsIn(demand.causes.filter(({ underWay }) => underWay.length > 0).map(ringOf))],
    },
    // A rationed share follows from what was spent, so it may always differ.
    budgets: {
      ...reading(yearEnd.budgets.map(({ own, other }) => [own, other])),
      writes: yearEnd.rationed.map(({ share }) => share),
    },
  };
};

/** The contacts under way of a cause. */
const ringOf = ({ underWay, late, spread }: CauseFlow) => [underWay, late.sum, spread?.brought];
