import { type Column, copy } from "../../base/columns/kernels.js";
import type { Moment } from "../../base/time.js";
import { followingFrom, isTouched } from "../following.js";
import type { Machine, MachineRun } from "../machine.js";
import type { ServiceAccount } from "../money/costs.js";
import { stillPeople } from "../people/people.js";
import type { Plan } from "../plan.js";
import { always, type Changed, type DataFlow, type ProgramSteps, scheduleOf } from "../values/schedule.js";
import { type Parts, partsOf } from "./touched.js";
import { type Turn, wholeTurn } from "./turn.js";

/**
 * Returns a run of a machine for several turns into one book, which differ in the inputs of some streams alone: the
 * others are not filled anew. What does not follow from them runs once, and stays in the book. `most` is how many
 * numbers may be kept for that.
 */
export const inTurns = ({ inputs, plans, runTurns }: Machine, streams: readonly string[], most: number): MachineRun => {
  const [usual, ...others] = plans;
  const moved = streams.flatMap((stream) => inputs.columns.get(stream) ?? []);
  const ofUsual = replayOf(usual, { columns: moved });
  const replays = [ofUsual, ...others.map((plan) => replayOf(plan, { after: ofUsual }, usual))];
  // What an agency spends is the sum of all its services and lines.
  const isWhole =
    replays.reduce((sum, { numbers }) => sum + numbers, 0) > most ||
    plans.some(({ lastValues }) => lastValues.spends.length > 0);
  const whole = plans.map((plan) => wholeTurn(plan));
  let turns = isWhole ? whole : replays.map(({ first }) => first);
  return (...into) => {
    runTurns(turns, ...into);
    if (!isWhole) turns = replays.map(({ next }) => next);
  };
};

/** A plan that runs several times with other numbers in some columns. What does not follow from these runs once. */
interface Replay {
  /** The first turn: everything runs. */
  readonly first: Turn;
  /** All others. What does not run leaves its sums by year as they are. */
  readonly next: Turn;
  /** The columns that may differ from turn to turn. */
  readonly touched: ReadonlySet<Column>;
  /** The parts that run in every cycle. */
  readonly perCycle: readonly DataFlow[];
  /** How many numbers the first turn keeps. */
  readonly numbers: number;
}

/** The columns in which the turns of a plan differ, or the turns of business as usual that come before its own. */
type Moved = { readonly columns: Iterable<Column> } | { readonly after: Replay };

/** Divides a plan into what follows from some columns, and what does not. */
const replayOf = (plan: Plan, moved: Moved, usual?: Plan): Replay => {
  const before = "after" in moved ? moved.after : undefined;
  const { program, cycles } = plan;
  const parts = partsOf(plan, usual);
  const { ofBlock, sources, dependents } = program.steps;
  const perCycle = [
    ...[...sources, ...dependents, parts.people, ...parts.services],
    ...[...parts.sinceJoining, ...parts.standing, ...parts.served],
  ];
  const ofUsual = usual === undefined ? [parts.history] : [];
  // What a strategy does not reach is computed by business as usual, which may have no need to run again.
  const alongside = before?.perCycle ?? [];
  const seeds = [
    ...("after" in moved ? moved.after.touched : moved.columns),
    ...parts.budgets.writes,
    ...(before?.next.hasHistory ? parts.history.writes : []),
  ];
  const touched = followingFrom(seeds, [...ofBlock, ...perCycle, ...ofUsual]);
  const runs = (flow: DataFlow): boolean => isTouched(flow, touched);
  const hasHistory = ofUsual.some(runs);
  const reading = [...[...perCycle, ...parts.tallies, ...parts.postings, ...ofUsual].filter(runs), parts.budgets];
  const still = new Set([...perCycle, ...alongside].filter((flow) => !runs(flow)).flatMap(({ writes }) => writes));
  const lasting = new Set(plan.people.enrolments.flatMap(({ joiners }) => joiners));
  const kept = [...new Set(reading.flatMap(({ reads }) => reads))].filter(
    (column) => still.has(column) && !lasting.has(column),
  );
  const numbers = kept.reduce((sum, column) => sum + column.length, 0) * (cycles.length + 1);
  const { note, restoring } = keeping(kept, program.steps);
  const own = onlyWhat(runs, plan, { parts, restoring });
  const isOther = ({ name, flow, payers }: ServiceAccount): boolean =>
    own.accounts.some((account) => account.flow === flow) ||
    payers.some(({ now }) => Object.values(now).some((column) => touched.has(column))) ||
    before?.next.accounts.some((account) => account.name === name) === true;
  const accounts = plan.accounts.filter(isOther);
  const isStill =
    ![...ofBlock, ...reading].some(runs) &&
    accounts.length === 0 &&
    parts.budgets.writes.length === 0 &&
    before?.next.isStill !== false;
  const isByYear = ![...perCycle, ...parts.tallies, ...parts.postings].some(runs);
  const next = { plan: own, accounts, isByYear, hasHistory, isStill, note: undefined };
  return { first: wholeTurn(plan, note), next, touched, perCycle, numbers };
};

