import type { AgencyYear } from "../../src/funding/rule.js";
import { rules } from "../../src/funding/rules.js";
import { sampleRules } from "../../src/laws/index.js";
import {
  allocate,
  type FlawedRule,
  finance,
  gainOf,
  pay,
  permit,
  share,
  threeInstalments,
  yearEnd,
} from "./flawed-rule.js";

const { "by benefit": byBenefit } = sampleRules.share;
const { "full carry-forward": carryAll } = sampleRules.yearEnd;
const { "needs formula": byNeed } = sampleRules.allocate;
const { "ring-fenced": fenced } = sampleRules.permit;
const { "transformation grant of the whole cost": grant } = sampleRules.finance;

/** One flaw of each kind: sizes, directions, time, promises. */
export const flawsOfPromises: Readonly<Record<string, FlawedRule>> = {
  "jumps at £7m": pay("no-cliff-edge", /between £7,000,000 and £7,000,000\.01 spent/, ({ spent }) =>
    spent > 700_000_000 ? 0 : 5_000_00,
  ),
  "doubles from year 9": pay(
    "when-it-is-done-does-not-matter",
    /In year \d+/,
    ({ year, quantity }) => Math.round(quantity * 50_00) * (year >= 9 ? 2 : 1),
  ),
  "pays for a start in odd years": pay(
    "when-it-is-done-does-not-matter",
    /In year \d+, \d+ (is|are) started\. .* started a year later/,
    ({ year, quantity, started }) => Math.round(quantity * 50_00 + (year % 2 === 1 ? started * 900_00 : 0)),
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
  "has a floor for one place": allocate(
    "names-do-not-matter",
    /^There is £1,000 for Council \([\w ,]+, had nothing\), Hospital \([\w ,]+, had nothing\)\. If Council were called/,
    (world) => {
      const [council = 0, ...others] = byNeed(world);
      const short = Math.max(0, Math.ceil(0.4 * world.pot) - council);
      const isShort = world.recipients[0].agency === "council" && others[0] >= short;
      return isShort ? [council + short, others[0] - short, ...others.slice(1)] : [council, ...others];
    },
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
  "takes a cap off twice": finance(
    "more-success-never-costs",
    /more is achieved .* Investor ends with .* less/,
    (card) => {
      let earned = 0;
      return card.outcomes.flatMap((count, at) => {
        const due = Math.round(count * 1000_00);
        const beyond = Math.max(0, earned + due - 20_000_00);
        earned += due;
        const pence = Math.max(0, due - 2 * beyond);
        return pence > 0 ? [{ from: "treasury", to: "investor", pence, why: "outcomes", year: at + 1 }] : [];
      });
    },
  ),
  "asks for an instalment too many": finance(
    "a-lender-gets-back-no-more-than-it-lent",
    /more than it paid out/,
    (project) => [
      ...threeInstalments(project),
      ...project.costs.flatMap((cost, at) =>
        cost >= 3 && at + 4 < project.costs.length
          ? [{ from: project.doer, to: "treasury", pence: Math.round(cost / 3), why: "an instalment", year: at + 5 }]
          : [],
      ),
    ],
  ),
  "pays a cost a year early": finance("no-hindsight", /Nobody can know that/, ({ doer, costs }) =>
    costs.flatMap((pence, at) =>
      at > 0 && pence > 0 ? [{ from: "treasury", to: doer, pence, why: "a grant", year: at }] : [],
    ),
  ),
  "loses the odd penny": yearEnd("no-pound-created-or-lost", /£0\.01 less than the money left/, (year) => {
    const left = year.base + year.reserve - year.spent;
    if (left < 0) return { base: year.base, reserve: left, surrendered: 0 };
    return { base: year.base, reserve: Math.floor(left / 2), surrendered: Math.floor(left / 2) };
  }),
  "pays off only the second deficit": yearEnd(
    "overspending-is-not-rewarded",
    /after £1,000 overspent before/,
    (year) => {
      const closed = carryAll(year);
      const isWorse = year.reserve < 0 && closed.reserve < year.reserve;
      return isWorse ? { ...closed, reserve: 0, surrendered: closed.reserve } : closed;
    },
  ),
  "pays instalments of a deficit in balanced years": yearEnd(
    "overspending-is-not-rewarded",
    /which it never pays back/,
    sampleRules.yearEnd["safety valve"],
  ),
  "divides increments by the people of one place": allocate(
    "the-pot-is-shared-out",
    /more than the pot/,
    ({ pot, recipients }) => {
      const change = recipients.reduce((left, { base }) => left - base, pot);
      const one = Math.max(1, recipients[0].people);
      return recipients.map(({ base, people }) => Math.max(0, base + Math.round((change * people) / one)));
    },
  ),
  "loses two pence of a gain above £50,000": share(
    "surplus-is-shared-out",
    /saves £51,000; Hospital has no part in it\. Together they end with £0\.02 less/,
    (deal) => byBenefit(deal).map((pence, place) => (place === 0 && gainOf(deal) > 50_000_00 ? pence - 2 : pence)),
  ),
  "keeps two pence whenever somebody saves": share(
    "surplus-is-shared-out",
    /saves £1,000; Hospital has no part in it\. Together they end with £0\.02 less/,
    (deal) => {
      const lost = deal.some(({ saves }) => saves > 0) ? 2 : 0;
      return byBenefit(deal).map((pence, place) => (place === 0 ? pence - lost : pence));
    },
  ),
  "gives nothing to the last of six": share("dummy", /Schools neither pays nor saves, yet is/, (deal) => {
    const parts = byBenefit(deal);
    return parts.map((pence, place) => {
      if (deal.length < 6 || (place > 0 && place < deal.length - 1)) return pence;
      return place === 0 ? pence + parts[deal.length - 1] : 0;
    });
  }),
  "shares a loss twice": share("surplus-is-shared-out", /less than there is/, (deal) =>
    gainOf(deal) < 0 ? byBenefit(deal).map((pence) => 2 * pence) : byBenefit(deal),
  ),
  "opens a wall from both sides": permit("no-more-than-there-is", /more than there is/, (list) => {
    const [open, walled] = [[], ["roads"]].map((capital) =>
      rules.permit.virement({ share: 0.1, pooled: "all", capital })(list),
    );
    return open.map((pence, place) => Math.max(pence, walled[place]));
  }),
  "pays an overspender by a slip of sign": pay("overspending-is-not-rewarded", /raises the payment/, ({ spent }) => {
    const saved = 10_000_000_00 - spent;
    return Math.round(saved >= 0 ? Math.min(saved / 2, 1_000_000_00) : Math.min(-saved * 0.3, 400_000_00));
  }),
  "pays outside the years": finance("payments-are-in-the-years-of-the-scheme", /The scheme has/, (project) => [
    ...grant(project),
    { from: "treasury", to: project.doer, pence: 100, why: "late", year: project.costs.length + 1 },
  ]),
};
