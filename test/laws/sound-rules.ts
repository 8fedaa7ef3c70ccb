import type { AgencyYear, Performance, Project, Share, YearEnd } from "../../src/funding/rule.js";
import { checkRule, laws, sampleRules } from "../../src/laws/index.js";
import { type FlawedRule, gainOf, inWholePounds, threeInstalments } from "./flawed-rule.js";

const { "by benefit": byBenefit } = sampleRules.share;
const { "full carry-forward": carryAll } = sampleRules.yearEnd;
const { "transformation grant of the whole cost": grant } = sampleRules.finance;

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
