import { functionNames, operations } from "../../src/base/operations.js";
import { must } from "../../src/base/records.js";
import { rules as namedRules } from "../../src/funding/rules.js";
import { families } from "../../src/quantity/distributions/index.js";
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
    ...distributions,
    ...amounts,
    ...rules(schema),
    ...people,
    ...room,
  ].join("\n");

/** The sections of a part that has keys of its own, and of the parts in it. */
const sectionsOf = (path: string, part: JsonSchema): readonly string[] => {
  if (isNumber(part) || isAmount(part) || isRule(part)) return [];
  const forms = formsOf(part).filter(({ properties }) => properties);
  const own = forms.flatMap((form) => section(`\`${path}\`${mark(form, forms)}`, form));
  const inner = formsOf(part).flatMap((form) =>
    Object.entries(form.properties ?? {}).map(([key, next]) => sectionsOf(`${path}.${key}`, next).join("\n")),
  );
  const named = formsOf(part).flatMap(({ additionalProperties }) =>
    typeof additionalProperties === "object" ? sectionsOf(`${path}.NAME`, additionalProperties) : [],
  );
  // Several forms may share a part.
  return [...own, ...[...new Set(inner)].filter((text) => text !== ""), ...named];
};

/** What tells a form from the others: the first key that it alone needs. */
const mark = (form: JsonSchema, forms: readonly JsonSchema[]): string => {
  const others = forms.filter((other) => other !== form);
  const own = form.required?.find((key) => !others.some(({ properties = {} }) => Object.hasOwn(properties, key)));
  return others.length > 0 && own !== undefined ? `, by \`${own}\`` : "";
};

const section = (title: string, { description, properties = {}, required = [] }: JsonSchema): readonly string[] => [
  `## ${title}`,
  "",
  ...(description ? [description, ""] : []),
  "| key | | what |",
  "|---|---|---|",
  ...Object.entries(properties).map(
    ([key, part]) => `| \`${key}\` | ${required.includes(key) ? "required" : ""} | ${whatOf(part)} |`,
  ),
  "",
];

const whatOf = (part: JsonSchema): string => {
  const meaning = part.description ?? "";
  const choices = part.enum ? ` One of ${part.enum.map((choice) => `\`${choice}\``).join(", ")}.` : "";
  const kind = isNumber(part) ? " [A number](#numbers)." : isAmount(part) ? " [An amount](#amounts)." : "";
  const rule = isRule(part) ? " [A rule](#funding-rules)." : "";
  return `${meaning}${choices}${kind}${rule}`.replaceAll("|", "\\|");
};

const hasKey = (part: JsonSchema, key: string): boolean =>
  formsOf(part).some(({ properties }) => properties?.[key] !== undefined);

const isNumber = (part: JsonSchema): boolean => hasKey(part, "steps") && hasKey(part, "traces");

const isAmount = (part: JsonSchema): boolean => hasKey(part, "between");

const isRule = ({ $ref, allOf }: JsonSchema): boolean => ($ref ?? allOf?.[0]?.$ref)?.endsWith("Rule") === true;

/** The rules of every family, with their parameters, and what may stand beside them. */
const rules = ({ definitions = {} }: JsonSchema): readonly string[] => [
  "## Funding rules",
  "",
  "A regime has at most one rule of each family. A rule without parameters is written by its name: `share: byBenefit`. Any other is a map: `yearEnd: { carryForward: { cap: 10% } }`. A rule that wraps another takes it as `of`: `{ ratchet: { share: 50%, of: { carryForward: { cap: 10% } } } }`. Money is in pounds, shares are 0 to 1 or such as `60%`. A value beyond its bounds is a problem that states the bounds, and why.",
  "",
  ...Object.entries(definitions)
    .filter(([name]) => name.endsWith("Rule"))
    .flatMap(([name, form]) => familySection(name.replace(/Rule$/, ""), form)),
];

const familySection = (family: string, form: JsonSchema): readonly string[] => {
  const alone = formsOf(form).flatMap(({ enum: names = [] }) => names.map(String));
  const written = formsOf(form).flatMap(({ properties = {} }) => Object.entries(properties));
  const taken = written.map(([rule]) => rule);
  const rulesOfFamily: Readonly<Record<string, { readonly words: string }>> =
    namedRules[family as keyof typeof namedRules];
  const names = Object.keys(rulesOfFamily).sort();
  const parameters = (part: JsonSchema | undefined): string =>
    Object.entries(part?.properties ?? {})
      .map(
        ([key, inner]) =>
          `\`${key}\`${part?.required?.includes(key) ? "" : " (optional)"}: ${(inner.description ?? "").replace(/^[A-Z](?![A-Z])/, (letter) => letter.toLowerCase())}`,
      )
      .join(" ");
  const beside = written.filter(([key]) => !names.includes(key) && key !== "rule");
  return [
    `### \`${family}\``,
    "",
    ...(form.description ? [form.description, ""] : []),
    "| rule | what it does | parameters |",
    "|---|---|---|",
    ...names.map(
      (name) =>
        `| \`${name}\` | ${rulesOfFamily[name].words} | ${taken.includes(name) ? parameters(written.find(([rule]) => rule === name)?.[1]) : ""}${alone.length > 0 && !taken.includes(name) ? "none" : ""} |`,
    ),
    "",
    ...(beside.length > 0
      ? ["Optional keys beside it:", "", ...beside.map(([key, part]) => `- \`${key}\`: ${part.description}`), ""]
      : []),
  ];
};

