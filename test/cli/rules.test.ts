import { readdirSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { widthOf } from "../../src/report/words.js";
import { folderWith, shell, transcript, whoSaves } from "./who-saves.js";

const sessions: Readonly<Record<string, readonly string[]>> = {
  rules: [
    ...readdirSync("examples/rules")
      .filter((file) => file.endsWith(".js"))
      .map((file) => `who-saves check examples/rules/${file} --runs 300`),
    "who-saves check examples/rules/good.js --worlds examples/rules/gritting-worlds.yml --runs 20",
    "who-saves check examples/rules/own-law.js --format markdown",
    "who-saves check examples/rules/own-law.js --exhaustive",
  ],
  design: [
    "who-saves design --family share --keep no-investor-loses,no-gold-plating,names-do-not-matter,boundaries-do-not-matter",
    "who-saves design --family share --keep surplus-is-shared-out,no-investor-loses,only-the-needed-pay",
    "who-saves design --family yearEnd --keep saving-pays,no-pound-created-or-lost --runs 100 --format markdown",
    "who-saves design --family share --keep no-invester-loses,saving-pays",
    "who-saves design --family shares --keep dummy",
    "who-saves design --family share",
    "who-saves design --help",
  ],
  laws: ["who-saves laws --family yearEnd", "who-saves laws --family finance --format markdown", "who-saves list laws"],
  "rule-mistakes": [
    "who-saves check nowhere.js",
    "who-saves check examples/rules/own-law.js --worlds examples/rules/gritting-worlds.yml",
    "who-saves laws --family shares",
    "who-saves check examples/rules/good.js --runs few",
    "who-saves check examples/rules/good.js --path seventeen",
    "who-saves check examples/rules/good.js --path 0:0:0",
  ],
};

test.for(Object.entries(sessions))("%s", { timeout: 60_000 }, async ([name, lines]) => {
  const text = await transcript(lines, (line) => whoSaves(line.split(" ").slice(1)));
  const prose = text.split("\n").filter((line) => !/^\$ |^\||path \d/.test(line));
  for (const line of prose) expect(widthOf(line), line).toBeLessThanOrEqual(80);
  await expect(text).toMatchFileSnapshot(`transcripts/${name}.txt`);
});

describe("who-saves check RULE.js", () => {
  const checked = async (text: string, ...words: readonly string[]) => {
    const folder = folderWith({ "mine.mjs": text });
    return whoSaves(["check", `${folder}/mine.mjs`, ...words]);
  };

  test("ends with 0 where only what it names is broken, and 1 where a name is struck off", async () => {
    const silo =
      'export const rule = (stakes) => stakes.map(({ pays, saves }) => saves - pays);\nexport const laws = "share";\n';
    const breaks = [
      ...["no-investor-loses", "nobody-loses", "losers-are-made-whole", "no-group-would-leave"],
      "boundaries-do-not-decide",
    ];
    const all = [...breaks, "goes-ahead-when-it-is-worth-it"];
    expect((await checked(`${silo}export const breaks = ${JSON.stringify(all)};`, "--runs", "100")).status).toBe(0);
    expect((await checked(`${silo}export const breaks = ${JSON.stringify(breaks)};`, "--runs", "100")).status).toBe(1);
  });

  test("--format json prints the rows, with seed and path", async () => {
    const { stdout, status } = await whoSaves(["check", "examples/rules/sign-slip.js", "--format", "json"]);
    const { rows } = JSON.parse(stdout);
    expect(status).toBe(1);
    const [failed] = rows.filter(({ result }: { readonly result: string }) => result === "fails");
    expect(failed).toMatchObject({ law: "overspending-is-not-rewarded", declared: false, seed: 42 });
    expect(failed.path).not.toBe("");
  });

  test.each([
    ["export const laws = 'share';", "It exports no rule."],
    ["export const rule = () => 0;", "It exports no laws."],
    ["export const rule = () => 0; export const laws = 'shares';", "Did you mean share?"],
    [
      "export const rule = () => 0; export const laws = 'share'; export const breaks = ['no-investor-lose'];",
      "Did you mean no-investor-loses?",
    ],
  ])("reports the missing export of %s", async (text, what) => {
    const { status, stderr } = await checked(text);
    expect(status).toBe(2);
    expect(stderr.replaceAll(/\s+/g, " ")).toContain(what);
  });

  test("finds an example rule by its file's name wherever it is run, a file of the reader's first", async () => {
    const folder = folderWith({ "own-law.js": "export const rule = 1" });
    expect((await whoSaves(["check", "sign-slip.js", "--runs", "20"], folder)).stdout).toMatch(/^sign-slip\.js\n/);
    expect((await whoSaves(["check", "own-law.js"], folder)).stderr).toContain("It exports no rule.");
    const { status, stderr } = await whoSaves(["check", "sign-slp.js"], folder);
    expect(status).toBe(2);
    expect(stderr.replaceAll(/\s+/g, " ")).toContain("no example rule of that name. Did you mean sign-slip.js?");
  });

  test("a world in YAML is in pounds, and a misspelt key is refused", async () => {
    const folder = folderWith({ "worlds.yaml": "- - { agency: council, pay: 1, saves: 2 }\n" });
    const { status, stderr } = await whoSaves(["check", "examples/rules/good.js", "--worlds", `${folder}/worlds.yaml`]);
    expect(status).toBe(2);
    expect(stderr).toContain("world.0.0");
  });
});

// In a process of its own, as a reader runs it: here no test runner reads the file.
describe("the built command line", () => {
  test("reads a rule that imports who-saves/laws", () => {
    const { stdout, status } = shell("who-saves check examples/rules/withheld.js --runs 50");
    expect(status).toBe(0);
    expect(stdout).toContain("The rule keeps 2 of 4 laws and breaks 2 as declared.");
  });

  test("reads TypeScript where Node does, and says so where it does not", () => {
    const text = [
      "export const rule = (year: { base: number; reserve: number; spent: number }) =>",
      "  ({ base: year.base, reserve: year.base + year.reserve - year.spent, surrendered: 0 });",
      'export const laws = "yearEnd";',
    ].join("\n");
    const { status, stderr } = shell(
      `who-saves check mine.ts --runs 50`,
      folderWith({ "mine.ts": text, "package.json": '{"type":"module"}' }),
    );
    const reads = "typescript" in process.features && Boolean(process.features.typescript);
    expect(status).toBe(reads ? 0 : 2);
    if (!reads) expect(stderr).toContain("does not read TypeScript by itself");
  });
});
