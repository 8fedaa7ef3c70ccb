/** The texts of the examples, each loaded when it is chosen. */
const scenarios = import.meta.glob<string>("../*/*.yaml", { query: "?raw", import: "default" });
const tables = import.meta.glob<string>("../*/*.csv", { query: "?raw", import: "default" });

const isOnlyOne = (path: string): boolean => path.endsWith("/scenario.yaml");

/** `../fdac/scenario.yaml` is fdac; `../gritting/durham.yaml` is gritting/durham. */
const nameOf = (path: string): string => (isOnlyOne(path) ? path.slice(3, -14) : path.slice(3, -5));
const pathOf = new Map(Object.keys(scenarios).map((path) => [nameOf(path), path]));

/** The names of all examples. */
export const exampleNames: readonly string[] = [...pathOf.keys()].sort();

/** The text of an example; empty if there is none of that name. */
export const exampleText = async (name: string): Promise<string> => {
  const path = pathOf.get(name);
  return path === undefined ? "" : scenarios[path]();
};

/** The texts of the CSV files that a scenario refers to, by the path it writes. */
export const tablesFor = async (text: string): Promise<Readonly<Record<string, string>>> => {
  const named = Object.entries(tables).map(([path, load]) => [path.replace(/.*\//, ""), load] as const);
  const used = named.filter(([file]) => text.includes(file));
  return Object.fromEntries(await Promise.all(used.map(async ([file, load]) => [file, await load()] as const)));
};
