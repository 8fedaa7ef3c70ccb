import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { basename, resolve } from "node:path";
import { expect, test } from "vitest";
import { shell, whoSaves } from "../cli/who-saves.js";
import { withChecks } from "../support/examples.js";

interface Block {
  readonly page: string;
  readonly name: string;
  readonly language: string;
  readonly words: readonly string[];
  readonly text: string;
  /** What the page says that its commands print: a block of text that is the next of its blocks. */
  readonly printed: string;
}

/** The fenced blocks of a page that are not marked `no-run`. */
const blocksOf = (file: string): readonly Block[] =>
  [...readFileSync(file, "utf8").matchAll(/^```(\w+)(.*)\n([\s\S]*?)^```$/gm)]
    .map(([, language = "", words = "", text = ""], index, blocks) => {
      const page = basename(file, ".md");
      const [, next, , printed = ""] = blocks[index + 1] ?? [];
      const name = `${page}-${index + 1}`;
      return { page, name, language, words: words.trim().split(" "), text, printed: next === "text" ? printed : "" };
    })
    .filter(({ words }) => !words.includes("no-run"));

const scratch = resolve("test/.docs");
rmSync(scratch, { recursive: true, force: true });
mkdirSync(scratch);

const runTypeScript = async ({ name, text }: Block): Promise<void> => {
  const code = /\/\/ (=>|throws) /.test(text) ? withChecks(text) : text;
  writeFileSync(`${scratch}/${name}.ts`, `import { near, same, throws } from "../support/examples.js";\n${code}`);
  await import(`${scratch}/${name}.ts`);
};

const tables = readdirSync("examples").filter((file) => file.endsWith(".csv"));
const files = Object.fromEntries(tables.map((file) => [file, readFileSync(`examples/${file}`, "utf8")]));

/** A folder of a page's own, with a copy of the examples. */
const folderOf = (page: string): string => {
  const folder = `${scratch}/${page}`;
  if (!existsSync(folder)) cpSync("examples", `${folder}/examples`, { recursive: true });
  return folder;
};

const wordAfter = (words: readonly string[], key: string): string | undefined =>
  words.find((word) => word.startsWith(`${key}=`))?.slice(key.length + 1);

/** Writes a block marked `file=NAME` for the commands of its page. */
const writeFile = async ({ page, text, words }: Block): Promise<void> => {
  const file = wordAfter(words, "file");
  if (file) writeFileSync(`${folderOf(page)}/${file}`, text);
};

/** Reads a whole scenario without a problem, or one whose unit costs come from a file of its page. */
const readWholeScenario = async (block: Block): Promise<void> => {
  await writeFile(block);
  const { text, words } = block;
  if (words.includes("own-costs")) return;
  if (!/^title:/m.test(text) || !/^time:/m.test(text)) return;
  const { readScenario } = await import("who-saves");
  expect(readScenario(text, { files }).problems).toEqual([]);
};

/** Runs the commands of a page in its folder, as a reader at the top of the project would. */
const runCommands = async ({ page, text, words, printed }: Block): Promise<void> => {
  const folder = folderOf(page);
  const told: string[] = [];
  const status = Number(wordAfter(words, "exit") ?? 0);
  for (const [command] of text.replaceAll("\\\n", " ").matchAll(/^(npx )?who-saves.*/gm)) {
    const line = command.replace("npx ", "").trimEnd();
    const isPlain = /^[\w ./,:=%-]+$/.test(line);
    const done = isPlain ? await whoSaves(line.split(/ +/).slice(1), folder) : shell(line, folder);
    expect(done, command).toHaveProperty("status", status);
    told.push(done.stdout);
  }
  expect(told.join("")).toContain(printed);
};

const runners = new Map([
  ["ts", runTypeScript],
  ["yaml", readWholeScenario],
  ["csv", writeFile],
  ["sh", runCommands],
]);

const pages = ["README.md", ...readdirSync("docs").map((page) => `docs/${page}`)].filter((page) =>
  page.endsWith(".md"),
);

for (const block of pages.flatMap(blocksOf)) {
  const run = runners.get(block.language);
  if (run) test(`${block.name}: ${block.text.split("\n")[0]}`, () => run(block), 60_000);
}
