import { expect, test } from "vitest";
import type { Rule } from "../../src/funding/rule.js";
import { checkRule, type Law, type LawRow, lawNamed, sampleRules } from "../../src/laws/index.js";

const storyOf = <World, Outcome>(rule: Rule<World, Outcome>, law: Law<World, Outcome>): LawRow => {
  const [row] = checkRule(rule, [law]);
  return row;
};

const { share, yearEnd, pay } = sampleRules;

/** Well-known counterexamples: a rule, a law it breaks, and the smallest world that the search finds. */
const stories: Readonly<Record<string, () => LawRow>> = {
  "silo × no-investor-loses": () => storyOf(share.silo, lawNamed("share", "no-investor-loses")),
  "ratchet ½ × saving-is-never-punished": () =>
    storyOf(yearEnd["ratchet ½, the cash kept"], lawNamed("yearEnd", "saving-is-never-punished")),
  "use it or lose it × saving-pays": () => storyOf(yearEnd["use it or lose it"], lawNamed("yearEnd", "saving-pays")),
  "outturn plus × overspending-is-not-rewarded": () =>
    storyOf(yearEnd["outturn plus 2 %"], lawNamed("yearEnd", "overspending-is-not-rewarded")),
  "by investment × no-gold-plating": () => storyOf(share["by investment"], lawNamed("share", "no-gold-plating")),
  "equal × dummy": () => storyOf(share["equal net"], lawNamed("share", "dummy")),
  "shared savings × no-cliff-edge": () => storyOf(pay["shared savings"], lawNamed("pay", "no-cliff-edge")),
  "output-conditional × no-cliff-edge": () =>
    storyOf(pay["output-conditional, 25 % withheld"], lawNamed("pay", "no-cliff-edge")),
  "payment by results × price-rises-do-not-matter": () =>
    storyOf(pay["payment by results"], lawNamed("pay", "price-rises-do-not-matter")),
  "marginal rate × boundaries-do-not-matter": () =>
    storyOf(pay["marginal rate"], lawNamed("pay", "boundaries-do-not-matter")),
};

test.each(Object.entries(stories))("%s", async (name, find) => {
  const { result, says, story, world, change, seed, path } = find();
  expect(result).toBe("fails");
  expect(story.match(/\d[\d,.]*/g)?.length).toBeLessThanOrEqual(9);
  const lines = [name, "", says, "", story, "", JSON.stringify({ world, change }), `seed ${seed}, path ${path}`, ""];
  await expect(lines.join("\n")).toMatchFileSnapshot(
    `stories/${name.replace(" ½", "").replace(" × ", "-").replaceAll(" ", "-")}.txt`,
  );
});
