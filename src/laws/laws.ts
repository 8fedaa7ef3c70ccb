import { didYouMean, ScenarioError } from "../base/problem.js";
import { frozen } from "../data/frozen.js";
import { perCapita } from "../funding/allocate/per-capita.js";
import { transformationGrant } from "../funding/finance/transformation-grant.js";
import { block } from "../funding/pay/block.js";
import { ringFenced } from "../funding/permit/ring-fenced.js";
import { byBenefit } from "../funding/share/by-benefit.js";
import { silo } from "../funding/share/silo.js";
import { carryForward } from "../funding/year-end/carry-forward.js";
import { potBalance } from "./allocate/balance.js";
import { potFairness } from "./allocate/fairness.js";
import type { AllocateLaw } from "./allocate/pot.js";
import { favours, transparency } from "./every/transparency.js";
import { type FinanceLaw, financing } from "./finance/projects.js";
import { incentives } from "./pay/incentives.js";
import { schedule } from "./pay/schedule.js";
import type { PayLaw } from "./pay/year.js";
import { permits } from "./permit/permits.js";
import type { PermitLaw } from "./permit/wishes.js";
import { balance } from "./sharing/balance.js";
import { boundaries } from "./sharing/boundaries.js";
import { consent } from "./sharing/consent.js";
import type { SharingLaw } from "./sharing/deal.js";
import { fairness } from "./sharing/fairness.js";
import { honesty } from "./sharing/honesty.js";
import { deals } from "./worlds/deals.js";
import { performances } from "./worlds/payments.js";
import { wishes } from "./worlds/permits.js";
import { pots } from "./worlds/pots.js";
import { projects } from "./worlds/projects.js";
import { years } from "./worlds/years.js";
import { books } from "./year-end/books.js";
import type { YearEndLaw } from "./year-end/path.js";
import { saving } from "./year-end/saving.js";

const share: readonly SharingLaw[] = [
  ...balance,
  ...fairness,
  ...consent,
  ...honesty,
  ...boundaries,
  transparency(deals, { name: "silo", rule: silo }, favours("by benefit, but silo for a friend", silo, byBenefit)),
];

const carryAll = carryForward({});
const yearEnd: readonly YearEndLaw[] = [
  ...books,
  ...saving,
  transparency(
    years,
    { name: "full carry-forward", rule: carryAll },
    favours(
      "full carry-forward, but a friend's base is doubled",
      (year) => ({ ...carryAll(year), base: 2 * year.base }),
      carryAll,
    ),
  ),
];

const pay: readonly PayLaw[] = [
  ...incentives,
  ...schedule,
  transparency(
    performances,
    { name: "block grant", rule: block({ grantPounds: 100_000 }) },
    favours(
      "a block grant, with £1 more for a friend",
      () => 100_001_00,
      () => 100_000_00,
    ),
  ),
];

const allocate: readonly AllocateLaw[] = [
  ...potBalance,
  ...potFairness,
  transparency(
    pots,
    { name: "per capita", rule: perCapita },
    favours(
      "per capita, but everything goes to the first place if a friend asks",
      ({ pot, recipients }) => recipients.map((_, at) => (at === 0 ? pot : 0)),
      perCapita,
    ),
  ),
];

const permit: readonly PermitLaw[] = [
  ...permits,
  transparency(
    wishes,
    { name: "ring-fenced", rule: ringFenced },
    favours(
      "ring-fenced, but a friend may spend its whole wish",
      (list) => list.map(({ wished }) => wished),
      ringFenced,
    ),
  ),
];

const finance: readonly FinanceLaw[] = [
  ...financing,
  transparency(
    projects,
    { name: "transformation grant", rule: transformationGrant({ share: 1 }) },
    favours("a grant of the whole cost, but nothing for a friend", () => [], transformationGrant({ share: 1 })),
  ),
];

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
  const list: readonly Laws[Family][number][] = laws[family];
  const named = list.find((law) => law.id === id);
  if (named !== undefined) return named;
  const what = `The family ${family} has no law ${id}. ${didYouMean(
    id,
    list.map((law) => law.id),
  )}`;
  throw new ScenarioError([{ severity: "error", address: `laws.${family}`, what }]);
};
