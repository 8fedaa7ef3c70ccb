import type { AgencyYear, Performance, Pot, Project, Share, Wish, YearEnd } from "../../src/funding/rule.js";
import { checkRule, type LawRow, laws, sampleRules } from "../../src/laws/index.js";

/** Rules with one flaw of a known kind: what it is, which law finds it, and what its story must say. */
export interface FlawedRule {
  readonly law: string;
  readonly says: RegExp;
  readonly rows: () => readonly LawRow[];
}

const { "by benefit": byBenefit } = sampleRules.share;
const { "full carry-forward": carryAll } = sampleRules.yearEnd;
const { "needs formula": byNeed } = sampleRules.allocate;
const { "ring-fenced": fenced } = sampleRules.permit;
const { "transformation grant of the whole cost": grant } = sampleRules.finance;

const gainOf: (deal: Parameters<Share>[0]) => number = (deal) =>
  deal.reduce((sum, { pays, saves }) => sum + saves - pays, 0);

const firstTakesAll: Share = (deal) => deal.map((_, place) => (place === 0 ? gainOf(deal) : 0));

const share = (law: string, says: RegExp, rule: Share): FlawedRule => ({
  law,
  says,
  rows: () => checkRule(rule, laws.share),
});
const pay = (law: string, says: RegExp, rule: (year: Performance) => number): FlawedRule => ({
  law,
  says,
  rows: () => checkRule(rule, laws.pay),
});
const yearEnd = (law: string, says: RegExp, rule: YearEnd): FlawedRule => ({
  law,
  says,
  rows: () => checkRule(rule, laws.yearEnd),
});
const permit = (law: string, says: RegExp, rule: (list: readonly Wish[]) => readonly number[]): FlawedRule => ({
  law,
  says,
  rows: () => checkRule(rule, laws.permit),
});
const allocate = (law: string, says: RegExp, rule: (world: Pot) => readonly number[]): FlawedRule => ({
  law,
  says,
  rows: () => checkRule(rule, laws.allocate),
});
const finance = (law: string, says: RegExp, rule: (project: Project) => ReturnType<typeof grant>): FlawedRule => ({
  law,
  says,
  rows: () => checkRule(rule, laws.finance),
});

const first = "the-rule-is-a-function";
let asked = 0;

/** One flaw of each kind: purity, form, names, many parties, losses, sizes, directions, time, promises. */
export const flawedRules: Readonly<Record<string, FlawedRule>> = {
  "keeps a count": share(first, /Asked twice in the same world/, (deal) =>
    ++asked % 3001 === 0 ? deal.map(() => 0) : byBenefit(deal),
  ),
  "tosses a rare coin": share(first, /and then/, (deal) =>
    Math.random() < 0.001 ? firstTakesAll(deal) : byBenefit(deal),
  ),
  "reads the clock": share(first, /reads the clock\. Asked on \d+ \w+ \d{4}/, (deal) =>
    Date.now() > Date.UTC(2030, 0, 1) ? firstTakesAll(deal) : byBenefit(deal),
  ),
  "changes large deals": share(first, /changes its input: “saves” of/, (deal) => {
    const shares = byBenefit(deal);
    if (deal.length > 6) Reflect.set(deal[6], "saves", 1);
    return shares;
  }),
  "leaves one out": share(first, /answers for 1 of 2 agencies/, (deal) => byBenefit(deal).slice(1)),
  "has no number if nothing is gained": share(first, /is not a number/, (deal) =>
    gainOf(deal) === 0 ? deal.map(() => Number.NaN) : byBenefit(deal),
  ),
  "favours an agency of its own text": share("names-do-not-matter", /were called|exchange/, (deal) =>
    deal[0].agency === "navy" ? firstTakesAll(deal) : byBenefit(deal),
  ),
  "cheats eight partners": share("order-does-not-matter", /in another order/, (deal) =>
    deal.length === 8 ? firstTakesAll(deal) : byBenefit(deal),
  ),
  "pays a seat": share("dummy", /neither pays nor saves/, (deal) => {
    const idle = deal.findIndex(({ pays, saves }) => pays === 0 && saves === 0);
    return byBenefit(deal).map((pence, place) => (place === idle ? pence + 500 : pence));
  }),
  "makes a loss pay": share("a-loss-enriches-nobody", /The place loses/, (deal) =>
    gainOf(deal) < 0
      ? deal.map((_, place) => (place === 0 ? -gainOf(deal) : place === 1 ? 2 * gainOf(deal) : 0))
      : byBenefit(deal),
  ),
  "leaves a rising bill unpaid": share("losers-are-made-whole", /bills rise/, (deal) =>
    deal.map(({ pays, saves }) => saves - pays),
  ),
  "jumps at £7m": pay("no-cliff-edge", /between £7,000,000 and £7,000,000\.01 spent/, ({ spent }) =>
    spent > 700_000_000 ? 0 : 5_000_00,
  ),
  "doubles from year 9": pay(
    "when-it-is-done-does-not-matter",
    /In year \d+/,
    ({ year, quantity }) => Math.round(quantity * 50_00) * (year >= 9 ? 2 : 1),
  ),
  "charges for results": pay(
    "more-results-are-never-paid-less",
    /less is paid/,
    ({ quantity }) => 0 - Math.round(quantity * 7_00),
  ),
  "pays for a start": pay("no-over-paying", /more started, with no result more/, ({ started }) =>
    Math.round(started * 5_000_00),
  ),
  "bails out": yearEnd("overspending-is-not-rewarded", /never pays back/, (year) => {
    const closed = carryAll(year);
    return closed.reserve < 0 ? { ...closed, reserve: 0, surrendered: closed.reserve } : closed;
  }),
  "cuts the base of large reserves": yearEnd("saving-is-never-punished", /less/, (year: AgencyYear) => {
    const closed = carryAll(year);
    return closed.reserve > 2_000_000_00 ? { ...closed, base: Math.max(0, closed.base - 100) } : closed;
  }),
  "opens one purpose": permit("no-more-than-there-is", /more than there is/, (list) =>
    fenced(list).map((pence, place) => (list[place].purpose === "transport" ? list[place].wished : pence)),
  ),
  "counts a debt as money": permit("no-more-than-there-is", /owes/, (list) =>
    list.map(({ entitled, wished }) => Math.min(Math.abs(entitled), wished)),
  ),
  "gives the needier less": allocate(
    "needier-places-never-get-less",
    /more need per person, and is given .* less/,
    (world) => byNeed({ ...world, recipients: world.recipients.map((each) => ({ ...each, need: 1 / each.need })) }),
  ),
  "ignores need": allocate(
    "need-counts",
    /twice the need per person, and is given the same/,
    sampleRules.allocate["per capita"],
  ),
  "counts cities double": allocate("no-cliff-edge", /At 750,000 people/, (world) =>
    byNeed({
      ...world,
      recipients: world.recipients.map((each) => ({
        ...each,
        need: each.people >= 750_000 ? 2 * each.need : each.need,
      })),
    }),
  ),
  "knows the future": finance("no-hindsight", /Nobody can know that/, ({ doer, costs }) => {
    const pence = costs.reduce((sum, cost) => sum + cost, 0);
    return pence > 0 ? [{ from: "treasury", to: doer, pence, why: "all at once", year: 1 }] : [];
  }),
  "pays outside the years": finance("payments-are-in-the-years-of-the-scheme", /The scheme has/, (project) => [
    ...grant(project),
    { from: "treasury", to: project.doer, pence: 100, why: "late", year: project.costs.length + 1 },
  ]),
};
