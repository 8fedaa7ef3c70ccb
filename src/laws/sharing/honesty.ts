import { byBenefit } from "../../funding/share/by-benefit.js";
import { silo } from "../../funding/share/silo.js";
import { aPennyAParty } from "../law.js";
import { called, penceText } from "../story.js";
import { deals, surplusOf } from "../worlds/deals.js";
import { thousands, whole, worldsOf } from "../worlds/worlds.js";
import { indexIn, type SharingLaw, tellDeal, withStake } from "./deal.js";

const benefit = { name: "by benefit", rule: byBenefit };
const apartAsEver = { name: "silo", rule: silo };
const untruth = worldsOf({ who: whole(0, 3), by: thousands(1, 20) });

const noShading: SharingLaw<{ readonly who: number; readonly by: number }> = {
  id: "no-shading",
  number: "L14",
  alias: "strategy-proofness in benefits",
  says: "Nobody ends with more by reporting a smaller saving than it has.",
  formula: "b̂ᵢ < bᵢ ⇒ xᵢ(b) ≥ xᵢ(b̂) + bᵢ − b̂ᵢ",
  matters: "To whoever measures the savings: what is hidden is kept.",
  allows: aPennyAParty,
  worlds: deals,
  changes: untruth,
  when: (deal, { who, by }) => deal[indexIn(deal, who)].saves >= by && surplusOf(deal) >= by,
  broken(rule, deal, { who, by }) {
    const place = indexIn(deal, who);
    const shaded = rule(withStake(deal, who, ({ saves }) => ({ saves: saves - by })))[place] + by;
    const gained = shaded - rule(deal)[place];
    return gained <= deal.length
      ? undefined
      : `${called(deal[place].agency)} reports ${penceText(by)} less than it saves, and ends ${penceText(Math.round(gained))} better off for it.`;
  },
  tell: tellDeal,
  impossibleWith: {
    name: "the Green–Laffont theorem",
    laws: ["surplus-is-shared-out", "goes-ahead-when-it-is-worth-it"],
    says: "with two who gain, what makes everybody tell the truth about it leaves the bill short or over.",
  },
  keeps: apartAsEver,
  breaks: benefit,
};

const noPadding: SharingLaw<{ readonly who: number; readonly by: number }> = {
  id: "no-padding",
  number: "L15",
  alias: "strategy-proofness in costs",
  says: "Nobody ends with more by reporting a larger cost than it has.",
  formula: "ĉᵢ > cᵢ ⇒ xᵢ(c) ≥ xᵢ(ĉ) + ĉᵢ − cᵢ",
  matters: "To whoever pays the claims: what is claimed and not spent is kept.",
  allows: aPennyAParty,
  worlds: deals,
  changes: untruth,
  when: (deal, { who, by }) => deal[indexIn(deal, who)].pays > 0 && surplusOf(deal) >= by,
  broken(rule, deal, { who, by }) {
    const place = indexIn(deal, who);
    const padded = rule(withStake(deal, who, ({ pays }) => ({ pays: pays + by })))[place] + by;
    const gained = padded - rule(deal)[place];
    return gained <= deal.length
      ? undefined
      : `${called(deal[place].agency)} claims ${penceText(by)} more than it pays, and ends ${penceText(Math.round(gained))} better off for it.`;
  },
  tell: tellDeal,
  keeps: apartAsEver,
  breaks: benefit,
};

/** Laws of sharing about what is reported. */
export const honesty: readonly SharingLaw[] = [noShading, noPadding];
