import { counted, listed } from "../../base/problem.js";
import type { Simulation } from "../../engine/simulate.js";
import { assumptions } from "../../results/assumptions.js";
import { budgetGap } from "../../results/budget-gap.js";
import { doubtedShare } from "../../results/savings.js";
import { risesIn } from "../../results/sums.js";
import { isUpperBound } from "../../results/upper-bounds.js";
import type { WhoSavesRow } from "../../results/who-saves.js";
import type { Scenario } from "../../scenario/scenario.js";
import { roundedPounds, shareText } from "../numbers.js";
import { oneLine, upperBoundNote } from "../words.js";
import { clip } from "./clip.js";
import { type AnswerRow, type Strategies, widestOf } from "./rows.js";

const fewestDraws = 256;

/** The three numbers that explain most of a strategy's spread, one line each; or why there are none. */
export const spreadDrivers = (simulation: Simulation, strategies: Strategies, strategy: string): readonly string[] => {
  if (simulation.settings.draws < fewestDraws)
    return [`It takes ${fewestDraws} draws or more to show what the spread depends on.`];
  // With several strategies, only the first line names the strategy.
  const of = (at: number): string =>
    strategies.size === 1 ? "the spread" : at === 0 ? `the spread of ${clip(strategy, 24)}` : "it";
  const drivers = assumptions(simulation, { strategy })
    .filter(({ shareOfSpread }) => shareOfSpread >= 0.005)
    .slice(0, 3)
    .map(({ address, written, status, shareOfSpread }, at) => {
      const mark = status === "assumption" ? ", assumed" : "";
      return `${shareText(shareOfSpread)} of ${of(at)}: ${address}, ${oneLine(written)}${mark}`;
    });
  if (drivers.length > 0) return drivers;
  const { net, netP5, netP95 } = widestOf(strategies.get(strategy) ?? []);
  return netP95 - netP5 <= 0.01 * Math.abs(net)
    ? ["The uncertain numbers hardly change the total: its range and chance mean little."]
    : ["No one number explains the spread."];
};

/**
 * The net of the central run, for rows whose mean differs from it by more than a tenth.
 * With several strategies: for the widest level of each.
 */
export const centralNote = (rows: readonly AnswerRow[], strategies: Strategies): readonly string[] => {
  const apart = (strategies.size > 1 ? widestRows(strategies) : shownRows(rows, strategies)).flatMap(([name, row]) => {
    const differs = Math.abs(row.net - row.netCentral) > Math.max(0.1 * Math.abs(row.net), 0.5);
    return differs ? [`${name} ${roundedPounds(row.netCentral)}`] : [];
  });
  const named = apart.length > 3 ? [...apart.slice(0, 2), `${apart.length - 2} more`] : apart;
  return apart.length === 0 ? [] : [`With every number at its central value the net differs: ${listed(named)}.`];
};

type Named = readonly [name: string, row: WhoSavesRow];

const widestRows = (strategies: Strategies): readonly Named[] =>
  [...strategies].map(([name, rows]) => [clip(name, 20), widestOf(rows)]);

const shownRows = (rows: readonly AnswerRow[], strategies: Strategies): readonly Named[] => {
  const all = [...strategies.values()].flat();
  return rows.flatMap(({ name, net, netP5 }): readonly Named[] => {
    const row = all.find((each) => each.net === net && each.netP5 === netP5);
    return row === undefined ? [] : [[name, row]];
  });
};

/** The share of a strategy's savings that rests on doubtful unit costs: old, rated red, or without a known payer. */
export const doubtNote = (simulation: Simulation, strategy: string): readonly string[] => {
  const doubted = doubtedShare(simulation, strategy);
  const savings = simulation.settings.strategies.length > 1 ? `the savings of ${clip(strategy, 24)}` : "the savings";
  return doubted === 0
    ? []
    : [`${shareText(doubted)} of ${savings} is priced at unit costs that are old, rated red, or of no known payer.`];
};

/** The limits of the figures, in few words. */
export const caveats = (simulation: Simulation, uncertain: boolean): string => {
  const { scenario, settings } = simulation;
  return [
    uncertain ? "Chance covers uncertain numbers, not the luck of few people." : noChance(settings.draws),
    ...rationNote(simulation),
    ...(cashIsVariable(scenario) ? ["Services have no capacity: cash is the variable share."] : []),
    ...(uncertain ? ["5th, 95th: draw by draw; they do not add."] : []),
    ...(risesIn(scenario).size > 0 ? ["Avoided is net of what rises elsewhere."] : []),
    ...settings.strategies.slice(0, 1).flatMap((strategy) => doubtNote(simulation, strategy)),
    ...upperBoundNote(settings.strategies.filter((name) => isUpperBound(scenario, name))),
    ...regimesNote(scenario),
  ].join(" ");
};

/** If the scenario has funding regimes and none is in force: which outputs show their effect. */
const regimesNote = ({ regimes, inForce }: Scenario): readonly string[] => {
  const many = Object.keys(regimes).length;
  if (many === 0 || inForce !== null) return [];
  return [
    `--show decide says who would sign under ${counted(many, "funding regime")}, settle what each agency ends up with.`,
  ];
};

/** The agencies that turn people away to keep within their budgets, and the largest share each turns away. */
const rationNote = (simulation: Simulation): readonly string[] => {
  const rows = budgetGap(simulation);
  return [...new Set(rows.map(({ agency }) => agency))].flatMap((agency) => {
    const most = Math.max(...rows.map((row) => (row.agency === agency ? (row.rationed ?? 0) : 0)));
    return most === 0
      ? []
      : [`To keep within its budget ${agency} turns away up to ${shareText(most)} (--show budget-gap).`];
  });
};

/**
 * True if no service has a capacity, and some cost is not wholly variable.
 * Then the cash of an avoided contact is the variable share of its cost.
 */
const cashIsVariable = ({ services }: Scenario): boolean => {
  const all = Object.values(services);
  const isAllCash = ({ variable }: Scenario["services"][string]["costs"][number]): boolean => variable.expression === 1;
  return all.every(({ capacity }) => capacity === null) && all.some(({ costs }) => !costs.every(isAllCash));
};

const noChance = (draws: number): string =>
  draws === 1 ? "One draw gives no chance." : "No number has a range, so there is no chance to report.";
