import { momentOf } from "../base/time.js";
import type { Scenario } from "../scenario/scenario.js";
import type { Destination } from "./book/book.js";
import { businessAsUsual } from "./book/strategy-index.js";
import { notFinite, unsoundError, unsoundIn, unsoundNow, type WhenUnsound } from "./checks.js";
import { startDemand } from "./contacts/demand.js";
import { startTallies, writeTallies } from "./contacts/tallies.js";
import { unbalanced } from "./contacts/volumes.js";
import { endCycle, runCycle } from "./cycle.js";
import { steadyHistory, type UnderWayBefore } from "./history.js";
import { type ServiceAccount, startCosts } from "./money/costs.js";
import { startLines, writeLines } from "./money/lines.js";
import { writeCosts, writeIdle, writeUnitCosts } from "./money/write-costs.js";
import { closeAccounts } from "./money/year-end.js";
import { stepPeople } from "./people/people.js";
import { takeNotes } from "./people/people-sums.js";
import { type Plan, startPlan } from "./plan.js";
import { type Turn, wholeTurn } from "./turns/turn.js";
import { writeContacts, writeCycle, writePlan } from "./write-plan.js";

/** Business as usual or a strategy in a block: its plan, what of it runs in this turn, and where it writes. */
export interface RunningArm {
  readonly plan: Plan;
  readonly turn: Turn;
  readonly destination: Destination;
}

/** The contacts under way before the first cycle: those of `before`, unless this turn may change them. */
export const historyOf = (
  scenario: Scenario,
  usual: RunningArm,
  before: UnderWayBefore,
  whenUnsound: WhenUnsound,
): UnderWayBefore => {
  const { plan, hasHistory, isStill } = usual.turn;
  if (isStill || !hasHistory) return before;
  const { program, demand } = usual.plan;
  // The first cycle is run for its steady flow only.
  const first = momentOf(1, program.cyclesPerYear);
  startTurns([{ plan }]);
  plan.schedule.startCycle(first);
  stepPeople(plan.people, first);
  return steadyHistory(scenario, demand, program.width, whenUnsound);
};

/**
 * Runs business as usual and the strategies, and writes them. A number that is not finite stops the run, with the
 * address it comes from.
 */
export const runArms = (
  usual: RunningArm,
  strategies: readonly RunningArm[],
  history: UnderWayBefore,
  whenUnsound: WhenUnsound,
): void => {
  const all = [usual, ...strategies];
  const running = all.filter(({ turn }) => !turn.isStill);
  inStep(running, usual.plan, history);
  for (const { plan, turn } of whenUnsound === "stop" ? running : []) {
    const { people, lines } = turn.plan;
    if (unsoundIn({ accounts: turn.accounts, lines, people }).length === 0) {
      const [off] = unbalanced(turn.accounts);
      if (off !== undefined) throw new Error(`The contacts of ${off} do not balance: this is a fault of who-saves.`);
      continue;
    }
    // The second run looks at every number in every cycle, to find the first that is not finite.
    const again = all.map((arm) => ({ ...arm, turn: wholeTurn(arm.plan) }));
    inStep(again, usual.plan, history, (cycle) => {
      const sources = unsoundNow(plan);
      if (sources.length > 0) throw notFinite(sources, `in cycle ${cycle}`);
    });
    throw unsoundError(plan);
  }
  for (const { destination, turn } of running) {
    writePlan(destination, turn.plan);
    writeTallies(destination, turn.plan.tallies);
  }
};

/**
 * Takes some arms through all cycles in step: each runs a cycle before any goes on to the next. So a strategy finds
 * there what it shares with business as usual, which is first.
 */
const inStep = (
  arms: readonly RunningArm[],
  usual: Plan,
  history: UnderWayBefore,
  afterCycle?: (cycle: number) => void,
): void => {
  startTurns(arms.map(({ turn }) => turn));
  for (const { turn } of arms) startSums(turn.plan, history);
  const { cycles } = usual;
  const { cyclesPerYear } = usual.program;
  const byCycle = arms.filter(({ turn }) => !turn.isByYear);
  for (const each of cycles) {
    const { cycle, cycleOfYear, year } = each.moment;
    const due = cycleOfYear === 0 ? arms : byCycle;
    for (const { turn, destination } of due) {
      runCycle(turn.plan, each);
      writeCycle(destination, turn.plan, cycle);
      turn.note?.();
    }
    for (const { turn } of due) endCycle(turn.plan, each);
    if (cycleOfYear === cyclesPerYear - 1) for (const arm of arms) closeYear(arm, usual, year - 1);
    afterCycle?.(cycle);
  }
};

/** Begins a block: first every arm computes its numbers, then each notes what formulas of the first cycle read. */
const startTurns = (turns: readonly Pick<Turn, "plan" | "note">[]): void => {
  for (const { plan } of turns) startPlan(plan);
  for (const { plan, note } of turns) {
    note?.();
    takeNotes(plan.lastValues.standing);
  }
};

const startSums = ({ demand, tallies, accounts, lines }: Plan, history: UnderWayBefore): void => {
  startDemand(demand, history);
  startTallies(tallies);
  startCosts(accounts);
  startLines(lines);
};

/** Writes a year (from 0) and closes its accounts. Strategies come after business as usual, from which they differ. */
const closeYear = ({ plan, turn, destination }: RunningArm, usual: Plan, year: number): void => {
  const { book, from, strategy } = destination;
  writeContacts(destination, turn.plan, year);
  if (strategy === businessAsUsual) {
    writeUnitCosts(book, from, plan.accounts, year);
    writeIdle(book, from, plan.accounts, year);
  } else {
    for (const account of turn.accounts)
      writeCosts(destination, account, accountOf(usual, account), { year, scratch: plan.scratch });
    writeLines(destination, turn.plan.lines, year);
  }
  closeAccounts(plan.yearEnd, destination, year, usual.yearEnd);
};

/** The account of the same service in business as usual. */
const accountOf = ({ accounts }: Plan, { name }: ServiceAccount): ServiceAccount => {
  const account = accounts.find((each) => each.name === name);
  if (account === undefined) throw new RangeError(`Business as usual has no service ${name}.`);
  return account;
};
