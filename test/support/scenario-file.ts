import { functionNames, operations } from "../../src/base/formulas/operations.js";
import { must } from "../../src/base/records.js";
import { rules as namedRules } from "../../src/funding/rules.js";
import { families } from "../../src/quantity/distributions/index.js";
import { formsOf, type JsonSchema } from "../../src/scenario/schema.js";
import { type Part, partsOf, sectionsOf, sharedRows, sharedSection } from "./scenario-parts.js";

/** The page of every key of a scenario, written from its JSON Schema, so that the two never differ. */
export const scenarioFilePage = (schema: JsonSchema): string => {
  const parts = partsOfScenario(schema);
  const numberParts = partsOfNumbers(schema);
  const shared = sharedRows([...parts, ...numberParts]);
  return [
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
    ...sectionsOf(parts, shared),
    ...sharedSection(shared),
    ...numberWords,
    ...sectionsOf(numberParts, shared, "###"),
    ...distributions,
    ...amounts,
    ...rules(schema),
    ...people,
    ...room,
  ].join("\n");
};

const partsOfScenario = (schema: JsonSchema): readonly Part[] => [
  { title: "The top", path: [], mark: undefined, form: schema },
  ...Object.entries(schema.properties ?? {}).flatMap(([key, part]) => partsOf([key], part)),
];

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

const partsOfNumbers = ({ properties }: JsonSchema): readonly Part[] => {
  const quantity = properties?.quantities?.additionalProperties as JsonSchema;
  return formsOf(quantity)
    .filter(({ properties: keys }) => keys)
    .map(({ description = "", ...form }) => ({
      title: description.replace(/\.$/, ""),
      path: ["quantities", "NAME"],
      mark: form.required?.[0],
      form,
    }));
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

const numberWords = [
  "## Numbers",
  "",
  'A number may always be written as a share (`32%`), a formula (`"a * b"`), or one of these forms. A formula reads named quantities, `t` (years since the start), `year`, `cycle`, and last cycle\'s `people.x` (of a cohort, or of a state that one cohort alone has), `contacts.x`, `waiting.x` (of a service with a waiting list) and `spend.x`; in the rate of a move and in contacts of people also `since.x`, the years a person has been in a state, or since they joined an intervention.',
  "",
  "A length of time that may be a number is a text (`6 weeks`), `{ value: 5 years, low: 2 years, high: 10 years }`, numbers with `unit: months`, or a formula, which is in years. A named quantity written as a length of time (`lasts: 5 years`) is in years, too. A text alone is a setting: effects and `--set` reach it, but assumptions, sensitivity and switching values list a length of time only if it is a map.",
  "",
  ...formulas,
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
  "An amount is money, and it names the agency that pays it. A bare number of money is a problem. There are three ways to write one:",
  "",
  "| written | what it is |",
  "|---|---|",
  "| `{ nhs: 10000, council: 2700 }` | Pounds that each agency pays. Each may be [a number](#numbers) with a range and a source. |",
  "| `{ catalogue: HE4.0, bears: { NHS: hospital } }` | A unit cost of the [catalogue](unit-costs.md), or of a file of your own. `bears` says which agency is each published payer, or `none` if the part is left out. Every payer must be there. |",
  "| `{ total: 6345, between: [council, legalAid] }` | A sum whose split is not published. Every split is equally likely. |",
  "",
  "```yaml",
  "services:",
  "  attendance: { unit: attendance, cost: { catalogue: pssru-2025.ae, bears: { NHS: hospital } } }",
  "  tribunal:   { unit: case, cost: { total: 6345, between: [council, legalAid] } }",
  "```",
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
