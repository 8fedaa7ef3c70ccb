import { spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { once } from "node:events";
import { copyFileSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout } from "node:timers/promises";
import { parquetReadObjects } from "hyparquet";
import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import { fdac } from "../../examples/index.js";
import { shardOf } from "../../src/cli/parts/shard.js";
import { draws, simulate } from "../../src/index.js";
import { folderWith, started, whoSaves } from "./who-saves.js";

const scenario = readFileSync("examples/gritting/scenario.yaml", "utf8");
const winters = readFileSync("examples/gritting/hadcet-weekly.csv", "utf8");

/** A folder with the three parts of a run of gritting. */
const partsIn = async (words: readonly string[] = []): Promise<string> => {
  const folder = folderWith({ "mine.yaml": scenario, "hadcet-weekly.csv": winters });
  for (const part of [1, 2, 3]) {
    const out = ["--draws", "600", "--shard", `${part}/3`, "--out", `part-${part}.part`];
    expect((await whoSaves(["run", "mine.yaml", ...words, ...out], folder)).stderr).toMatch(/^Wrote part/);
  }
  return folder;
};

/** A part with a head and a content of one's own, whose checksum is right. */
const partOf = (head: string, content = ""): Buffer => {
  const rest = Buffer.from(`${head}\n${content}`);
  const checksum = createHash("sha256").update(rest).digest("hex");
  return Buffer.concat([Buffer.from(`who-saves part 3 ${checksum}\n`), rest]);
};

const inAnyOrder = ["part-3.part", "part-1.part", "part-2.part"];

describe("who-saves merge", () => {
  test("prints what one run prints, to the byte, in every format, and needs nothing but the parts", async () => {
    const words = ["--set", "time.years=3", "--regime", "all"];
    const folder = await partsIn(words);
    const alone = folderWith();
    for (const part of inAnyOrder) copyFileSync(join(folder, part), join(alone, part));
    for (const format of ["text", "json", "html"]) {
      const shown = ["--show", "who-saves,decide", "--format", format];
      const one = await whoSaves(["run", "mine.yaml", "--draws", "600", ...words, ...shown], folder);
      expect(await whoSaves(["merge", ...inAnyOrder, ...shown], alone)).toEqual(one);
    }
  });

  test("weighs all draws together by what was counted, as one run does, and makes no table of a part", async () => {
    const observed = "observed: { falls: { of: contacts.fallAdmission, year: 1, counted: 300, spread: 20 } }";
    const folder = folderWith({ "mine.yaml": `${scenario}${observed}\n`, "hadcet-weekly.csv": winters });
    const words = ["run", "mine.yaml", "--draws", "600"];
    for (const part of [1, 2, 3])
      await whoSaves([...words, "--shard", `${part}/3`, "--out", `part-${part}.part`], folder);
    const shown = ["--show", "who-saves,calibration", "--format", "json"];
    const one = await whoSaves([...words, ...shown, "--workers", "1"], folder);
    expect(one.stdout).toContain('"observed.falls"');
    expect(await whoSaves([...words, ...shown, "--workers", "2"], folder)).toEqual(one);
    expect(await whoSaves(["merge", ...inAnyOrder, ...shown], folder)).toEqual(one);
    const { stderr } = await whoSaves([...words, "--shard", "1/3", "--out", "draws.parquet"], folder);
    expect(stderr.replace(/\s+/g, " ")).toBe(
      "error: --out What was observed weighs all draws beside each other, so a part of them is no table yet. Write parts " +
        "that end in .part, for merge; or the whole: --shard 1/1 --out draws.parquet. ",
    );
  });

  test("has figures by cycle if the parts were run for them", async () => {
    const show = ["--show", "people:cycle"];
    const folder = await partsIn(show);
    const one = await whoSaves(["run", "mine.yaml", "--draws", "600", ...show], folder);
    expect(await whoSaves(["merge", ...inAnyOrder, ...show], folder)).toEqual(one);
  });

  test("refuses a part that was cut off, changed or made anew, and leaves no half of a file", async () => {
    const folder = await partsIn();
    const part = readFileSync(join(folder, "part-2.part"));
    const merged = async (bytes: Uint8Array): Promise<string> => {
      writeFileSync(join(folder, "part-2.part"), bytes);
      const { stdout, stderr, status } = await whoSaves(["merge", ...inAnyOrder, "--out", "all.json"], folder);
      expect({ stdout, status }).toEqual({ stdout: "", status: 2 });
      return stderr.replace(/\s+/g, " ");
    };
    const again = "Make it: who-saves run mine.yaml --draws 600 --seed who-saves --shard 2/3 --out part-2.part";
    const changed = Buffer.from(part);
    changed[part.length - 3] ^= 1;
    for (const bytes of [part.subarray(0, part.length / 2), changed])
      expect(await merged(bytes)).toBe(
        "error: part-2.part This part is damaged: its checksum is not that of its content. Remove it, and make this " +
          `part again. error: part 2 of 3 It is not among the files. ${again} `,
      );
    for (const head of ["", "{}", "[]", '{"lengths":[9]}'])
      expect(await merged(partOf(head))).toContain("This part is not as who-saves writes it.");
    const head = part.toString("utf8").split("\n")[1];
    expect(await merged(partOf(head.replace(/"lengths":\[[^\]]*\]/, '"lengths":[]')))).toContain(
      "Its numbers are not those of its scenario.",
    );
    expect(await merged(part.subarray(0, 0))).toContain("error: part-2.part This is no part of a run.");
    expect(await merged(Buffer.from(part.toString("latin1").replace("part 3", "part 4"), "latin1"))).toContain(
      "This part has format 4, and this who-saves reads format 3.",
    );
    expect(await merged(readFileSync(join(folder, "part-1.part")))).toContain("It is part 1 of 3, as part-1.part is.");
    expect(readdirSync(folder).filter((file) => !/^part-\d.part$|^mine|^hadcet/.test(file))).toEqual([]);
  });
});

