import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { hiv } from "../../examples/index.js";
import { simulate } from "../../src/engine/simulate.js";
import type { NamedRule } from "../../src/funding/named-rule.js";
import type { YearEnd } from "../../src/funding/rule.js";
import { checkRule, distributionLaws, laws } from "../../src/laws/index.js";
import { type SharingLaw, sharing } from "../../src/laws/sharing/deal.js";
import type { family } from "../../src/quantity/distributions/family.js";
import type { report, toText } from "../../src/report/index.js";
import { near, same, withChecks } from "../support/examples.js";
import { load, templateOf, typeProblems } from "../support/templates.js";

/** Each template, in the file where a contributor would put it. */
const distribution = { file: "src/quantity/distributions/exponential.ts", text: templateOf("Add a distribution") };
const rule = { file: "src/funding/year-end/rainy-day.ts", text: templateOf("Add a funding rule") };
const result = { file: "src/report/outputs/money/horizons.ts", text: templateOf("Add a result") };
const law = { file: "src/laws/sharing/every-payer-gains.ts", text: templateOf("Add a law") };

/** The list of rules after a contributor has added the rule: its import and its name. */
const rulesWithIt = `import { rainyDay } from "./year-end/rainy-day.js";\n${readFileSync(
  "src/funding/rules.ts",
  "utf8",
).replace("yearEnd: { ", "yearEnd: { rainyDay, ")}`;

const overlay = {
  ...Object.fromEntries([distribution, rule, law, result].map(({ file, text }) => [file, text])),
  "src/funding/rules.ts": rulesWithIt,
};

/** Runs the example in the doc comment of a template. */
const runExample = async (text: string, name: string, value: unknown): Promise<void> => {
  const [, example = ""] = /@example (.*)/.exec(text) ?? [];
  expect(example).toContain(name);
  const run = new Function(name, "same", "near", `return (async () => { ${withChecks(example)} })()`);
  await run(value, same, near);
};

test("the compiler accepts every template in its folder, and the rule needs no other file than rules.ts", () => {
  const readers = ["src/laws/samples.ts", "src/scenario/regimes/regime-form.ts"];
  expect(typeProblems([...Object.keys(overlay), ...readers], overlay)).toEqual([]);
}, 120_000);

describe("the template of a distribution", async () => {
  const { exponential } = (await load(distribution.file, overlay)) as { exponential: ReturnType<typeof family> };

  test("gives what its comment shows", () => runExample(distribution.text, "exponential", exponential));

  test("gives a value from outside: half-life is ln 2 mean lifetimes (OEIS A002162)", () => {
    expect(exponential.quantile({ mean: 3 })(0.5)).toBeCloseTo(3 * Math.LN2, 10);
  });

  test("keeps the law that every distribution keeps", () => {
    const worlds = fc.record({ mean: fc.double({ min: 0.01, max: 1000, noNaN: true }) });
    const [row] = checkRule(exponential.quantile, [{ ...distributionLaws.quantileNeverFalls, worlds }]);
    expect(row).toMatchObject({ result: "holds", story: "" });
  });
});

describe("the template of a funding rule", async () => {
  const { rainyDay } = (await load(rule.file, overlay)) as {
    rainyDay: NamedRule<{ readonly capPounds: number }, YearEnd>;
  };

  test("gives what its comment shows", () => runExample(rule.text, "rainyDay", rainyDay));

  test("says which bound was exceeded, and why it is a bound", () => {
    expect(() => rainyDay({ capPounds: -1 })).toThrow(
      /rainyDay\.capPounds\s+capPounds cannot be -1\. .*fine an agency for saving/s,
    );
  });

  test("breaks four laws of its family: a cap in pounds is not the same part of every budget, and money is surrendered", () => {
    for (const { rule } of rainyDay.samples()) {
      const rows = checkRule(rule, laws.yearEnd, { runs: 300 });
      expect(rows.filter(({ result }) => result === "fails").map(({ law }) => law)).toEqual([
        "size-does-not-matter",
        "boundaries-do-not-matter",
        "saving-pays",
        "when-it-is-spent-does-not-matter",
      ]);
    }
  });

  test("is in the matrix of laws once it is in rules.ts", async () => {
    const { sampleRules } = (await load("src/laws/samples.ts", overlay)) as {
      sampleRules: { readonly yearEnd: Readonly<Record<string, YearEnd>> };
    };
    const [{ label }] = rainyDay.samples();
    const year = { base: 100_000_00, reserve: 0, spent: 80_000_00 };
    expect(sampleRules.yearEnd[label](year)).toEqual({ base: 100_000_00, reserve: 5_000_00, surrendered: 15_000_00 });
  });
});

describe("the template of a law", async () => {
  const { everyPayerGains } = (await load(law.file, overlay)) as { everyPayerGains: SharingLaw };

  test("is kept by one rule and broken by another, in a story with at most nine numbers", () => {
    const { keeps, breaks } = everyPayerGains;
    expect(checkRule(keeps.rule, [everyPayerGains])[0]).toMatchObject({ result: "holds", where: "" });
    const tell: SharingLaw["tell"] = (_rule, deal) => sharing.tell(deal); // as the list of laws adds it
    const [{ result, story }] = checkRule(breaks.rule, [{ ...everyPayerGains, tell }]);
    expect(result).toBe("fails");
    expect(story).toBe(
      "Council pays £1,000 and saves nothing; Hospital pays nothing and saves £3,000. The council pays, and has no part in the net gain.",
    );
    expect(story.match(/\d[\d,.]*/g)?.length).toBeLessThanOrEqual(9);
  });

  test("has a name that no law of its family has", () => {
    expect(laws.share.map(({ id }) => id)).not.toContain(everyPayerGains.id);
  });
});

test("the template of a result prints its page: its title, its question, its headings and its rows", async () => {
  const reports = (await load("src/report/index.ts", overlay)) as { report: typeof report; toText: typeof toText };
  const simulation = simulate(hiv, { draws: 64 });
  const [title, answers] = ["title", "answers"].map((key) => new RegExp(`${key}: "(.*)"`).exec(result.text)?.[1] ?? "");
  const page = reports.toText(reports.report(simulation, { show: ["horizons"] }));
  for (const text of [title, answers, "counted"]) expect(page).toContain(`\n${text}`);
  expect(page).toMatch(/^ +20 +2015( +−£[\d.]+m){3} +0%$/m);
});
