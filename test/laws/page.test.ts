import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { expect, test } from "vitest";
import { familyTitles } from "../../src/funding/rule.js";
import { checkRule, type ListedLaw, laws, matrixMarkdown } from "../../src/laws/index.js";
import { matrices } from "./matrices.js";

/** A law as the page tells it. */
const sectionOf = <World, Outcome>(law: ListedLaw<World, Outcome>): string => {
  const [{ story }] = checkRule(law.breaks.rule, [law], { runs: 2000 });
  const allows = law.allows === undefined ? "" : ` Rounding: ${law.allows}.`;
  const impossible =
    law.impossibleWith &&
    ` No rule keeps it together with ${law.impossibleWith.laws.join(" and ")}: ${law.impossibleWith.name}.`;
  return [
    `**${law.number} \`${law.id}\`** (${law.alias}). ${law.says}`,
    "",
    `\`${law.formula}\`${allows} It matters ${law.matters.charAt(0).toLowerCase()}${law.matters.slice(1)}${impossible ?? ""}`,
    "",
    `- Kept by: ${law.keeps.name}.`,
    `- Broken by: ${law.breaks.name}. ${story}`,
  ].join("\n");
};

const familyOf = <World, Outcome>(title: string, list: readonly ListedLaw<World, Outcome>[], matrix: string): string =>
  [`## ${title}`, "", matrix, "", list.map(sectionOf).join("\n\n")].join("\n");

const generated = (): string =>
  [
    familyOf(familyTitles.share, laws.share, matrixMarkdown(matrices.share)),
    familyOf(familyTitles.yearEnd, laws.yearEnd, matrixMarkdown(matrices.yearEnd)),
    familyOf(familyTitles.pay, laws.pay, matrixMarkdown(matrices.pay)),
    familyOf(familyTitles.permit, laws.permit, matrixMarkdown(matrices.permit)),
    familyOf(familyTitles.finance, laws.finance, matrixMarkdown(matrices.finance)),
    familyOf(familyTitles.allocate, laws.allocate, matrixMarkdown(matrices.allocate)),
  ].join("\n\n");

const [begin, end] = ["<!-- what follows is written by test/laws/page.test.ts -->", "<!-- until here -->"];

test("docs/laws.md tells every law, with the rules that keep and break it (vitest -u writes it anew)", async () => {
  const page = readFileSync("docs/laws.md", "utf8");
  const [before] = page.split(begin);
  const [, after] = page.split(end);
  const whole = `${before}${begin}\n\n${generated()}\n\n${end}${after}`;
  await expect(whole).toMatchFileSnapshot(resolve("docs/laws.md"));
});
