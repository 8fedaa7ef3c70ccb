import { transformationGrant } from "./finance/transformation-grant.js";
import { singleBudget } from "./permit/single-budget.js";
import type { Regime } from "./regime.js";
import type { Share } from "./rule.js";
import { byBenefit } from "./share/by-benefit.js";
import { makeWhole } from "./share/make-whole.js";
import { postedContributions as posted } from "./share/posted-contributions.js";
import { carryForward } from "./year-end/carry-forward.js";
import { useItOrLoseIt } from "./year-end/use-it-or-lose-it.js";

/** Silo: everybody bears what it pays and keeps what its own bills fall by. What there is where nothing is agreed. */
const silo: Regime = { decides: "each" };

/** Voluntary partnership: those who gain see to it that nobody loses, and no more; whoever is asked for money may walk away. */
const voluntaryPartnership: Regime = { decides: "each", share: makeWhole({}) };

/** Gain share: what a scheme saves and costs is shared by a rule agreed beforehand, any of `rules.share` or a function; whoever is asked for money must sign. */
const gainShare = (share: Share): Regime => ({ decides: "each", share });

/**
 * Posted contributions: each signs for its part of the cost before anybody knows what is saved, in the proportions of these pounds (an agency or `treasury`),
 * and keeps what its own bills fall by. Each who puts something in can stop it, which is why an offer that is worth it to all is accepted.
 */
const postedContributions = (pounds: Readonly<Record<string, number>>): Regime => ({
  decides: "each",
  share: posted({ pounds: { ...pounds } }),
});

/** Pooled budget (section 75, NHS Act 2006): those who pool may spend what the others of them do not need; one vote on what is left for all together. */
const pooledBudget = (agencies: "all" | readonly string[]): Regime => ({
  decides: "all",
  permit: singleBudget({ pooled: agencies === "all" ? agencies : [...agencies] }),
});

/** Single place budget (Total Place 2009-10): one purse and one vote for all agencies, and what is saved is kept from year to year. */
const singlePlaceBudget: Regime = {
  decides: "all",
  permit: singleBudget({ pooled: "all" }),
  yearEnd: carryForward({}),
};

/** Treasury pays: the centre pays what a scheme costs and decides by the public purse; the agencies keep what they save. */
const treasuryPays: Regime = { decides: "treasury", finance: { rule: transformationGrant({ share: 1 }) } };

/** Treasury pays and claws back: the same, but what is not spent at the end of a year goes back to the centre. */
const treasuryPaysAndClawsBack: Regime = { ...treasuryPays, yearEnd: useItOrLoseIt };

/**
 * Funding regimes to compare (Total Place's ladder, from silos to one purse), as values; gain share, posted contributions and a pooled budget are made by calling them with
 * their rule, pounds or agencies. A regime of your own is an object with at most one rule of each family and whose consent a scheme needs.
 * @example regimes.singlePlaceBudget.decides // => "all"
 */
export const regimes = {
  silo,
  voluntaryPartnership,
  gainShare,
  postedContributions,
  pooledBudget,
  singlePlaceBudget,
  treasuryPays,
  treasuryPaysAndClawsBack,
} as const;

/** The regimes that need no word about the place, by the names a command line knows. */
export const standardRegimes = {
  silo,
  "voluntary-partnership": voluntaryPartnership,
  "gain-share": gainShare(byBenefit),
  "pooled-budget": pooledBudget("all"),
  "single-place-budget": singlePlaceBudget,
  "treasury-pays": treasuryPays,
  "treasury-pays-and-claws-back": treasuryPaysAndClawsBack,
} as const satisfies Readonly<Record<string, Regime>>;
