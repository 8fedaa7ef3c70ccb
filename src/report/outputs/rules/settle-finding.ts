import { largestOf, smallestOf } from "../../../base/mathematics/largest.js";
import { sum } from "../../../base/mathematics/statistics.js";
import { listed } from "../../../base/problems/problem.js";
import { grouped } from "../../../base/records.js";
import type { Simulation } from "../../../engine/simulate.js";
import { outsiders } from "../../../funding/rule.js";
import type { SettleRow } from "../../../results/rules/settle.js";
import { firstCapital } from "../../../scenario/names.js";
import { agencyRows, inSentence, mostly, strategyNameIn } from "../../finding/words.js";
import { poundsBeside, roundedPounds } from "../../numbers.js";

/** What a party ends with over all years, under one strategy and regime: undiscounted pounds. */
interface End {
  readonly party: string;
  readonly name: string;
  readonly strategy: string;
  readonly regime: string;
  readonly pounds: number;
  /** What the rules move to it, with the strategy less without; 0 if they take from it. */
  readonly moved: number;
}

/** For each strategy, what the agency whose end depends most on the rules ends with, and who else is out of pocket. */
export const settleFinding = (rows: readonly SettleRow[], simulation: Simulation): readonly string[] => {
  const ends = endsOf(agencyRows(rows));
  const regimes = [...new Set(rows.map(({ regime }) => regime))];
  const strategies = [...new Set(rows.map(({ strategy }) => strategy))];
  const moving = ends.filter(({ moved }) => moved >= 0.5);
  const isOneToOne = regimes.every((regime) => new Set(ofRegime(moving, regime)).size <= 1);
  const jump = jumpSentence(agencyRows(rows), simulation);
  if (strategies.length > 1 && isOneToOne) return [...jump, ...movedSentence(moving, regimes, simulation)];
  const main = spreadsOf(ends)[0]?.party;
  const each = strategies.flatMap((strategy) => {
    const spreads = spreadsOf(ends.filter((end) => end.strategy === strategy));
    const spread = spreads.find(({ party }) => party === main) ?? spreads[0];
    const of = strategies.length === 1 ? "" : `${strategyNameIn(simulation, strategy)}: `;
    return spread === undefined ? [] : [`${firstCapital(of + spread.says)}.`];
  });
  const ofMain = ends.filter(({ party }) => party === main);
  const isOfMain = strategies.every((strategy) => ofMain.some((end) => end.strategy === strategy));
  const choice = isOfMain && strategies.length > 1 && regimes.length > 1;
  return [
    ...jump,
    ...(choice ? bestFor(ofMain, simulation) : []),
    ...(regimes.length > 1 ? each : []),
    ...outOfPocket(ends, simulation, strategies.length > 1),
  ];
};

/** Under which regimes a party ends best with which strategy: whether it pays to choose otherwise than others hope. */
const bestFor = (ends: readonly End[], simulation: Simulation): readonly string[] => {
  const regimes = [...new Set(ends.map(({ regime }) => regime))];
  const bests = regimes.map((regime) => {
    const own = ends.filter((end) => end.regime === regime).sort((a, b) => b.pounds - a.pounds);
    const [best, last] = [own[0], own[own.length - 1]];
    const names = own.filter(({ pounds }) => best.pounds - pounds < 0.5).map(({ strategy }) => strategy);
    const isSame = best.pounds - last.pounds < 0.5;
    return {
      regime,
      pounds: best.pounds,
      with: isSame ? "" : listed(names.map((key) => strategyNameIn(simulation, key))),
    };
  });
  const name = inSentence(ends[0].name);
  const clauses = [...new Set(bests.map((best) => best.with))].map((strategy) => {
    const own = bests.filter((best) => best.with === strategy);
    const names = own.map(({ regime }) => regime);
    const under = `under ${mostly(names, 3)}`;
    const [least, most] = [smallestOf, largestOf].map((of) => roundedPounds(of(own.map(({ pounds }) => pounds))));
    const size = least === most ? least : `${least} to ${most}`;
    return strategy === ""
      ? `${under} it is all the same to ${name}`
      : `${name} would end best with ${strategy} (${size}) ${under}`;
  });
  const sentence = clauses.sort((a, b) => Number(a.startsWith("under")) - Number(b.startsWith("under"))).join("; ");
  return [`${firstCapital(sentence)}.`];
};

/** The strategies under which a regime moves money. */
const ofRegime = (ends: readonly End[], regime: string): readonly string[] =>
  ends.filter((end) => end.regime === regime).map(({ strategy }) => strategy);

/** Two results are close if the greater is at most this share above the other. */
const close = 0.05;

