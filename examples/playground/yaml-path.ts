/** Where a cursor stands in a YAML text: the keys around it, and what of a key or a value is written already. */
export interface YamlPlace {
  readonly path: readonly string[];
  /** The key whose value is being written; undefined at the place of a key. */
  readonly key: string | undefined;
  readonly written: string;
  /** The keys that the map has already, on the lines around or between the braces. */
  readonly taken: readonly string[];
}

const keyOf = (line: string): string | undefined => /^\s*"?([\w.-]+)"?\s*:(\s|$)/.exec(line)?.[1];
const indentOf = (line: string): number => line.search(/\S/);

/** The keys of the lines around a line, by their indentation, outermost first. */
const blockPath = (lines: readonly string[], indent: number): readonly string[] => {
  const path: string[] = [];
  let within = indent;
  for (const line of lines.toReversed()) {
    const key = keyOf(line);
    if (key === undefined || indentOf(line) >= within) continue;
    within = indentOf(line);
    path.unshift(key);
  }
  return path;
};

/** The keys of the lines that belong to the same map as the last of some lines. */
const siblings = (lines: readonly string[], indent: number): readonly string[] => {
  const keys: string[] = [];
  for (const line of lines.toReversed()) {
    if (line.trim() === "" || line.trimStart().startsWith("#")) continue;
    if (indentOf(line) < indent) break;
    const key = keyOf(line);
    if (key !== undefined && indentOf(line) === indent) keys.push(key);
  }
  return keys;
};

/** The open braces of a line: the key of each, and what is written in it. Texts in quotes are left out. */
const openBraces = (text: string): readonly { readonly key: string; readonly inside: string }[] => {
  const open: { key: string; inside: string }[] = [];
  const plain = text.replace(/"[^"]*"|'[^']*'/g, (quoted) => "x".repeat(quoted.length));
  for (const [index, letter] of [...plain].entries()) {
    if (letter === "{") open.push({ key: /([\w.-]+)\s*:\s*$/.exec(plain.slice(0, index))?.[1] ?? "", inside: "" });
    else if (letter === "}") open.pop();
    else {
      const last = open.at(-1);
      if (last !== undefined) last.inside += letter;
    }
  }
  return open;
};

/** Where the end of a text stands, as a cursor. */
export const placeAt = (text: string): YamlPlace => {
  const lines = text.split("\n");
  const line = lines.pop() ?? "";
  const braces = openBraces(line);
  const here = braces.at(-1)?.inside ?? line;
  const part = here.split(",").at(-1) ?? "";
  const [, key, value] = /^\s*(?:- )?([\w.-]+)\s*:\s(.*)$/.exec(part) ?? [];
  const indent = indentOf(line) < 0 ? line.length : indentOf(line);
  const own =
    braces.length > 0
      ? [
          ...(braces[0].key === keyOf(line) || keyOf(line) === undefined ? [] : [keyOf(line) ?? ""]),
          ...braces.map((each) => each.key),
        ]
      : [];
  return {
    path: [...blockPath(lines, indent), ...own],
    key,
    written: (key === undefined ? part : value).trim(),
    taken: braces.length > 0 ? [...here.matchAll(/([\w.-]+)\s*:/g)].map(([, each]) => each) : siblings(lines, indent),
  };
};
