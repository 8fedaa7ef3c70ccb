import { counted, listed } from "../../../base/problems/problem.js";
import { grouped } from "../../../base/records.js";
import type { Simulation } from "../../../engine/simulate.js";
import type { DecideRow } from "../../../results/rules/decide.js";
import { partyName } from "../../../results/sums/party-names.js";
import { firstCapital } from "../../../scenario/names.js";
import {
  deciderInSentence,
  inSentence,
  mostly,
  signedPounds,
  strategyNameIn,
  withinYears,
} from "../../finding/words.js";
import { roundedPounds } from "../../numbers.js";
import type { OutputOptions } from "../../options.js";

/** Which strategies go ahead under which regimes, what they are worth, and how many years are counted, if not all. */
export const decideFinding = (
  rows: readonly DecideRow[],
  simulation: Simulation,
  { horizonYears, blame = 0 }: OutputOptions = {},
): readonly string[] => {
  const strategies = [...new Set(rows.map(({ strategy }) => strategy))];
  const found = strategies.length === 1 ? ofOne(rows, simulation) : ofSeveral(rows, strategies, simulation);
  if (horizonYears === undefined) return found;
  const weight = blame === 0 ? "" : `, with a weight of blame of ${blame}`;
  return [`Counted ${withinYears(horizonYears)}${weight}: ${found[0].replace(/^Under/, "under")}`, ...found.slice(1)];
};

/** One strategy: under how many regimes it goes ahead, and who blocks it under the others. */
const ofOne = (rows: readonly DecideRow[], simulation: Simulation): readonly string[] => {
  const name = strategyNameIn(simulation, rows[0].strategy);
  const ending = (outcome: DecideRow["outcome"]): readonly DecideRow[] => rows.filter((row) => row.outcome === outcome);
  const [ahead, ties, not] = [ending("yes"), ending("indifferent"), ending("no")];
  const isShort = ahead.length > 0 && ahead.length < Math.min(3, rows.length);
  const named = isShort ? ` (${listed(ahead.map(({ regime }) => regime))})` : "";
  const under = ahead.length === 0 ? "none" : String(ahead.length);
  const blocked = not.map(({ regime, block, sidePayment }) => {
    const wants =
      block.length === 0
        ? "it may not be spent"
        : `${partiesIn(block, simulation)} would need ${roundedPounds(sidePayment)}`;
    return `${regime} (${wants})`;
  });
  const against = blocked.length === 0 ? "" : `; not under ${mostly(blocked, 4)}`;
  const tied = ties.map(({ regime }) => regime);
  const even = ties.length === 0 ? "" : `; under ${mostly(tied, 4)} everyone who is asked is indifferent`;
  return [
    `${name} would go ahead under ${under} of ${rows.length} funding rules${named}${even}${against}.`,
    ...outOfPocket(rows, simulation),
  ];
};

/** Who loses most by a strategy that goes ahead: the deal is signed at their expense. */
const outOfPocket = (rows: readonly DecideRow[], simulation: Simulation): readonly string[] => {
  const [worst] = rows.toSorted((a, b) => b.outOfPocketBy - a.outOfPocketBy);
  if (worst.outOfPocketBy < 0.5) return [];
  const { outOfPocket: names, outOfPocketBy, strategy, regime } = worst;
  const several = rows.some((row) => row.strategy !== strategy);
  const by = several ? ` (${strategyNameIn(simulation, strategy)})` : "";
  const who = listed(names.map((party) => inSentence(partyName(simulation.scenario, party))));
  return [`Out of pocket under ${regime}${by}: ${who}, by ${roundedPounds(outOfPocketBy)}.`];
};

/** The names of those who refuse, in a sentence. */
const partiesIn = (parties: readonly string[], simulation: Simulation): string =>
  listed(parties.map((party) => deciderInSentence(party, simulation)));

/** Several strategies: those that go ahead under each regime, with what they are worth. */
const ofSeveral = (
  rows: readonly DecideRow[],
  strategies: readonly string[],
  simulation: Simulation,
): readonly string[] => {
  const regimes = [...new Set(rows.map(({ regime }) => regime))];
  const ahead = grouped(regimes, (regime) => {
    const going = rows
      .filter((row) => row.regime === regime && row.goesAhead)
      .map(({ strategy, netBenefit, outcome }) => {
        const tie = outcome === "indifferent" ? "; indifferent" : "";
        return `${strategyNameIn(simulation, strategy)} (${signedPounds(netBenefit)}${tie})`;
      });
    if (going.length === 0) return "nothing goes ahead";
    return `${going.length === 1 ? `only ${going[0]}` : listed(going)} would go ahead`;
  });
  const sentences = [...ahead].map(([what, under]) => `Under ${mostly(under)}, ${what}.`);
  const never = strategies.filter((key) => !rows.some(({ strategy, goesAhead }) => strategy === key && goesAhead));
  const none =
    never.length === strategies.length
      ? nearest(rows, simulation)
      : never.length === 0
        ? []
        : [`${listed(never.map((key) => strategyNameIn(simulation, key)))}: under none.`];
  return [
    ...(regimes.length === 2 ? costOfRegime(rows, regimes, simulation) : []),
    sentences.join(" "),
    ...none,
    ...outOfPocket(rows, simulation),
  ];
};

/** Of two regimes: how much less the best that goes ahead under one is worth than the best under the other. */
const costOfRegime = (
  rows: readonly DecideRow[],
  regimes: readonly string[],
  simulation: Simulation,
): readonly string[] => {
  const [worse, better] = regimes
    .map((regime) => {
      const going = rows.filter((row) => row.regime === regime && row.goesAhead);
      const [best] = going.toSorted((a, b) => b.netBenefit - a.netBenefit);
      const name = best === undefined ? "nothing" : strategyNameIn(simulation, best.strategy);
      return { regime, pounds: best?.netBenefit ?? 0, name, upperBound: best?.upperBound ?? false };
    })
    .toSorted((a, b) => a.pounds - b.pounds);
  const cost = better.pounds - worse.pounds;
  if (cost < 0.5 || better.upperBound || worse.upperBound) return [];
  const [less, more] = [worse, better].map(({ name, pounds }) => `${name} (${signedPounds(pounds)})`);
  return [
    `${firstCapital(worse.regime)} costs ${roundedPounds(cost)} beside ${better.regime}: ` +
      `the best that goes ahead is ${less} in place of ${more}.`,
  ];
};

/** Where nothing goes ahead: the strategy that would need the smallest payment. */
const nearest = (rows: readonly DecideRow[], simulation: Simulation): readonly string[] => {
  const [row] = rows.filter(({ block }) => block.length > 0).sort((a, b) => a.sidePayment - b.sidePayment);
  if (row === undefined) return [`No agency may spend on any of ${counted(rows.length, "case")}.`];
  const { strategy, regime, block, sidePayment } = row;
  const needs = `${partiesIn(block, simulation)} would need ${roundedPounds(sidePayment)}`;
  return [`Nearest is ${strategyNameIn(simulation, strategy)} under ${regime}: ${needs}.`];
};
