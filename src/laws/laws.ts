import { checkArgument, ofKind, wordFrom } from "../base/problems/options.js";
import { didYouMean, listed, type Problem, ScenarioError } from "../base/problems/problem.js";
import { keysOf } from "../base/records.js";
import { frozen } from "../data/frozen.js";
import { perCapita } from "../funding/allocate/per-capita.js";
import { transformationGrant } from "../funding/finance/transformation-grant.js";
import { block } from "../funding/pay/block.js";
import { ringFenced } from "../funding/permit/ring-fenced.js";
import { byBenefit } from "../funding/share/by-benefit.js";
import { silo } from "../funding/share/silo.js";
import { potBalance } from "./allocate/balance.js";
import { potFairness } from "./allocate/fairness.js";
import { potFigures } from "./allocate/figures.js";
import { type AllocateLaw, allocating, byPeople } from "./allocate/pot.js";
import { favours, ruleIsAFunction } from "./every/function.js";
import type { Family } from "./family.js";
import { type FinanceLaw, financingSchemes } from "./finance/project.js";
import { financing } from "./finance/projects.js";
import { promises } from "./finance/promises.js";
import { responses } from "./finance/responses.js";
import type { ListedLaw, Sample } from "./law.js";
import { incentives } from "./pay/incentives.js";
import { schedule } from "./pay/schedule.js";
import { type PayLaw, paying } from "./pay/year.js";
import { permitAmounts } from "./permit/amounts.js";
import { permits } from "./permit/permits.js";
import { fenced, type PermitLaw, permitting } from "./permit/wishes.js";
import { balance } from "./sharing/balance.js";
import { boundaries } from "./sharing/boundaries.js";
import { consent } from "./sharing/consent.js";
import { type SharingLaw, sharing, siloed } from "./sharing/deal.js";
import { fairness } from "./sharing/fairness.js";
import { honesty } from "./sharing/honesty.js";
import { books } from "./year-end/books.js";
import { endingYears, keepsAll, type YearEndLaw } from "./year-end/path.js";
import { saving } from "./year-end/saving.js";

/**
 * The laws of a family: that its rules are functions, then its own. Each asks its rules in the family's way, and tells
 * a world as the family does, unless it has a way of its own.
 */
const inFamily = <World, Outcome>(
  family: Family<World>,
  keeps: Sample<World, Outcome>,
  breaks: Sample<World, Outcome>,
  own: readonly ListedLaw<World, Outcome>[],
): readonly ListedLaw<World, Outcome>[] =>
  [ruleIsAFunction(family, keeps, breaks), ...own].map((law) => ({
    ...law,
    family,
    tell: law.tell ?? ((_rule, world) => family.tell(world)),
  }));

const share: readonly SharingLaw[] = inFamily(
  sharing,
  siloed,
  favours("by benefit, but silo for a friend", silo, byBenefit),
  [...balance, ...fairness, ...consent, ...honesty, ...boundaries],
);

const yearEnd: readonly YearEndLaw[] = inFamily(
  endingYears,
  keepsAll,
  favours(
    "full carry-forward, but a friend's base is doubled",
    (year) => ({ ...keepsAll.rule(year), base: 2 * year.base }),
    keepsAll.rule,
  ),
  [...books, ...saving],
);

const pay: readonly PayLaw[] = inFamily(
  paying,
  { name: "block grant", rule: block({ grantPounds: 100_000 }) },
  favours(
    "a block grant, with £1 more for a friend",
    () => 100_001_00,
    () => 100_000_00,
  ),
  [...incentives, ...schedule],
);

const allocate: readonly AllocateLaw[] = inFamily(
  allocating,
  byPeople,
  favours(
    "per capita, but everything goes to the first place if a friend asks",
    ({ pot, recipients }) => recipients.map((_, at) => (at === 0 ? pot : 0)),
    perCapita,
  ),
  [...potBalance, ...potFairness, ...potFigures],
);

const permit: readonly PermitLaw[] = inFamily(
  permitting,
  fenced,
  favours("ring-fenced, but a friend may spend its whole wish", (list) => list.map(({ wished }) => wished), ringFenced),
  [...permits, ...permitAmounts],
);

const wholeGrant = transformationGrant({ share: 1 });
const finance: readonly FinanceLaw[] = inFamily(
  financingSchemes,
  { name: "transformation grant", rule: wholeGrant },
  favours("a grant of the whole cost, but nothing for a friend", () => [], wholeGrant),
  [...financing, ...promises, ...responses],
);

/**
 * Every law, by the family of rules it applies to.
 * @example laws.share.map(({ id }) => id).includes("no-investor-loses") // => true
 */
export const laws = frozen({
  permit,
  finance,
  share,
  pay,
  yearEnd,
  allocate,
} as const);

type Laws = typeof laws;

/**
 * The law with an id.
 * @param family `share`, `yearEnd`, `pay`, `allocate`, `permit` or `finance`
 * @param id such as `no-investor-loses`
 * @throws ScenarioError if the family has no such law; the message names the nearest id
 * @example lawNamed("share", "no-investor-loses").alias // => "individual rationality of investors"
 */
export const lawNamed = <Family extends keyof Laws>(family: Family, id: string): Laws[Family][number] => {
  checkArgument("family", family, wordFrom(keysOf(laws)));
  checkArgument("id", id, ofKind("string"));
  const list: readonly Laws[Family][number][] = laws[family];
  const named = list.find((law) => law.id === id);
  if (named !== undefined) return named;
  throw new ScenarioError([noSuchLaw(family, id, `laws.${family}`)]);
};

/** The problem of a law that a family does not have: the nearest id, or the families that have it. */
export const noSuchLaw = (family: keyof Laws, id: string, address: string): Problem => {
  const others = keysOf(laws).filter((other) => laws[other].some((law) => law.id === id));
  const ids = laws[family].map((law) => law.id);
  const elsewhere = `It is a law of ${listed(others)}.`;
  const what = `The family ${family} has no law ${id}. ${others.length > 0 ? elsewhere : didYouMean(id, ids)}`;
  return { severity: "error", address, what };
};
