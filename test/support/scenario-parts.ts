import { formsOf, type JsonSchema } from "../../src/scenario/schema.js";
import { instanceOf } from "./scenario-instances.js";

/** A part of a scenario that has keys of its own: its path with NAME for a name, and the key that tells its form. */
export interface Part {
  readonly title: string;
  readonly path: readonly string[];
  readonly mark: string | undefined;
  readonly form: JsonSchema;
}

const hasKey = (part: JsonSchema, key: string): boolean =>
  formsOf(part).some(({ properties }) => properties?.[key] !== undefined);

const isNumber = (part: JsonSchema): boolean => hasKey(part, "steps") && hasKey(part, "traces");

const isAmount = (part: JsonSchema): boolean => hasKey(part, "between");

const isRule = ({ $ref, allOf }: JsonSchema): boolean => ($ref ?? allOf?.[0]?.$ref)?.endsWith("Rule") === true;

/** The parts of a part and of those in it, each once. */
export const partsOf = (path: readonly string[], part: JsonSchema): readonly Part[] => {
  if (isNumber(part) || isAmount(part) || isRule(part)) return [];
  const forms = formsOf(part).filter(({ properties }) => properties);
  const own = forms.map((form) => {
    const mark = markOf(form, forms);
    return { title: `\`${path.join(".")}\`${mark ? `, by \`${mark}\`` : ""}`, path, mark, form };
  });
  const inner = formsOf(part).flatMap(({ properties = {}, additionalProperties }) => [
    ...Object.entries(properties).flatMap(([key, next]) => partsOf([...path, key], next)),
    ...(typeof additionalProperties === "object" ? partsOf([...path, "NAME"], additionalProperties) : []),
  ]);
  return [...new Map([...own, ...inner].map((each) => [each.title, each])).values()];
};

/** The first key that a form alone needs. */
const markOf = (form: JsonSchema, forms: readonly JsonSchema[]): string | undefined => {
  const others = forms.filter((other) => other !== form);
  if (others.length === 0) return undefined;
  return form.required?.find((key) => !others.some(({ properties = {} }) => Object.hasOwn(properties, key)));
};

const whatOf = (part: JsonSchema): string => {
  const choices = part.enum ? ` One of ${part.enum.map((choice) => `\`${choice}\``).join(", ")}.` : "";
  const kind = isNumber(part) ? " [A number](#numbers)." : isAmount(part) ? " [An amount](#amounts)." : "";
  const rule = isRule(part) ? " [A rule](#funding-rules)." : "";
  return `${part.description ?? ""}${choices}${kind}${rule}`.replaceAll("|", "\\|");
};

export interface Row {
  readonly key: string;
  readonly isRequired: boolean;
  readonly text: string;
}

const rowsOf = ({ properties = {}, required = [] }: JsonSchema): readonly Row[] =>
  Object.entries(properties).map(([key, part]) => {
    const isRequired = required.includes(key);
    return { key, isRequired, text: `| \`${key}\` | ${isRequired ? "required" : ""} | ${whatOf(part)} |` };
  });

const table = (rows: readonly Row[]): readonly string[] =>
  rows.length > 0 ? ["| key | | what |", "|---|---|---|", ...rows.map(({ text }) => text), ""] : [];

/** Rows that stand word for word in at least this number of parts are described once. */
const sharedFrom = 4;

/** The optional rows that several parts have word for word, at most one of each key, in the order of the schema. */
export const sharedRows = (parts: readonly Part[]): readonly Row[] => {
  const rows = parts.flatMap(({ form }) => rowsOf(form)).filter(({ isRequired }) => !isRequired);
  const timesOf = (row: Row): number => rows.filter(({ text }) => text === row.text).length;
  const byKey = new Map<string, Row>();
  for (const row of rows) {
    const other = byKey.get(row.key);
    if (timesOf(row) >= Math.max(sharedFrom, other ? timesOf(other) : 0))
      byKey.set(row.key, other?.text === row.text ? other : row);
  }
  return [...byKey.values()];
};

/** The section of the keys that several parts share. */
export const sharedSection = (rows: readonly Row[]): readonly string[] => [
  "## Shared keys",
  "",
  "Many parts take these keys, and they mean the same in each. A part lists by name those that it takes.",
  "",
  ...table(rows),
];

/** One section per part: what it is, its own keys, the shared keys it takes, and an example of it from a file that runs. */
export const sectionsOf = (parts: readonly Part[], shared: readonly Row[], level = "##"): readonly string[] => {
  const seen = new Map<string, string>();
  return parts.flatMap((part) => {
    const body = bodyOf(part, shared).join("\n");
    const before = seen.get(body);
    seen.set(body, before ?? part.title);
    const text = before ? [`The same keys as ${before}.`, ""] : [body];
    return [`${level} ${part.title}`, "", ...text, ...exampleOf(part)];
  });
};

const bodyOf = ({ form }: Part, shared: readonly Row[]): readonly string[] => {
  const rows = rowsOf(form);
  const isShared = (row: Row) => shared.some(({ text }) => text === row.text);
  const also = rows.filter(isShared).map(({ key }) => `\`${key}\``);
  return [
    ...(form.description ? [form.description, ""] : []),
    ...table(rows.filter((row) => !isShared(row))),
    ...(also.length > 0 ? [`Also ${also.join(", ")}: see [shared keys](#shared-keys).`, ""] : []),
  ];
};

const exampleOf = ({ path, mark, form }: Part): readonly string[] => {
  const found = instanceOf(path, mark, form);
  return found
    ? [found.from ? `From ${found.from}:` : "For instance:", "", "```yaml", found.text.trimEnd(), "```", ""]
    : [];
};
