import { readFileSync } from "node:fs";
import { type Simulation, simulate } from "../../src/engine/simulate.js";
import { charts, report, toSvg } from "../../src/report/index.js";

/** A row of docs/lessons.md: a lesson, what it works by, its example, and what that found. */
export interface Lesson {
  readonly says: string;
  readonly mechanism: string;
  /** The example's name. */
  readonly name: string;
  readonly finding: string;
}

/** The text of docs/lessons.md. */
export const lessonsPage = readFileSync("docs/lessons.md", "utf8");

export const lessons: readonly Lesson[] = [
  ...lessonsPage.matchAll(/^\| ([^|]+) \| ([^|]+) \| \[`([\w-]+)`\]\([^)]+\) \| ([^|]+) \|$/gm),
].map(([, says, mechanism, name, finding]) => ({ says, mechanism, name, finding }));

/** What the picture of a lesson is of, where it is not who pays and who saves. */
const pictureOf = new Map([
  ["prevention-or-cure", "cost-effectiveness"],
  ["eighty-twenty", "concentration"],
  ["whole-person", "cost-effectiveness"],
  ["care-leavers", "cash-by-year"],
  ["place-count", "place-count"],
  ["programme", "cash-by-year"],
  ["quick-wins", "cash-by-year"],
  ["salami", "budget-gap"],
  ["not-cash", "cash"],
  ["two-governments", "decide"],
  ["jigsaw", "sensitivity"],
  ["blame", "decide:net:5:2"],
]);

/** The strategies of a picture, where one of all would not fit on a page. */
const picturedOf = new Map([["whole-place", ["whole-place"]]]);

/** The page of a lesson and its picture, from a run of its example. */
export const lessonFiles = (
  { says, mechanism, name, finding }: Lesson,
  simulation: Simulation,
): { readonly page: string; readonly picture: string } => {
  const show = pictureOf.get(name) ?? "who-saves";
  const strategies = picturedOf.get(name);
  const shown = strategies ? simulate(simulation.scenario, { strategies }) : simulation;
  const pictured = report(shown, { show: [show] });
  const [answer] = report(simulation).parts;
  const { limits, commands } = headOf(readFileSync(`examples/${name}/scenario.yaml`, "utf8"));
  const { title, question, form } = simulation.scenario;
  const sources = Object.values(form.sources ?? {}).map(({ title, url }) => `- ${title}${url ? `: <${url}>` : ""}`);
  const sections = [
    `# ${says}`,
    `[All lessons](../lessons.md). The example \`${name}\`, ${title}, works by this: ${mechanism}.`,
    question.trim(),
    `**What was found.** ${finding}`,
    ...(simulation.settings.strategies.length === 0 ? [] : [`**What it depends on.** ${answer.after[0]}.`]),
    `![${charts(pictured)[0].title}](${name}.svg)`,
    `**What it shows, and what it cannot.** ${limits}`,
    ["```sh", `who-saves run ${name}`, ...commands, "```"].join("\n"),
    ...(sources.length === 0 ? [] : [`Sources:\n\n${sources.join("\n")}`]),
  ];
  return { page: `${sections.join("\n\n")}\n`, picture: toSvg(pictured) };
};

/** The comment at the head of a scenario: what it shows and cannot show, and commands with the words before them. */
export const headOf = (text: string): { readonly limits: string; readonly commands: readonly string[] } => {
  const [head = ""] = text.match(/(?<=^#.*\n)(?:#.*\n)+/) ?? [];
  const lines = head.split("\n").map((line) => line.replace(/^# ?/, "").trim());
  const commands: string[] = [];
  let limits = "";
  for (const line of lines) {
    const [words, command] = line.split(/\s*(?=who-saves run)/, 2);
    const isCommand = line.startsWith("who-saves run");
    limits = `${limits} ${isCommand ? "" : words}`.trim();
    if (!isCommand && command === undefined) continue;
    const lead = limits.match(/(?:^|(?<=[.:?] ))[^.:?]+[:?]$/)?.[0];
    if (lead !== undefined) limits = limits.slice(0, -lead.length).trim();
    commands.push(...(lead === undefined ? [] : [`# ${lead}`]), isCommand ? line : command);
  }
  return { limits, commands };
};
