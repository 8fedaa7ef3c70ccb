import { formsOf, type JsonSchema } from "../../src/scenario/schema.js";

/** The page of every key of a scenario, written from its JSON Schema, so that the two never differ. */
export const scenarioFilePage = (schema: JsonSchema): string =>
  [
    "# The scenario file",
    "",
    "Every key of a scenario, from its schema. A scenario is YAML, JSON or TypeScript; the same keys everywhere. An unknown key is a problem that names the nearest known one. NAME stands for a name of your own.",
    "",
    "The JSON Schema (draft 7) ships with the package as `who-saves/scenario.schema.json`, and `who-saves schema` prints it. With this first line an editor completes and underlines as you write:",
    "",
    "```yaml no-run",
    "# yaml-language-server: $schema=./node_modules/who-saves/examples/scenario.schema.json",
    "```",
    "",
    ...section("The top", schema),
    ...Object.entries(schema.properties ?? {}).flatMap(([key, part]) => sectionsOf(key, part)),
    ...numbers(schema),
    ...amounts,
  ].join("\n");

/** The sections of a part that has keys of its own, and of the parts in it. */
const sectionsOf = (path: string, part: JsonSchema): readonly string[] => {
  if (isNumber(part) || isAmount(part)) return [];
  const own = formsOf(part).flatMap((form) => (form.properties ? section(`\`${path}\``, form) : []));
  const inner = formsOf(part).flatMap((form) =>
    Object.entries(form.properties ?? {}).flatMap(([key, next]) => sectionsOf(`${path}.${key}`, next)),
  );
  const named = formsOf(part).flatMap(({ additionalProperties }) =>
    typeof additionalProperties === "object" ? sectionsOf(`${path}.NAME`, additionalProperties) : [],
  );
  return [...own, ...inner, ...named];
};

const section = (title: string, { description, properties = {}, required = [] }: JsonSchema): readonly string[] => [
  `## ${title}`,
  "",
  ...(description ? [description, ""] : []),
  "| key | | what |",
  "|---|---|---|",
  ...Object.entries(properties).map(
    ([key, part]) => `| \`${key}\` | ${required.includes(key) ? "needed" : ""} | ${whatOf(part)} |`,
  ),
  "",
];

const whatOf = (part: JsonSchema): string => {
  const said = part.description ?? "";
  const choices = part.enum ? ` One of ${part.enum.map((choice) => `\`${choice}\``).join(", ")}.` : "";
  const kind = isNumber(part) ? " [A number](#numbers)." : isAmount(part) ? " [An amount](#amounts)." : "";
  return `${said}${choices}${kind}`.replaceAll("|", "\\|");
};

const hasKey = (part: JsonSchema, key: string): boolean =>
  formsOf(part).some(({ properties }) => properties?.[key] !== undefined);

const isNumber = (part: JsonSchema): boolean => hasKey(part, "steps") && hasKey(part, "traces");

const isAmount = (part: JsonSchema): boolean => hasKey(part, "between");

const numbers = ({ properties }: JsonSchema): readonly string[] => {
  const quantity = properties?.quantities?.additionalProperties as JsonSchema;
  return [
    "## Numbers",
    "",
    'Wherever a number may stand, so may a share (`32%`), a formula (`"a * b"`), or one of these forms. A formula reads named quantities, `t` (years since the start), `year`, `cycle`, and last cycle\'s `people.x`, `contacts.x` and `spend.x`.',
    "",
    ...formsOf(quantity).flatMap((form) =>
      form.properties ? section(form.description ?? "", { ...form, description: "" }) : [],
    ),
  ].map((line) => line.replace(/^## (A value|Observed|A step)/, "### $1"));
};

const amounts = [
  "## Amounts",
  "",
  "Money names who bears it: `{ hospital: 2615 }`, `{ nhs: 10000, council: 2700 }`, or `{ total: 6345, between: [council, legalAid] }` where the split is not published; then every split is equally likely. A bare number of money is a problem.",
  "",
];
