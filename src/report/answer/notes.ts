import { listed } from "../../base/problem.js";
import type { Simulation } from "../../engine/simulate.js";
import { assumptions } from "../../results/assumptions.js";
import { budgetGap } from "../../results/budget-gap.js";
import { doubtedShare } from "../../results/savings.js";
import { risesIn } from "../../results/sums.js";
import { isUpperBound } from "../../results/upper-bounds.js";
import type { WhoSavesRow } from "../../results/who-saves.js";
import type { Scenario } from "../../scenario/scenario.js";
import { roundedPounds, shareText } from "../numbers.js";
import { clip, oneLine, plural, upperBoundNote } from "../words.js";
import { type AnswerRow, type Strategies, widestOf } from "./rows.js";

const fewestDraws = 256;

/** The three numbers the spread of a strategy hangs on most, a line each; or why there are none. */
export const hangsOn = (simulation: Simulation, strategies: Strategies, strategy: string): readonly string[] => {
  if (simulation.settings.draws < fewestDraws)
    return [`What the spread hangs on takes ${fewestDraws} draws or more to tell.`];
  // Of several strategies, whose spread it is is told once.
  const of = (at: number): string =>
    strategies.size === 1 ? "the spread" : at === 0 ? `the spread of ${clip(strategy, 24)}` : "it";
  const said = assumptions(simulation, { strategy })
    .filter(({ shareOfSpread }) => shareOfSpread >= 0.005)
    .slice(0, 3)
    .map(({ address, written, status, shareOfSpread }, at) => {
      const mark = status === "assumption" ? ", assumed" : "";
      return `${shareText(shareOfSpread)} of ${of(at)}: ${address}, ${oneLine(written)}${mark}`;
    });
  if (said.length > 0) return said;
  const { net, netP5, netP95 } = widestOf(strategies.get(strategy) ?? []);
  return netP95 - netP5 <= 0.01 * Math.abs(net)
    ? ["What is uncertain here hardly moves the whole: its range and chance say little."]
    : ["No one number explains the spread."];
};

/** The central run beside the mean, where they differ by more than a tenth, and why; of several strategies, at their widest level. */
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

/** How much of what a strategy saves is priced at unit costs that are old, not trusted, or of no known payer. */
export const doubtNote = (simulation: Simulation, strategy: string): readonly string[] => {
  const doubted = doubtedShare(simulation, strategy);
  const whose = simulation.settings.strategies.length > 1 ? `what ${clip(strategy, 24)} saves` : "what is saved";
  return doubted === 0
    ? []
    : [`${shareText(doubted)} of ${whose} is priced at unit costs that are old, rated red, or of no known payer.`];
};

/** What the figures do not say, in the fewest words. */
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

/** Where the scenario has funding rules that are not in force: where to read what they would do. */
const regimesNote = ({ regimes, inForce }: Scenario): readonly string[] => {
  const many = Object.keys(regimes).length;
  if (many === 0 || inForce !== null) return [];
  return [`--show decide says who would sign under ${plural(many, "funding regime")}, settle where each would end.`];
};

/** Who turns people away so that its budget reaches, and how many at most. */
const rationNote = (simulation: Simulation): readonly string[] => {
  const rows = budgetGap(simulation);
  return [...new Set(rows.map(({ agency }) => agency))].flatMap((agency) => {
    const most = Math.max(...rows.map((row) => (row.agency === agency ? (row.rationed ?? 0) : 0)));
    return most === 0
      ? []
      : [`To keep within its budget ${agency} turns away up to ${shareText(most)} (--show budget-gap).`];
  });
};

/** Whether no service has a capacity, so that of each contact avoided its variable share is cash, and that is not all of it. */
const cashIsVariable = ({ services }: Scenario): boolean => {
  const all = Object.values(services);
  const isAllCash = ({ variable }: Scenario["services"][string]["costs"][number]): boolean => variable.expression === 1;
  return all.every(({ capacity }) => capacity === null) && all.some(({ costs }) => !costs.every(isAllCash));
};

const noChance = (draws: number): string =>
  draws === 1 ? "One draw tells nothing of chance." : "No number has a range, so nothing is told of chance.";
