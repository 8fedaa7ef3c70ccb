import { sampleRules } from "../../src/laws/index.js";
import { type FlawedRule, first, firstTakesAll, gainOf, inWholePounds, pay, share } from "./flawed-rule.js";

const { "by benefit": byBenefit } = sampleRules.share;

let [asked, largest, lastCount] = [0, 0, 0];

/** One flaw of each kind: purity, form, names, many parties, losses. */
export const flawsOfForm: Readonly<Record<string, FlawedRule>> = {
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
};
