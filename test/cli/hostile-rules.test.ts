import { expect, test } from "vitest";
import { isWhole } from "../support/hunt.js";
import { type Ended, folderWith, shell, started, whoSaves } from "./who-saves.js";

const share = 'export const laws = "share";\n';

type Hostile = readonly [text: string, message: string, ...statuses: number[]];

/** Rule files that do what a rule should not, the words of the message, and the status. */
const files: Readonly<Record<string, Hostile>> = {
  "an await that never settles": [
    `${share}export const rule = () => [];\nawait new Promise(() => {});`,
    "never finishes loading",
    2,
  ],
  "process.exit in the rule": [`${share}export const rule = () => process.exit(0);`, "ends the process (status 0)", 2],
  "process.exit while it loads": [`${share}process.exit(3);`, "ends the process (status 3)", 2],
  "process.exit later": [
    `${share}export const rule = (deals) => { setImmediate(() => process.exit(0)); return deals.map(() => 0); };`,
    "ends the process (status 0)",
    2,
  ],
  "a signal to itself": [`${share}export const rule = () => process.kill(process.pid, "SIGKILL");`, "was ended", 2],
  "a rejection that nobody handles": [
    `${share}Promise.reject(new Error("later"));\nexport const rule = (deals) => deals.map(() => 0);`,
    "Its laws cannot be tried: later",
    2,
  ],
  "an error in a timer": [
    `${share}export const rule = (deals) => { setImmediate(() => { throw new Error("later"); }); return deals.map(() => 0); };`,
    "Its laws cannot be tried: later",
    2,
  ],
  "an async rule": [`${share}export const rule = async (deals) => deals.map(() => 0);`, "returns a promise", 2],
  "a law without worlds": [
    'export const rule = () => [];\nexport const laws = [{ id: "x", says: "y", worlds: {}, broken: () => undefined }];',
    "laws[0] has no worlds",
    2,
  ],
  "a law that is null": ["export const rule = () => [];\nexport const laws = [null];", "laws[0] is no law", 2],
  "breaks that are no texts": [
    `${share}export const rule = () => [];\nexport const breaks = [{ toString() { throw 1; } }];`,
    "breaks is a list of the names of laws",
    2,
  ],
};

/** Rule files that are stopped after two seconds: `npm test` tries the first, `npm run faults` all. */
const waits: Readonly<Record<string, Hostile>> = {
  "a loop without an end": [`${share}export const rule = () => { for (;;); };`, "took over 2 seconds", 1],
  "an await that never settles, beside a timer": [
    `${share}export const rule = () => [];\nsetInterval(() => {}, 100);\nawait new Promise(() => {});`,
    "does not finish loading",
    2,
  ],
  // On a busy machine it collects garbage when its time is over, and is stopped from outside.
  "a loop that collects": [
    `${share}const all = []; export const rule = () => { for (;;) all.push([]); };`,
    "2 seconds",
    1,
    2,
  ],
  "a slow rule": [
    `${share}export const rule = (deals) => { const from = Date.now(); while (Date.now() - from < 50); return deals.map(() => 0); };`,
    "took over 2 seconds",
    1,
  ],
  "a loop while it loads": [`${share}for (;;);\nexport const rule = () => [];`, "does not finish loading", 2],
  "a wait outside of JavaScript": [
    `import { execSync } from "node:child_process";\n${share}export const rule = () => execSync("sleep 15");`,
    "does not answer within 2 seconds",
    2,
  ],
};

const expectMessage = ({ stderr, status }: Ended, [, message, ...statuses]: Hostile): void => {
  expect(stderr.replaceAll(/\s+/g, " ")).toContain(message);
  expect(stderr).not.toMatch(/^ +at /m);
  expect(statuses).toContain(status);
};

test.for(Object.entries(files))("check of %s ends with a message", async ([, hostile]) => {
  const folder = folderWith({ "mine.mjs": hostile[0] });
  expectMessage(await whoSaves(["check", "mine.mjs", "--runs", "40"], folder), hostile);
});

test("check of a rule that does not end, or is too slow, ends after a while with a message", async () => {
  const tried = Object.entries(waits).slice(0, isWhole ? undefined : 1);
  const folder = folderWith(Object.fromEntries(tried.map(([name, [text]]) => [`${name}.mjs`, text])));
  const check = async ([name, hostile]: readonly [string, Hostile]) => {
    const ended = await started(["check", `${name}.mjs`, "--runs", "40", "--seconds", "2"], folder);
    expectMessage(ended, hostile);
  };
  await Promise.all(tried.map(check)); // side by side, because each waits two seconds
});

test("a rule that throws what has no text breaks its laws, and a timer that stays ends with the verdict", async () => {
  const odd = "throw new Proxy({}, { get() { throw 1; } });";
  const folder = folderWith({
    "odd.mjs": `${share}export const rule = () => { ${odd} };`,
    "timer.mjs": `${share}setInterval(() => {}, 1000);\nexport const rule = ({ length }) => Array(length).fill(0);`,
  });
  const { stdout, status } = await whoSaves(["check", "odd.mjs", "--runs", "40"], folder);
  expect(stdout).toContain("an error without a text");
  expect(status).toBe(1);
  const timer = await whoSaves(["check", "timer.mjs", "--runs", "40"], folder);
  expect(timer.stdout).toContain("The rule keeps");
  expect(timer.status).toBe(1);
});

test("what a rule prints goes to stderr, never into the result, and puts nothing on a terminal", () => {
  const text = `${share}console.log("seen \\u001b[31mred\\u202e");\nexport const rule = (deals) => deals.map(() => 0);`;
  const folder = folderWith({ "mine.mjs": text });
  const { stdout, stderr } = shell("who-saves check mine.mjs --runs 20 --format json", folder);
  expect(JSON.parse(stdout).rows.length).toBeGreaterThan(10);
  expect(stderr).toBe("seen [31mred\n");
});

test("the text of a law puts nothing on a terminal and no HTML into markdown", async () => {
  const law = `{ ...ours[0], id: "a|b", says: "x\\u001b[31my\\u202e", broken: () => "<b>|\\u001b[31m" }`;
  const text = `import { laws as all } from "who-saves/laws";\nconst ours = all.share;\nexport const rule = () => [];\nexport const laws = [${law}];`;
  const folder = folderWith({ "mine.mjs": text.replace("who-saves/laws", `${process.cwd()}/dist/laws.js`) });
  const { stdout } = await whoSaves(["check", "mine.mjs", "--runs", "20"], folder);
  expect(stdout).toContain("a|b");
  expect(stdout).not.toMatch(/[^\P{Cc}\n]|\u202e/u);
  const page = await whoSaves(["check", "mine.mjs", "--runs", "20", "--format", "markdown"], folder);
  expect(page.stdout).toContain("| a&#124;b | BREAKS |");
  expect(page.stdout).not.toContain("<b>");
});

test("the user's own worlds need a family, which a law with worlds of its own does not name", async () => {
  const law = '{ id: "x", says: "y", worlds: { generate() {}, }, broken: () => undefined }';
  const text = `export const rule = () => [];\nexport const laws = [${law}];`;
  const folder = folderWith({ "mine.mjs": text, "worlds.yaml": "- {}" });
  const { stderr, status } = await whoSaves(["check", "mine.mjs", "--worlds", "worlds.yaml"], folder);
  expect(stderr).toContain("The rule family of these worlds is not known.");
  expect(status).toBe(2);
});
