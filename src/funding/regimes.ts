import { frozen } from "../data/frozen.js";
import { transformationGrant } from "./finance/transformation-grant.js";
import { ringFenced } from "./permit/ring-fenced.js";
import { singleBudget } from "./permit/single-budget.js";
import type { Regime } from "./regime.js";
import type { Share } from "./rule.js";
import { byBenefit } from "./share/by-benefit.js";
import { makeWhole } from "./share/make-whole.js";
import { postedContributions as postedContributionsRule } from "./share/posted-contributions.js";
import { carryForward } from "./year-end/carry-forward.js";
import { useItOrLoseIt } from "./year-end/use-it-or-lose-it.js";

/** Silo: each agency pays its own costs and keeps its own savings. This is the position without an agreement. */
const silo: Regime = { decides: "each" };

/** Voluntary partnership: agencies that gain make sure that no agency loses. Any agency asked for money may refuse. */
const voluntaryPartnership: Regime = { decides: "each", share: makeWhole({}) };

/** Gain share: savings and costs are shared by a rule agreed beforehand. Every agency asked for money must sign. */
const gainShare = (share: Share): Regime => ({ decides: "each", share });

/**
 * Posted contributions: each party signs for its part of the cost before the savings are known, and keeps its own
 * savings. The parts are in proportion to these pounds, by agency or `treasury`. Each party that puts something in can
 * stop the scheme, so an offer that is worth it to all is accepted.
 */
const postedContributions = (pounds: Readonly<Record<string, number>>): Regime => ({
  decides: "each",
  share: postedContributionsRule({ pounds: { ...pounds } }),
});

/**
 * Pooled budget (section 75, NHS Act 2006): agencies that pool may spend each other's unneeded money; one vote of all.
 * The agreement's risk share, if there is one, says who has an underspend and who bears an overspend: `fixed` with
 * `losses`.
 */
const pooledBudget = (agencies: "all" | readonly string[], riskShare?: Share): Regime => ({
  decides: "all",
  permit: singleBudget({ pooled: agencies === "all" ? agencies : [agencies].flat() }),
  ...(riskShare && { share: riskShare }),
});

/** Public Health Grant (section 31, Local Government Act 2003): a fence, and a reserve inside it for unspent money. */
const publicHealthGrant: Regime = { decides: "each", permit: ringFenced, yearEnd: carryForward({}) };

/** Single place budget (Total Place 2009-10): one budget and one vote; savings are carried over from year to year. */
const singlePlaceBudget: Regime = {
  decides: "all",
  permit: singleBudget({ pooled: "all" }),
  yearEnd: carryForward({}),
};

/**
 * Treasury pays: the centre pays the cost and decides by the gain to the public purse; the agencies keep their savings.
 */
const treasuryPays: Regime = { decides: "treasury", finance: { rule: transformationGrant({ share: 1 }) } };

/** Treasury pays and claws back: as above, but unspent money goes back to the centre at the end of each year. */
const treasuryPaysAndClawsBack: Regime = { ...treasuryPays, yearEnd: useItOrLoseIt };

/**
 * Funding regimes to compare, as values: Total Place's ladder, from silos to a single budget.
 * Gain share, posted contributions and a pooled budget are functions of their rule, pounds or agencies. A regime of
 * your own is an object: at most one rule of each family, and who must agree to a scheme.
 * @example regimes.singlePlaceBudget.decides // => "all"
 */
export const regimes = frozen({
  silo,
  voluntaryPartnership,
  gainShare,
  postedContributions,
  pooledBudget,
  publicHealthGrant,
  singlePlaceBudget,
  treasuryPays,
  treasuryPaysAndClawsBack,
} as const);

/** The regimes that fit every place, by their names on the command line. */
export const standardRegimes = frozen({
  silo,
  "voluntary-partnership": voluntaryPartnership,
  "gain-share": gainShare(byBenefit),
  "pooled-budget": pooledBudget("all"),
  "single-place-budget": singlePlaceBudget,
  "treasury-pays": treasuryPays,
  "treasury-pays-and-claws-back": treasuryPaysAndClawsBack,
} as const satisfies Readonly<Record<string, Regime>>);

/** Published regimes that are known by name too, but compared only where they are asked for. */
export const publishedRegimes = frozen({ "public-health-grant": publicHealthGrant } as const);

/** The name of a regime that every place knows. */
export type KnownRegime = keyof typeof standardRegimes | keyof typeof publishedRegimes;

/** What each regime that is known by name is, in one line. */
export const regimeWords: Readonly<Record<KnownRegime, string>> = {
  silo: "each agency pays its own costs and keeps its own savings",
  "voluntary-partnership": "agencies that gain make sure that none loses; any agency asked for money may refuse",
  "gain-share": "a gain is shared by what each saves, a loss by what each pays; every agency asked for money must sign",
  "pooled-budget": "agencies may spend what others do not need; one vote on the net gain of all",
  "single-place-budget": "one budget and one vote; savings are carried over from year to year",
  "treasury-pays": "the centre pays and decides; the agencies keep their savings",
  "treasury-pays-and-claws-back": "the centre pays and decides, and takes back unspent money",
  "public-health-grant":
    "money is spent on its own purpose, and what is left is kept for it; compared only if asked for",
};
