import type { Share } from "../../src/funding/rule.js";
import { rules } from "../../src/funding/rules.js";
import { checkRule, type LawRow, type ListedLaw, laws } from "../../src/laws/index.js";
import { isWhole } from "../support/hunt.js";

/** Rules with one flaw of a known kind: what it is, which law finds it, and what its story must say. */
export interface FlawedRule {
  readonly law: string;
  readonly says: RegExp;
  readonly rows: () => readonly LawRow[];
}

export const gainOf: (deal: Parameters<Share>[0]) => number = (deal) =>
  deal.reduce((sum, { pays, saves }) => sum + saves - pays, 0);

export const firstTakesAll: Share = (deal) => deal.map((_, place) => (place === 0 ? gainOf(deal) : 0));

/** A gain in whole pounds in proportion to some weights, the odd pence to the largest; a loss to those who pay. */
export const inWholePounds =
  (weightsOf: (deal: Parameters<Share>[0]) => readonly number[]): Share =>
  (deal) => {
    const gain = gainOf(deal);
    const weights = gain < 0 ? deal.map(({ pays, saves }) => pays + Math.max(0, -saves)) : weightsOf(deal);
    const all = weights.reduce((sum, weight) => sum + weight, 0);
    if (all <= 0) return deal.map(({ pays, saves }) => saves - pays);
    const parts = weights.map((weight) => 100 * Math.trunc((gain * weight) / all / 100));
    const rest = gain - parts.reduce((sum, part) => sum + part, 0);
    const to = weights.indexOf(Math.max(...weights));
    return parts.map((part, place) => (place === to ? part + rest : part));
  };

export const first = "the-rule-is-a-function";

/** A flawed rule, tried on as many worlds as a user tries by default; in `npm test` on fewer, if its flaw is common. */
const flawed =
  <World, Outcome>(list: readonly ListedLaw<World, Outcome>[]) =>
  (law: string, says: RegExp, rule: (world: World) => Outcome): FlawedRule => ({
    law,
    says,
    rows: () => checkRule(rule, list, { runs: isWhole || law === first ? 1000 : 200 }),
  });

export const share = flawed(laws.share);
export const pay = flawed(laws.pay);
export const yearEnd = flawed(laws.yearEnd);
export const permit = flawed(laws.permit);
export const allocate = flawed(laws.allocate);
export const finance = flawed(laws.finance);

export const threeInstalments = rules.finance.prudentialLoan({ interest: 0, years: 3 });