const numbers = ({ properties }: JsonSchema): readonly string[] => {
  const quantity = properties?.quantities?.additionalProperties as JsonSchema;
  return [
    "## Numbers",
    "",
    'A number may always be written as a share (`32%`), a formula (`"a * b"`), or one of these forms. A formula reads named quantities, `t` (years since the start), `year`, `cycle`, and last cycle\'s `people.x` (of a cohort, or of a state that one cohort alone has), `contacts.x`, `waiting.x` (of a service with a waiting list) and `spend.x`; in the rate of a move and in contacts of people also `since.x`, the years a person has been in a state, or since they joined an intervention.',
    "",
    "A length of time that may be a number is a text (`6 weeks`), `{ value: 5 years, low: 2 years, high: 10 years }`, numbers with `unit: months`, or a formula, which is in years. A named quantity written as a length of time (`lasts: 5 years`) is in years, too. A text alone is a setting: effects and `--set` reach it, but assumptions, sensitivity and switching values list a length of time only if it is a map.",
    "",
    ...formulas,
    ...formsOf(quantity).flatMap((form) =>
      form.properties ? section(form.description ?? "", { ...form, description: "" }) : [],
    ),
  ].map((line) => line.replace(/^## (A value|Observed|A step)/, "### $1"));
};

/** What each function of a formula gives. */
const functionWords: ReadonlyMap<string, string> = new Map(
  Object.entries({
    exp: "e to the power of a",
    log: "natural logarithm",
    log10: "logarithm to base 10",
    sqrt: "square root",
    abs: "a without its sign",
    floor: "a rounded down",
    ceil: "a rounded up",
    round: "a rounded to the nearest whole number, halves up",
    min: "the smallest",
    max: "the largest",
    pow: "a to the power of b, as a ^ b",
  }),
);

const formulas = [
  "A formula may use `+ - * / ^`, brackets, comparisons (`<`, `<=`, `>`, `>=`, `==`, `!=`), `and`, `or`, `not`, `condition ? a : b`, and these functions. A condition is 1 or 0. There is no remainder: write `a - b * floor(a / b)`. A product is written with `*`, and a percentage is a share wherever it is: `50% - 10%` is 40%. A minus before a power, a power of a power, and `not` before a comparison need brackets.",
  "",
  "| function | what it gives |",
  "|---|---|",
  ...functionNames.map((name) => {
    const { arity } = must(operations, name);
    const numbers = [...["a", "b", "c"].slice(0, arity), ...(name === "min" || name === "max" ? ["…"] : [])];
    return `| \`${name}(${numbers.join(", ")})\` | ${must(functionWords, name)} |`;
  }),
  "",
];

const distributions = [
  "### Distributions",
  "",
  "A value with a range is drawn from one of these, with exactly one of its sets of parameters. `value`, for the central run, is allowed with any set.",
  "",
  "| `distribution` | what it is for | parameters |",
  "|---|---|---|",
  ...Object.values(families).map(({ name, says, parameters }) => {
    const sets = parameters.map((names) => names.map((each) => `\`${each}\``).join(", "));
    return `| \`${name}\` | ${says} | ${sets.join("; or ")} |`;
  }),
  "",
];

const amounts = [
  "## Amounts",
  "",
  "An amount names the agency that bears it: `{ hospital: 2615 }`, `{ nhs: 10000, council: 2700 }`. If the split is not published, write `{ total: 6345, between: [council, legalAid] }`: then every split is equally likely. A bare number of money is a problem.",
  "",
];

const room = [
  "## Room, waiting and closing",
  "",
  "A service without `capacity` serves all contacts. With one, in each cycle:",
  "",
  "| contacts | what happens to them |",
  "|---|---|",
  "| the waiting list, then arrivals | Served, as far as there is room. |",
  "| arrivals without room | The share `divert` is turned away, and may cause contacts elsewhere (`unmet`); the others wait. Without `waiting` all are turned away, and with `waiting.most` the newest of those beyond it. |",
  "| the rest of the waiting list | `leave: 5% a week` of them give up, whatever the cycle; `0.05 a week` is a rate. |",
  "| contacts with `priority: 1`, `2`, … | Seen before contacts with a higher number or none, and those turned away last. A list at the start is of the lowest priority. |",
  "| contacts with `priority: last` | Called in to the room that is left, limited by `refill`. They neither wait nor are turned away, and no cut of the service reaches them. |",
  "",
  "An intervention may shut a part of a service: `effects: { ward: { close: { bed: 15 places } } }`. At each year's end the number of free steps is the fall of the year's peak against business as usual, in whole steps. They shut after the `notice`, permanently, and at most the number that `close` names. Each step costs its `exitCost`; from then on its part of the semi-fixed cost stops. `15 spare places` are shut if the year's peak leaves them empty, also if they stand empty without the intervention. With `together: true` beside `close`, whole steps are counted on what falls free in all of its services: `effects: { merge: { close: { councilDesk: 400 places, policeDesk: 300 places }, together: true } }`. Each shuts a part of the steps in proportion to what falls free in it, and saves its own cost of that part.",
  "",
  "An effect may act on `services.NAME.capacity.places` (or `.contacts`), `.divert`, `.refill`, `.waiting.leave` and `.waiting.most`: `{ add: { services.bed.capacity.places: 15 } }`.",
  "",
];

const people = [
  "## People, states and moves",
  "",
  "| written | meaning |",
  "|---|---|",
  "| `states: [well, ill, dead]` | All start in the first. |",
  "| `states: { well: 60%, ill: 40%, dead: 0 }` | The share that starts in each; they sum to 100%. |",
  "| `states: { housing: [rough, housed], drugs: { using: 70%, clean: 30% } }` | Several dimensions: everybody is in one state of each. All states have different names. |",
  '| `start: { "rough & using": 30%, … }` | With several dimensions, the share that starts in each combination. |',
  '| `"well -> ill": { hazard: 0.2 }` | A rate a year. Hazards out of one state compete, and a person may move several times in a cycle (`time.hazards`). |',
  '| `"well -> ill": { probability: 10%, cycle: year }` | The share that moves in a cycle, which must be `time.cycle`; the others stay. |',
  '| `"well -> ill": { count: 350, cycle: year }` | The number that moved in a study, beside the number that stayed (`"well -> well"`). |',
  "| `while: using` | Only people in this state. |",
  "| `while: [using, rough]` | Only people in one of the named states of each dimension: here people who use and are rough; `[using, clean]` is either. |",
  "",
  "All moves out of one state are of one kind. People in a `gone` state are not counted: no contacts, no `per: person`, no joining.",
  "",
];