describe("a run of more draws than are kept", () => {
  const draws = "1000001";
  const tiny = `title: A small place
question: How many draws are kept?
time: { start: 2025-04-01, years: 1, cycle: year }
money: { priceYear: 2024/25, discount: none }
agencies: { hospital: { name: The hospital, kind: local } }
cohorts: { people: { size: 1000 } }
services: { admission: { unit: admission, cost: { hospital: 3000 }, cashable: 50% } }
demand: { falls: { to: admission, contacts: 0.04, per: person, every: year } }
interventions:
  hub:
    reaches: everyone
    deadweight: 0%
    costs: { all: { pays: { hospital: 9000 }, every: year } }
    effects: { less: { cut: { admission: { value: 20%, low: 10%, high: 40% } } } }
`;

  test("says how far percentiles may be off; in parts and on threads it has the same bytes", async () => {
    const folder = folderWith({ "mine.yaml": tiny });
    const shown = ["--show", "answer,activity"];
    const line = ["run", "mine.yaml", "--draws", draws, ...shown];
    // In processes of their own: one that has run all other tests takes several times as long.
    const one = await started([...line, "--workers", "1"], folder);
    expect(one.stdout.replace(/\s+/g, " ")).toContain(
      "ahead in 80 runs of 100. pays cash net 5th 95th chance freed " +
        "The hospital £9,000 £12,900 £3,910 −£2,260 £12,800 80% £12,900 " +
        "Percentiles are within 0.1%. 1,000,001 draws are too many to keep each. " +
        "With at most 1,000,000 draws each is kept, and every output is there.",
    );
    expect(one.stdout).toContain("Activity\nThe contacts that change most: Admission, 8.61 fewer admissions than 40.0");
    for (const part of ["1", "2"])
      await started([...line, "--workers", part, "--shard", `${part}/2`, "--out", `part-${part}.part`], folder);
    expect(await started(["merge", "part-2.part", "part-1.part", ...shown], folder)).toEqual(one);
    const { stderr } = await whoSaves(["merge", "part-2.part", "part-1.part", "--show", "answer,people"], folder);
    expect(stderr.replace(/\s+/g, " ")).toBe(
      "error: part-1.part These parts have sums for answer and activity alone, and --show asks for people. Make each " +
        "part with it: who-saves run mine.yaml --show answer,activity,people --draws 1000001 --seed who-saves " +
        "--shard 1/2 --out part-1.part ",
    );
    const head = readFileSync(join(folder, "part-1.part"), "utf8").split("\n")[1];
    writeFileSync(join(folder, "part-1.part"), partOf(head.replace(/"json":\d+/, '"json":4'), "null"));
    expect((await whoSaves(["merge", "part-2.part", "part-1.part"], folder)).stderr).toContain(
      "Its numbers are not those of its scenario.",
    );
  });

  test("refuses outputs that need each draw, before it runs", async () => {
    const folder = folderWith({ "mine.yaml": tiny });
    const { stderr, status } = await whoSaves(
      ["run", "mine.yaml", "--draws", draws, "--show", "answer,sensitivity,decide"],
      folder,
    );
    expect(status).toBe(2);
    expect(stderr.replace(/\s+/g, " ")).toBe(
      "error: --show 1,000,001 draws are too many to keep each, which sensitivity and decide would need. " +
        "Ask for at most 1,000,000 draws; or for answer, who-saves, ledger, activity, waiting, contacts-per-person, " +
        "cash, cash-by-year, people, public-value, outcomes, value-for-money, read-back or references, which need none. ",
    );
  });
});

