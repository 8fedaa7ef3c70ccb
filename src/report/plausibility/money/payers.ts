import { listed } from "../../../base/problems/problem.js";
import type { Quantity } from "../../../quantity/expression.js";
import { centralOf } from "../../../scenario/central.js";
import type { PayerAmount } from "../../../scenario/money/amount.js";
import type { Scenario } from "../../../scenario/scenario.js";
import { poundsEach } from "../../numbers.js";
import { allLines, type Doubt, type DoubtsIn } from "../doubt.js";

const ofPlace = "council|borough|NHS|hospital|integrated care|clinical commissioning|police|fire and rescue";
const ofState =
  "ministry|DWP|work and pensions|HMRC|home office|treasury|jobcentres?|cabinet office|probation|prison service|" +
  "department for (?:work|education|transport|health)";
const ofPeople = "tenants?|residents?|patients?|families|people|households|staff|victims|employers|private|independent";

const names = (words: string): RegExp => new RegExp(`\\b(?:${words})\\b`, "i");

/** Agencies of a kind that their name does not have: a council that is private, a ministry that is local. */
export const kindsOfAgencies: DoubtsIn = ({ scenario }) =>
  Object.entries(scenario.agencies).flatMap(([key, { name, kind }]) => {
    const isOfState = names(ofState).test(name);
    const isPrivate = kind === "private" && (isOfState || names(ofPlace).test(name)) && !names(ofPeople).test(name);
    const isNear = kind === "local" && isOfState && !names("local|grant").test(name);
    if (!isPrivate && !isNear) return [];
    const counted = isPrivate ? "its money is not public" : "its money is the place's";
    return {
      address: `agencies.${key}.kind`,
      what: `${name} is ${kind}, so ${counted}.`,
      mend: `Write kind: ${isOfState ? "national" : "local"}; if it is right, accept it with its reason.`,
    };
  });

/** Payers who each bear all of one number, where each may bear a part. */
export const eachTheWhole: DoubtsIn = ({ scenario }) => [
  ...Object.entries(scenario.services).flatMap(([name, { costs }]) =>
    wholesOf(costs, `services.${name}.cost`, scenario, ({ pounds }) => String(centralOf(pounds, scenario))),
  ),
  ...allLines(scenario).flatMap(({ address, kind, per, amounts }) =>
    // Two equal numbers may be two halves; a name is one number.
    kind === "pays" ? wholesOf(amounts, `${address}.pays`, scenario, per === "worker" ? ofWorker : nameOf) : [],
  ),
];

const nameOf = ({ pounds: { expression } }: PayerAmount): string | undefined =>
  typeof expression === "object" && expression.kind === "name" ? expression.name : undefined;

/** Pounds a year. Assumption: what pays for all of a worker, who is seldom paid twice as much. */
const aWorker = 30_000;
const ofWorker = (amount: PayerAmount): string | undefined => {
  const { expression } = amount.pounds;
  return typeof expression === "number" && expression >= aWorker ? String(expression) : nameOf(amount);
};

const wholesOf = (
  amounts: readonly PayerAmount[],
  address: string,
  scenario: Scenario,
  of: (amount: PayerAmount) => string | undefined,
): Doubt | readonly [] => {
  const [first] = amounts;
  const isOne = ({ pounds }: PayerAmount): boolean =>
    typeof pounds.expression === "number" || nameOf({ ...first, pounds }) !== undefined;
  const alike = amounts.filter((amount) => isOne(amount) && of(amount) !== undefined && of(amount) === of(first));
  const name = first && nameOf(first);
  const { label = "", unit = "" }: Partial<Quantity> = scenario.quantities[name ?? ""] ?? {};
  const pounds = first ? centralOf(first.pounds, scenario) : 0;
  if (alike.length < 2 || pounds === 0 || /\b(?:each|part|half|both)\b/.test(`${label} ${unit}`)) return [];
  return {
    address,
    what:
      `${listed(alike.map(({ agency }) => agency))} each bear ${poundsEach(pounds)}: ` +
      `${poundsEach(alike.length * pounds)} together.`,
    mend: `If that is for all of them, write the part of each: ${name ?? pounds} / ${alike.length}.`,
  };
};
