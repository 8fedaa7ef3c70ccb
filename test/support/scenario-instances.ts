import { readdirSync, readFileSync } from "node:fs";
import { Document, isCollection, parse, visit } from "yaml";
import type { JsonSchema } from "../../src/scenario/schema.js";

type Data = Readonly<Record<string, unknown>>;

const isData = (value: unknown): value is Data => typeof value === "object" && value !== null && !Array.isArray(value);

/** Scenarios of the keys that no example has. */
export const rareKeys: readonly string[] = ["many", "own-bias"].map((name) =>
  readFileSync(`test/support/rare-keys/${name}.yaml`, "utf8"),
);

/** Every scenario that a test reads: patterns of the cook-book, the examples, then what neither has. */
const scenarios: readonly { readonly from: string; readonly data: unknown }[] = [
  ...[...readFileSync("docs/cookbook.md", "utf8").matchAll(/^```yaml file=(\S+).*\n([\s\S]*?)^```$/gm)].map(
    ([, file = "", text = ""]) => ({ from: `the [cook-book](cookbook.md), \`${file}\``, data: parse(text) as unknown }),
  ),
  ...readdirSync("examples", { recursive: true, encoding: "utf8" })
    .filter((file) => file.endsWith(".yaml"))
    .sort()
    .map((file) => ({
      from: `\`examples/${file}\``,
      data: parse(readFileSync(`examples/${file}`, "utf8")) as unknown,
    })),
  ...rareKeys.map((text) => ({ from: "", data: parse(text) as unknown })),
];

interface Found {
  readonly names: readonly string[];
  readonly value: Data;
}

/** What stands at a path of a scenario, with its names in place of NAME. */
const at = (value: unknown, path: readonly string[], names: readonly string[] = []): readonly Found[] => {
  if (!isData(value)) return [];
  const [key, ...rest] = path;
  if (key === undefined) return [{ names, value }];
  return (key === "NAME" ? Object.keys(value) : [key]).flatMap((each) => at(value[each], rest, [...names, each]));
};

/** The part below its names. Whatever fits on a line is written on one. */
const textOf = ({ names, value }: Found): string => {
  const document = new Document(names.reduceRight<unknown>((inner, name) => ({ [name]: inner }), value));
  visit(document, (_key, node, ancestors) => {
    if (isCollection(node)) node.flow = JSON.stringify(node).length <= 100 && ancestors.length / 2 >= names.length;
  });
  return document.toString({ lineWidth: 110, flowCollectionPadding: true });
};

/** The part as a scenario has it: the one with the most keys for its length, which no line of a page hides. */
export const instanceOf = (
  path: readonly string[],
  mark: string | undefined,
  { required = [] }: JsonSchema,
): { readonly from: string; readonly text: string } | undefined => {
  if (path.length === 0) return undefined;
  const found = scenarios.flatMap(({ from, data }) =>
    at(data, path)
      .filter(({ value }) => [...required, ...(mark ? [mark] : [])].every((key) => Object.hasOwn(value, key)))
      .map((each) => {
        const text = textOf(each);
        return { from, text, worth: Object.keys(each.value).length - text.length / 80 };
      }),
  );
  // What a reader can open and run comes before what only a test reads.
  return found.sort((a, b) => Number(b.from !== "") - Number(a.from !== "") || b.worth - a.worth)[0];
};
