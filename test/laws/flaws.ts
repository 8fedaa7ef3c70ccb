import type { AgencyYear, Performance, Project, Share, YearEnd } from "../../src/funding/rule.js";
import { rules } from "../../src/funding/rules.js";
import { checkRule, type LawRow, type ListedLaw, laws, sampleRules } from "../../src/laws/index.js";
import { isWhole } from "../support/hunt.js";

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

/** A gain in whole pounds in proportion to some weights, the odd pence to the largest; a loss to those who pay. */
const inWholePounds =
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

const first = "the-rule-is-a-function";

/** A flawed rule, tried on as many worlds as a user tries by default; in `npm test` on fewer, if its flaw is common. */
const flawed =
  <World, Outcome>(list: readonly ListedLaw<World, Outcome>[]) =>
  (law: string, says: RegExp, rule: (world: World) => Outcome): FlawedRule => ({
    law,
    says,
    rows: () => checkRule(rule, list, { runs: isWhole || law === first ? 1000 : 200 }),
  });

const share = flawed(laws.share);
const pay = flawed(laws.pay);
const yearEnd = flawed(laws.yearEnd);
const permit = flawed(laws.permit);
const allocate = flawed(laws.allocate);
const finance = flawed(laws.finance);

const threeInstalments = rules.finance.prudentialLoan({ interest: 0, years: 3 });

let [asked, largest, lastCount] = [0, 0, 0];

/** One flaw of each kind: purity, form, names, many parties, losses, sizes, directions, time, promises. */
export const flawedRules: Readonly<Record<string, FlawedRule>> = {
  "keeps a count": share(first, /Asked twice in the same world/, (deal) =>
    ++asked % 3001 === 0 ? deal.map(() => 0) : byBenefit(deal),
  ),
  "tosses a rare coin": share(first, /and then/, (deal) =>
    Math.random() < 0.001 ? firstTakesAll(deal) : byBenefit(deal),
  ),
  "remembers the largest deal": share(first, /remembers what it was asked: first it answers/, (deal) => {
    largest = Math.max(largest, gainOf(deal));
    return gainOf(deal) > 0 && gainOf(deal) * 1000 < largest ? firstTakesAll(deal) : byBenefit(deal);
  }),
  "remembers the last year": pay(first, /\. Asked twice in the same world/, ({ quantity }) => {
    const pence = Math.round((quantity + lastCount) * 50_00);
    lastCount = quantity > 500 ? quantity : 0;
    return pence;
  }),
  "reads the clock": share(first, /reads the clock\. Asked on \d+ \w+ \d{4}/, (deal) =>
    Date.now() > Date.UTC(2030, 0, 1) ? firstTakesAll(deal) : byBenefit(deal),
  ),
  "changes large deals": share(first, /changes its input: “saves” of/, (deal) => {
    const shares = byBenefit(deal);
    if (deal.length > 6) Reflect.set(deal[6], "saves", 1);
    return shares;
  }),
  "writes a note on large deals": share(first, /changes its input: “seen” was not there before/, (deal) => {
    if (deal.length > 6) Reflect.set(deal, "seen", true);
    return byBenefit(deal);
  }),
  "takes a field from large deals": share(first, /changes its input: “saves” of .* is not there afterwards/, (deal) => {
    const shares = byBenefit(deal);
    if (deal.length > 6) Reflect.deleteProperty(deal[6], "saves");
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
  "counts a rising bill as a saving below 0, in whole pounds": share(
    "no-investor-loses",
    /its bills rise by £1,000; Hospital pays nothing and saves £3,000\. .* Council ends £500 worse off/,
    inWholePounds((deal) => deal.map(({ saves }) => saves)),
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

/** Sound rules, written apart from ours: the laws that each must break, and no others. */
export const soundRules: Readonly<Record<string, { readonly breaks: readonly string[] } & Pick<FlawedRule, "rows">>> = {
  "by benefit, each part rounded where it ends": {
    breaks: ["bundling-does-not-matter", "only-the-needed-pay", "no-shading", "no-padding"],
    rows: () =>
      checkRule<Parameters<Share>[0], readonly number[]>((deal) => {
        const gain = gainOf(deal);
        const parts = deal.map(({ pays, saves }) =>
          gain < 0 ? Math.max(0, pays) + Math.max(0, -saves) : Math.max(0, saves) + Math.max(0, -pays),
        );
        const all = parts.reduce((sum, part) => sum + part, 0);
        let [upTo, before] = [0, 0];
        return parts.map((part) => {
          upTo += part;
          const end = all === 0 ? 0 : Math.round(gain * (upTo / all));
          const pence = end - before;
          before = end;
          return pence;
        });
      }, laws.share),
  },
  "by benefit, in whole pounds": {
    breaks: ["bundling-does-not-matter", "only-the-needed-pay", "no-shading", "no-padding"],
    rows: () =>
      checkRule(
        inWholePounds((deal) => deal.map(({ saves }) => Math.max(0, saves))),
        laws.share,
      ),
  },
  "by benefit, from a table of earlier answers": {
    breaks: ["bundling-does-not-matter", "only-the-needed-pay", "no-shading", "no-padding"],
    rows: () => {
      const table = new Map<string, readonly number[]>();
      return checkRule<Parameters<Share>[0], readonly number[]>((deal) => {
        const key = JSON.stringify(deal.map(({ pays, saves }) => [pays, saves]));
        const answer = table.get(key) ?? byBenefit(deal);
        table.set(key, answer);
        return answer;
      }, laws.share);
    },
  },
  "half is kept, in whole pounds": {
    breaks: ["when-it-is-spent-does-not-matter"],
    rows: () =>
      checkRule<AgencyYear, ReturnType<YearEnd>>((year) => {
        const { base, reserve: left } = carryAll(year);
        const reserve = left < 0 ? left : 100 * Math.floor(left / 200);
        return { base, reserve, surrendered: left - reserve };
      }, laws.yearEnd),
  },
  "a grant in whole pounds": {
    breaks: [],
    rows: () =>
      checkRule<Project, ReturnType<typeof grant>>(
        (project) => grant(project).map((posting) => ({ ...posting, pence: 100 * Math.ceil(posting.pence / 100) })),
        laws.finance,
      ),
  },
  "a third is kept": {
    breaks: ["saving-pays", "when-it-is-spent-does-not-matter"],
    rows: () =>
      checkRule<AgencyYear, ReturnType<YearEnd>>((year) => {
        const { base, reserve: left } = carryAll(year);
        const reserve = left < 0 ? left : Math.floor(left / 3);
        return { base, reserve, surrendered: left - reserve };
      }, laws.yearEnd),
  },
  "a loan in three instalments, without interest": {
    breaks: ["the-doer-is-never-out-of-pocket"],
    rows: () => checkRule(threeInstalments, laws.finance),
  },
  "a price for each, up to a cap": {
    breaks: [
      "no-cream-skimming",
      "counts-cannot-be-gamed",
      "price-rises-do-not-matter",
      "boundaries-do-not-matter",
      "when-it-is-done-does-not-matter",
      "no-dead-zone",
    ],
    rows: () =>
      checkRule<Performance, number>(({ quantity }) => Math.round(Math.min(quantity * 1000_00, 100_000_00)), laws.pay),
  },
};