/** Keeps columns cycle by cycle, and returns the step that restores them in the same cycles of the next turns. */
const keeping = (columns: readonly Column[], { sources, dependents }: ProgramSteps) => {
  const flags = new Map<Column, Changed>();
  for (const { writes, changed } of [...sources, ...dependents])
    if (changed !== always) for (const column of writes) flags.set(column, changed);
  const all = columns.map((column) => ({ column, flag: flags.get(column), cycles: [] as Column[] }));
  let last = 0;
  const note = (): void => {
    for (const { column, cycles } of all) {
      const last = cycles.at(-1);
      cycles.push(last?.every((number, draw) => Object.is(number, column[draw])) ? last : column.slice());
    }
  };
  const changed = { now: true };
  const run = ({ cycle }: Moment, isFirst: boolean): void => {
    const now = isFirst ? 0 : cycle;
    changed.now = isFirst;
    for (const { flag } of all) if (flag) flag.now = isFirst;
    for (const { column, flag, cycles } of all) {
      if (!isFirst && cycles[now] === cycles[last]) continue;
      copy(column, cycles[now]);
      changed.now = true;
      if (flag) flag.now = true;
    }
    last = now;
  };
  return { note, restoring: { reads: [], writes: columns, changed, run } };
};

/**
 * The parts of a plan that run. What they read of the others is restored first in each cycle. All keys are written in
 * the order of the plan: V8 compiles what runs cycles anew for the shape of a copy by spread.
 */
const onlyWhat = (
  runs: (flow: DataFlow) => boolean,
  plan: Plan,
  { parts, restoring }: { readonly parts: Parts; readonly restoring: ProgramSteps["sources"][number] },
): Plan => {
  const { program, watches, people, demand, tallies, accounts, scratch, lines, yearEnd, lastValues, cycles } = plan;
  const { ofBlock, sources, dependents } = program.steps;
  const among = <Item>(items: readonly Item[], flows: readonly DataFlow[]): readonly Item[] =>
    items.filter((_, place) => runs(flows[place]));
  const steps = {
    ofBlock: ofBlock.filter(runs),
    sources: [restoring, ...sources.filter(runs)],
    dependents: dependents.filter(runs),
  };
  const running = new Set(parts.services.filter(runs).flatMap(({ of }) => of));
  const services = demand.services.filter((flow) => running.has(flow));
  return {
    program,
    schedule: scheduleOf(steps, program.lastValues),
    watches: watches.filter(({ limited }) => runs({ reads: [limited.column], writes: [] })),
    people: runs(parts.people) ? people : stillPeople(people),
    demand: {
      services,
      all: demand.all,
      causes: services.flatMap(({ causes, latentCauses }) => [...causes, ...latentCauses]),
      closings: demand.closings.filter((closing) => services.some(({ queue }) => queue?.closing === closing)),
      room: demand.room,
    },
    tallies: among(tallies, parts.tallies),
    accounts: accounts.filter(({ flow }) => running.has(flow)),
    scratch,
    lines: {
      postings: among(lines.postings, parts.postings),
      sinceJoining: among(lines.sinceJoining, parts.sinceJoining),
    },
    yearEnd,
    lastValues: {
      standing: among(lastValues.standing, parts.standing),
      served: among(lastValues.served, parts.served),
      spending: lastValues.spending,
      spend: lastValues.spend,
      spends: lastValues.spends,
    },
    cycles,
  };
};