describe("who-saves run --workers", () => {
  test("prints the same bytes on any number of threads", async () => {
    const line = ["run", "gritting", "--draws", "1500", "--format", "json"];
    const one = await whoSaves([...line, "--workers", "1"]);
    expect(await whoSaves([...line, "--workers", "3"])).toEqual(one);
  });

  test.skipIf(process.platform === "win32")("ends at once at Ctrl-C, and leaves no file", async () => {
    const folder = folderWith();
    const words = ["run", "gritting", "--draws", "1000000", "--workers", "2", "--shard", "1/1", "--out", "all.part"];
    const child = spawn(process.execPath, [join(process.cwd(), "dist/cli/index.js"), ...words], { cwd: folder });
    await setTimeout(500);
    child.kill("SIGINT");
    const [, signal] = await once(child, "exit");
    expect({ signal, files: readdirSync(folder) }).toEqual({ signal: "SIGINT", files: [] });
  });

  test("reports what the first block with a problem reports", async () => {
    // coldTail passes 4.4 in few draws, and then divides by 0.
    const wrong = scenario.replace("? coldTail : 1", "? coldTail + 1 / max(4.4 - coldTail, 0) : 1");
    const folder = folderWith({ "mine.yaml": wrong, "hadcet-weekly.csv": winters });
    const line = ["run", "mine.yaml", "--draws", "1500"];
    const one = await whoSaves([...line, "--workers", "1"], folder);
    expect(one).toMatchObject({ stdout: "", status: 2, stderr: expect.stringContaining("not a finite number") });
    expect(await whoSaves([...line, "--workers", "2"], folder)).toEqual(one);
  });
});

describe("--shard auto", () => {
  const slurm = (id: number, min: number, max: number, count: number, step = 1) => ({
    SLURM_ARRAY_TASK_ID: String(id),
    SLURM_ARRAY_TASK_MIN: String(min),
    SLURM_ARRAY_TASK_MAX: String(max),
    SLURM_ARRAY_TASK_COUNT: String(count),
    SLURM_ARRAY_TASK_STEP: String(step),
  });

  test("knows the number that a scheduler begins with", () => {
    expect(shardOf("auto/4", slurm(1, 1, 4, 4))).toEqual({ index: 1, count: 4 });
    expect(shardOf("auto/4", slurm(0, 0, 3, 4))).toEqual({ index: 1, count: 4 });
    expect(shardOf("auto/4", slurm(7, 1, 7, 4, 2))).toEqual({ index: 4, count: 4 });
    expect(shardOf("auto/4", { SLURM_ARRAY_TASK_ID: "2", SLURM_ARRAY_TASK_MIN: "1" })).toEqual({ index: 2, count: 4 });
    expect(shardOf("auto/4", { JOB_COMPLETION_INDEX: "3" })).toEqual({ index: 4, count: 4 });
    expect(shardOf("auto/4", { AWS_BATCH_JOB_ARRAY_INDEX: "0", AWS_BATCH_JOB_ARRAY_SIZE: "4" }).index).toBe(1);
  });

  test("is asked for by the job of Kubernetes with as many parts as it completes", () => {
    const { spec } = parse(readFileSync("examples/cluster/kubernetes/parts.yml", "utf8"));
    const [{ args }] = spec.template.spec.containers;
    expect(spec.completionMode).toBe("Indexed");
    expect(args[0]).toContain(`--shard auto/${spec.completions} --out "part-$JOB_COMPLETION_INDEX.part"`);
  });

  test("refuses an array of another length, with gaps, or of two schedulers", () => {
    expect(() => shardOf("auto/4", slurm(2, 2, 2, 1))).toThrow("Slurm runs 1 task, not 4");
    expect(() => shardOf("auto/4", slurm(3, 1, 9, 4))).toThrow("SLURM_ARRAY_TASK_ID is 3");
    expect(() => shardOf("auto/4", { SLURM_ARRAY_TASK_ID: "3" })).toThrow("Slurm does not state its first task");
    expect(() => shardOf("auto/4", { JOB_COMPLETION_INDEX: "4" })).toThrow("it is 0 to 3");
    expect(() => shardOf("auto/4", { ...slurm(1, 1, 4, 4), JOB_COMPLETION_INDEX: "3" })).toThrow("are all set");
  });
});

test("a part as Parquet has the pounds of each draw", async () => {
  const folder = folderWith();
  await whoSaves(["run", "fdac", "--draws", "300", "--shard", "2/2", "--out", "part-2.parquet"], folder);
  const { buffer } = Uint8Array.from(readFileSync(join(folder, "part-2.parquet")));
  const rows = await parquetReadObjects({ file: buffer });
  const run = simulate(fdac, { draws: 300 });
  const cash = draws(run, { figure: "cash", of: "council", year: 2, money: "plain" });
  const found = rows.filter(({ agency, figure, year }) => agency === "council" && figure === "cash" && year === 2);
  expect(found.map(({ draw, pounds }) => [draw, pounds])).toEqual(
    [...cash.subarray(256)].map((pounds, at) => [257 + at, pounds]),
  );
  expect(Object.keys(rows[0])).toEqual(["strategy", "agency", "year", "figure", "draw", "pounds"]);
});
