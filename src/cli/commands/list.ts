import { readFileSync } from "node:fs";
import { parse } from "yaml";
import { didYouMean } from "../../base/problem.js";
import { contents, outputNames } from "../../report/contents.js";
import { askedAs } from "../../report/show.js";
import { oneLine, wrap } from "../../report/words.js";
import { examplesIn } from "../find.js";
import { mistake } from "../mistake.js";
import { print } from "../terminal.js";

type Item = readonly [name: string, what: string];

/** What is listed: a heading, names with what they are, and what else there is to say. */
interface List {
  readonly heading: string;
  readonly items: readonly Item[];
  readonly note?: string;
}

const lists: Readonly<Record<string, (packageFolder: string) => List>> = {
  examples: (packageFolder) => ({
    heading: "Examples, for who-saves run NAME:",
    items: [...examplesIn(packageFolder)].map(([name, path]) => [name, titleOf(path)]),
  }),
  outputs: () => ({
    heading: "Outputs, for who-saves run … --show NAME,NAME:",
    items: outputNames.map((name) => [askedAs(name), contents[name].answers]),
    note: "AGENCY is one of the scenario's, OF is one or place, public, society; FIGURE is net or cash. OUTCOME is a service with a worth, POUNDS what one of it is worth.",
  }),
};

/** Lists what there is. */
export const list = (what: string | undefined, packageFolder: string): number => {
  if (what !== undefined && !Object.hasOwn(lists, what))
    throw mistake("list", `There is no list of ${what}. ${didYouMean(what, Object.keys(lists))}`);
  const texts = (what === undefined ? Object.values(lists) : [lists[what]]).map((make) =>
    listText(make(packageFolder)),
  );
  print(texts.join("\n"));
  return 0;
};

const titleOf = (path: string): string => {
  const written: unknown = parse(readFileSync(path, "utf8"));
  return typeof written === "object" && written !== null && "title" in written ? oneLine(String(written.title)) : "";
};

const listText = ({ heading, items, note = "" }: List): string => {
  const width = Math.max(0, ...items.map(([name]) => name.length));
  const lines = items.flatMap(([name, what]) =>
    wrap(what, 80 - width - 4).map((line, at) => `  ${(at === 0 ? name : "").padEnd(width)}  ${line}`.trimEnd()),
  );
  return `${[heading, ...lines, ...(note === "" ? [] : wrap(note, 80))].join("\n")}\n`;
};
