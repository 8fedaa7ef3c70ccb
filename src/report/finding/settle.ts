import { sum } from "../../base/statistics.js";
import type { Simulation } from "../../engine/simulate.js";
import type { SettleRow } from "../../results/settle.js";
import { roundedPounds } from "../numbers.js";
import { capital, inSentence, strategyNameIn } from "./words.js";

/** What a party ends with over all years, under one strategy and regime: undiscounted pounds. */
interface End {
  readonly party: string;
  readonly name: string;
  readonly strategy: string;
  readonly regime: string;
  readonly pounds: number;
}

/** For each strategy: the agency whose end depends most on the rules, and the party that is most out of pocket. */
export const settleFinding = (rows: readonly SettleRow[], simulation: Simulation): readonly string[] => {
  const ends = endsOf(rows);
  const regimes = new Set(rows.map(({ regime }) => regime)).size;
  const strategies = [...new Set(rows.map(({ strategy }) => strategy))];
  const each = strategies.flatMap((strategy) => {
    const own = ends.filter((end) => end.strategy === strategy);
    const [sentence] = [...spreadsOf(own)].sort((a, b) => b.spread - a.spread).map(({ says }) => says);
    const of = strategies.length === 1 ? "" : `${strategyNameIn(simulation, strategy)}: `;
    return sentence === undefined ? [] : [`${capital(of + sentence)}.`];
  });
  return [...(regimes > 1 ? each : []), ...outOfPocket(ends, simulation, strategies.length > 1)];
};

const endsOf = (rows: readonly SettleRow[]): readonly End[] => {
  const heads = new Map(rows.map((row) => [`${row.regime}\n${row.strategy}\n${row.party}`, row]));
  return [...heads.values()].map(({ party, name, strategy, regime }) => ({
    party,
    name,
    strategy,
    regime,
    pounds: sum(
      rows
        .filter((row) => row.party === party && row.strategy === strategy && row.regime === regime)
        .map(({ position }) => position),
    ),
  }));
};

/** What each agency ends with at least and at most, and under which regimes. */
const spreadsOf = (ends: readonly End[]): readonly { readonly spread: number; readonly says: string }[] => {
  const parties = [...new Set(ends.map(({ party }) => party))].filter((party) => !outsiders.includes(party));
  return parties.map((party) => {
    const own = ends.filter((end) => end.party === party).sort((a, b) => a.pounds - b.pounds);
    const [least, most] = [own[0], own[own.length - 1]];
    const name = inSentence(least.name);
    const spread = most.pounds - least.pounds;
    const says =
      spread < 0.5
        ? `${name} ends with ${roundedPounds(most.pounds)} under every rule`
        : `${name} ends with ${roundedPounds(least.pounds)} (${least.regime}) to ${roundedPounds(most.pounds)} (${most.regime})`;
    return { spread, says };
  });
};

/** Parties that are no agencies: they have no budget of their own. */
const outsiders: readonly string[] = ["treasury", "pool", "investor"];

/** The party that loses most under one regime and is no agency: who pays for a deal that others sign. */
const outOfPocket = (ends: readonly End[], simulation: Simulation, several: boolean): readonly string[] => {
  const [worst] = ends
    .filter(({ party, pounds }) => outsiders.includes(party) && pounds < -0.5)
    .sort((a, b) => a.pounds - b.pounds);
  if (worst === undefined) return [];
  const { name, strategy, regime, pounds } = worst;
  const of = several ? ` by ${strategyNameIn(simulation, strategy)}` : "";
  return [`Most out of pocket outside the agencies${of}: the ${name} under ${regime}, by ${roundedPounds(-pounds)}.`];
};
