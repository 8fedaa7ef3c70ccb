import { listed } from "../../../base/problems/problem.js";
import type { Simulation } from "../../../engine/simulate.js";
import { postings } from "../../../results/rules/postings.js";
import { type SettleRow, settle } from "../../../results/rules/settle.js";
import { poundsEach } from "../../numbers.js";
import { type Doubt, type DoubtsIn, figuresUnder } from "../doubt.js";

/** Pounds. Less than this is rounding. */
const aPenny = 0.01;

/**
 * The families that move money because of a scheme. A share rule has nothing to share if a scheme loses, and the others
 * say what is allowed or what next year brings: that they move nothing is a result, not a slip.
 */
const moving = ["finance", "pay"] as const;

/** Rules that move nothing or change nothing, and regimes of the same rules that end alike. */
export const rulesThatChangeNothing: DoubtsIn = (central) => {
  const { regimes } = central.scenario;
  if (central.settings.strategies.length === 0) return [];
  // Few regimes are compared, and a settlement takes longer than all other doubts.
  const settled = new Map<string, readonly SettleRow[]>();
  const endsOf = (regime: string): readonly SettleRow[] => {
    const rows = settled.get(regime) ?? settle(central, regime);
    settled.set(regime, rows);
    return rows;
  };
  return Object.keys(regimes).flatMap((regime, index, names) => [
    ...moving
      .filter((family) => regimes[regime][family] !== undefined)
      .filter((family) => endsOf(regime).every((row) => Math.abs(row[family]) < aPenny))
      .map((family) => ({ address: `regimes.${regime}.${family}`, ...unmoved(central, regime, family) })),
    ...dividesTheSame(central, regime),
    ...names
      .slice(0, index)
      .filter((other) => rulesIn(regimes[other]) === rulesIn(regimes[regime]) && isAlike(endsOf(other), endsOf(regime)))
      .slice(0, 1)
      .map((other) => alike(regime, other)),
  ]);
};

/** What a rule moves in every case, in words. */
const unmoved = (central: Simulation, regime: string, family: (typeof moving)[number]): Omit<Doubt, "address"> => {
  const moved = postings(central, regime).filter((posting) => posting.family === family);
  const pounds = moved.reduce((total, posting) => total + posting.pounds, 0) / central.scenario.time.years;
  const schemes = listed(central.settings.strategies, "or");
  return {
    what:
      pounds > 0
        ? `This rule moves ${poundsEach(pounds)} a year with and without ${schemes}, so it changes no decision.`
        : `This rule moves nothing, with or without ${schemes}.`,
    mend: "For money that comes only if a scheme goes ahead, write grants on the intervention.",
  };
};

/** An allocate rule that leaves every budget as planned, with and without every strategy. */
const dividesTheSame = (central: Simulation, regime: string): readonly Doubt[] => {
  const { allocate } = central.scenario.regimes[regime];
  const budgeted = Object.values(central.scenario.agencies).some(({ budget }) => budget !== null);
  if (allocate === undefined || !budgeted) return [];
  if (postings(central, regime).some(({ family }) => family === "allocate")) return [];
  return [
    {
      address: `regimes.${regime}.allocate`,
      what: "This rule leaves every budget as planned: it divides the pot, and nothing makes the pot smaller.",
      mend: "Write the cut beside the rule: cut: 2% is a pot that shrinks by 2% each year.",
    },
  ];
};

/** The rules of a regime by name, without their parameters. */
const rulesIn = (regime: object): string =>
  JSON.stringify(
    Object.entries(regime)
      .map(([family, rule]) => [family, typeof rule === "string" ? rule : Object.keys(rule)[0]])
      .sort(),
  );

const isAlike = (ends: readonly SettleRow[], others: readonly SettleRow[]): boolean =>
  ends.every((row, at) =>
    (["position", "budget", "reserve"] as const).every(
      (figure) => Math.abs((row[figure] ?? 0) - (others[at][figure] ?? 0)) < aPenny,
    ),
  );

const alike = (regime: string, other: string): Doubt => ({
  address: `regimes.${regime}`,
  what: `${regime} and ${other} have the same rules, and give every agency the same in every year and strategy.`,
  mend: "What differs in their parameters changes nothing: the rules divide what there is. Check it, or take one out.",
});

/** Grants that move nothing in any year. */
export const grantsOfNothing: DoubtsIn = (central) =>
  Object.entries(central.scenario.interventions).flatMap(([name, { lines }]) =>
    lines.flatMap(({ address, kind, amounts }) => {
      const { scenario, settings } = central;
      const strategies = settings.strategies.filter((strategy) => scenario.strategies[strategy].of.includes(name));
      if (kind !== "grants" || strategies.length === 0) return [];
      const moves = strategies.some(
        (strategy) =>
          figuresUnder(central, strategy, {
            agencies: amounts.slice(1).map(({ agency }) => agency),
            only: (entry) => entry.address === address,
          })("granted") !== 0,
      );
      if (moves) return [];
      return {
        address,
        what: "This grant moves nothing in any year of the run.",
        mend: "Check its sum, and when it is paid.",
      };
    }),
  );