/** The largest jump of a rule: a year in which it moves nothing, and one of nearly the same result in which it does. */
const jumpSentence = (rows: readonly SettleRow[], simulation: Simulation): readonly string[] => {
  const keyOf = ({ regime, strategy, year }: SettleRow): string => JSON.stringify([regime, strategy, year]);
  const years = [...grouped(rows, keyOf).values()].map((own) => {
    const [{ regime, strategy, year }] = own;
    const net = Math.abs(sum(own.map(({ netBeforeRules }) => netBeforeRules)));
    const moved = sum(own.map(({ transfers }) => Math.max(0, transfers)));
    return { regime, strategy, year, net, moved };
  });
  const still = years.filter(({ net, moved }) => net >= 0.5 && moved < 0.5);
  const [jump] = still
    .flatMap((from) =>
      years
        .filter((to) => to.regime === from.regime && to.strategy === from.strategy && to.moved >= 0.5)
        .filter(({ net }) => net > from.net && net <= from.net * (1 + close))
        .map((to) => ({ from, to })),
    )
    .sort((a, b) => b.to.moved - a.to.moved);
  if (jump === undefined) return [];
  const { from, to } = jump;
  const [less, more] = [from, to].map(({ net, year }) => `${roundedPounds(net)} in year ${year}`);
  const of = strategyNameIn(simulation, to.strategy);
  const says = `of ${less} it moves nothing, of ${more} it moves ${roundedPounds(to.moved)}`;
  return [`The rule of ${to.regime} jumps: ${says} (${of}).`];
};

/** How much each regime moves, where each is about a strategy of its own. */
const movedSentence = (
  moving: readonly End[],
  regimes: readonly string[],
  simulation: Simulation,
): readonly string[] => {
  const clauses = regimes.flatMap((regime) => {
    const own = moving.filter((end) => end.regime === regime);
    if (own.length === 0) return [];
    const name = strategyNameIn(simulation, own[0].strategy);
    const under = name.toLowerCase() === regime.toLowerCase() ? "" : ` (${regime})`;
    return [`${roundedPounds(sum(own.map(({ moved }) => moved)))} for ${name}${under}`];
  });
  return [clauses.length === 0 ? "The rules move £0 between budgets." : `The rules move ${listed(clauses)}.`];
};

const endsOf = (rows: readonly SettleRow[]): readonly End[] => {
  const keyOf = ({ regime, strategy, party }: SettleRow): string => `${regime}\n${strategy}\n${party}`;
  return [...grouped(rows, keyOf).values()].map((own) => {
    const { party, name, strategy, regime } = own[own.length - 1];
    const moved = Math.max(0, sum(own.map(({ transfers }) => transfers)));
    return { party, name, strategy, regime, pounds: sum(own.map(({ position }) => position)), moved };
  });
};

/** True for a party that is no agency: it has no budget of its own. */
const isOutsider = (party: string): boolean => outsiders.some((each) => each === party);

const endText = ({ pounds, regime }: End, largest: number): string => `${poundsBeside(pounds, largest)} (${regime})`;

/** The least and the most that each agency ends with, and under which regimes; the widest spread comes first. */
const spreadsOf = (ends: readonly End[]) => {
  const parties = [...new Set(ends.map(({ party }) => party))].filter((party) => !isOutsider(party));
  const size = largestOf(ends.map(({ pounds }) => Math.abs(pounds)));
  const spreads = parties.map((party) => {
    const own = ends.filter((end) => end.party === party).sort((a, b) => a.pounds - b.pounds);
    const [least, most] = [own[0], own[own.length - 1]];
    const name = inSentence(least.name);
    const spread = most.pounds - least.pounds;
    const says =
      spread < 0.5
        ? `${name} would end with ${poundsBeside(most.pounds, size)} under every rule`
        : `${name} would end with ${endText(least, size)} to ${endText(most, size)}`;
    return { party, spread, says };
  });
  return spreads.sort((a, b) => b.spread - a.spread);
};

/** The party that loses most under one regime and is no agency: who pays for a deal that others sign. */
const outOfPocket = (ends: readonly End[], simulation: Simulation, several: boolean): readonly string[] => {
  const [worst] = ends
    .filter(({ party, pounds }) => isOutsider(party) && pounds < -0.5)
    .sort((a, b) => a.pounds - b.pounds);
  if (worst === undefined) return [];
  const { name, strategy, regime, pounds } = worst;
  const of = several ? ` with ${strategyNameIn(simulation, strategy)}` : "";
  const who = firstCapital(inSentence(name));
  return [`${who}, which is no agency here, would be out of pocket by ${roundedPounds(-pounds)} under ${regime}${of}.`];
};
