import { pennyPerParty } from "../law.js";
import { nameAt, penceText, roundedText } from "../story.js";
import { change } from "../worlds/amounts.js";
import { deals, surplusOf } from "../worlds/deals.js";
import { whole, worldsOf } from "../worlds/worlds.js";
import { benefit, greenLaffont, indexIn, type SharingLaw, siloed, withStake } from "./deal.js";

const misreport = worldsOf({ who: whole(0, 8), by: change(20) });

const noShading: SharingLaw<{ readonly who: number; readonly by: number }> = {
  id: "no-shading",
  alias: "strategy-proofness in benefits",
  says: "No agency ends with more by reporting a smaller saving than it has.",
  formula: "b̂ᵢ < bᵢ ⇒ xᵢ(b) ≥ xᵢ(b̂) + bᵢ − b̂ᵢ",
  matters: "To the agency that measures savings: if this law fails, hiding a saving pays.",
  allows: pennyPerParty,
  worlds: deals,
  changes: misreport,
  when: (deal, { who, by }) => deal[indexIn(deal, who)].saves >= by && surplusOf(deal) >= by,
  broken(rule, deal, { who, by }, unit) {
    const place = indexIn(deal, who);
    const shaded = rule(withStake(deal, who, ({ saves }) => ({ saves: saves - by })))[place] + by;
    const gained = shaded - rule(deal)[place];
    if (gained <= deal.length * unit) return undefined;
    const lie = `${nameAt(deal, place)} reports ${penceText(by)} less than it saves`;
    return `${lie}, and ends ${roundedText(gained)} better off for it.`;
  },
  impossibleWith: greenLaffont("surplus-is-shared-out", "goes-ahead-when-it-is-worth-it"),
  keeps: siloed,
  breaks: benefit,
};

const noPadding: SharingLaw<{ readonly who: number; readonly by: number }> = {
  id: "no-padding",
  alias: "strategy-proofness in costs",
  says: "No agency ends with more by reporting a larger cost than it has.",
  formula: "ĉᵢ > cᵢ ⇒ xᵢ(c) ≥ xᵢ(ĉ) + ĉᵢ − cᵢ",
  matters: "To the agency that pays claims: if this law fails, a false claim pays.",
  allows: pennyPerParty,
  worlds: deals,
  changes: misreport,
  when: (deal, { who, by }) => deal[indexIn(deal, who)].pays > 0 && surplusOf(deal) >= by,
  broken(rule, deal, { who, by }, unit) {
    const place = indexIn(deal, who);
    const padded = rule(withStake(deal, who, ({ pays }) => ({ pays: pays + by })))[place] + by;
    const gained = padded - rule(deal)[place];
    if (gained <= deal.length * unit) return undefined;
    const lie = `${nameAt(deal, place)} claims ${penceText(by)} more than it pays`;
    return `${lie}, and ends ${roundedText(gained)} better off for it.`;
  },
  keeps: siloed,
  breaks: benefit,
};

/** Laws of sharing about honest reports. */
export const honesty: readonly SharingLaw[] = [noShading, noPadding];
