import { expect, test } from "vitest";
import { widthOf } from "../../src/report/words.js";
import { folderWith, shell, transcript, whoSaves } from "./who-saves.js";

/** Sessions of a user. Each is a file in `transcripts`; `npx vitest run test/cli -u` writes them again. */
const sessions: Readonly<Record<string, readonly string[]>> = {
  help: ["who-saves", "who-saves run --help", "who-saves check --help"],
  list: ["who-saves list", "who-saves list examples"],
  costs: [
    "who-saves list costs",
    "who-saves list --format csv",
    "who-saves list costs --format markdown",
    "who-saves list costs --costs nowhere.csv",
  ],
  gritting: ["who-saves run gritting", "who-saves check gritting"],
  "gritting-hard-winter": ["who-saves run gritting --set quantities.temperature.pick=2010/11"],
  durham: ["who-saves run durham"],
  fdac: ["who-saves run fdac", "who-saves check fdac", "who-saves run fdac --show explain:nhs:2"],
  compare: ["who-saves compare gritting gritting --set quantities.effect=50%", "who-saves compare gritting durham"],
  "warm-homes": ["who-saves run warm-homes"],
  "troubled-families": ["who-saves run troubled-families --show answer,evpi"],
  casework: ["who-saves run casework"],
  hiv: ["who-saves run hiv --show cost-effectiveness"],
  tables: [
    "who-saves run gritting --show who-saves,cost-shifts,appraisal,sensitivity:hospital,switching-values:hospital:netAvoided",
  ],
  pockets: [
    "who-saves run fdac --show wrong-pockets:place",
    "who-saves run durham --show ledger:financial:cash",
    "who-saves run gritting --show ledger:financial:cash",
    "who-saves run fdac --show wrong-pockets:nhs",
  ],
  formats: [
    "who-saves run gritting --format csv",
    "who-saves run gritting --format csv --headings keys",
    "who-saves run fdac --format markdown --show answer,expectations",
    "who-saves run fdac --format json --show cost-shifts --draws 1",
    "who-saves list examples --format csv",
    "who-saves list examples --format json",
  ],
  new: [
    "who-saves new mine",
    "who-saves check mine.yaml",
    "who-saves run mine.yaml",
    "who-saves new mine",
    "who-saves run mine",
    "who-saves list templates",
    "who-saves new grit --from early-gritting",
    "who-saves check grit.yaml",
    "who-saves new desks --from shared-ofices",
  ],
  parts: [
    "who-saves run fdac --draws 700 --shard 3/3 --out part-3.part",
    "who-saves run fdac --draws 700 --shard 1/3 --out part-1.part",
    "who-saves merge part-1.part part-3.part",
    "who-saves run fdac --draws 700 --seed other --shard 2/3 --out other.part",
    "who-saves merge part-1.part other.part part-3.part nowhere.part",
    "who-saves run fdac --draws 700 --shard 2/3 --out part-2.part",
    "who-saves merge part-3.part part-1.part part-2.part",
    "who-saves merge part-3.part part-1.part part-2.part --show people:cycle",
    "who-saves run fdac --shard 2 --out part.part",
    "who-saves run fdac --shard 0/3 --out part.part",
    "who-saves run fdac --shard auto/3 --out part.part",
    "who-saves run fdac --shard 1/9 --out part.part",
    "who-saves run fdac --shard 1/3",
    "who-saves run fdac --shard 1/3 --out part.json",
    "who-saves run fdac --shard 1/3 --out part.part --format json",
    "who-saves run fdac --workers none",
  ],
  mistakes: [
    "who-saves rnu gritting",
    "who-saves run",
    "who-saves run griting",
    "who-saves run nowhere/gritting.yaml",
    "who-saves run gritting --shwo ledger",
    "who-saves run gritting --show legder",
    "who-saves run gritting --show explain:hospitl",
    "who-saves run gritting --strategy griting",
    "who-saves run gritting --draws many",
    "who-saves run gritting --draws 0",
    "who-saves run gritting --width 39",
    "who-saves run gritting --format markdwon",
    "who-saves run gritting --format csv --show who-saves,ledger",
    "who-saves run gritting --format xlsx",
    "who-saves run gritting --format html --out folder/",
    "who-saves run gritting --headings keys",
    "who-saves run gritting --set effect",
    "who-saves run gritting --set quantities.efect=50%",
    "who-saves run gritting --set quantities.effect=150%",
    "who-saves run gritting --out nowhere/answer.txt",
    "who-saves list exmaples",
    "who-saves new ../mine",
  ],
};

/** The sessions that run in their own process, as a user's do. */
const real = new Set(["list"]);

test.for(Object.entries(sessions))("%s", { timeout: 60_000 }, async ([name, lines]) => {
  const folder = folderWith();
  const run = real.has(name) ? shell : (line: string) => whoSaves(line.split(" ").slice(1), folder);
  const text = await transcript(lines, (line) => run(line, folder));
  expect(text).not.toMatch(/[^\P{Cc}\n\r]/u);
  const prose = text.split("\n").filter((line) => !/^\$ |^["{|\w-]+,|^\s*"|^\|/.test(line));
  if (name !== "formats") for (const line of prose) expect(widthOf(line), line).toBeLessThanOrEqual(100);
  await expect(text).toMatchFileSnapshot(`transcripts/${name}.txt`);
});
