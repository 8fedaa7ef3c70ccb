import * as z from "zod";
import { listed } from "../../base/problems/problem.js";
import { strictObject } from "../../base/strict-object.js";
import { reportError } from "../../quantity/context.js";
import { operation, type Quantity } from "../../quantity/expression.js";
import { provenanceForms, quantityForm } from "../../quantity/forms.js";
import { provenanceOf, readQuantity } from "../../quantity/read.js";
import { checkName, type ScenarioContext } from "../context.js";
import { upratingOf } from "../money/amount.js";
import { labelForm, nameForm } from "../name-forms.js";
import type { Reach } from "../people/reach.js";
import { countedForms, type Line, readCounted } from "./line.js";
import { timingForms } from "./timing-form.js";

const parties = {
  from: nameForm.describe("The agency that gives it."),
  to: nameForm.describe("The agency that receives it."),
};

/** Money that one agency gives another if the intervention goes ahead. It pays for no more delivery. */
export const grantForm = z.union([
  strictObject({
    ...parties,
    pounds: quantityForm.describe("How many pounds."),
    ...countedForms,
    ...timingForms,
    ...provenanceForms,
  }).describe("A sum that moves in a year, or in every year."),
  strictObject({
    ...parties,
    share: quantityForm.describe("The share of what the receiver pays for the cost: 50%."),
    of: labelForm.describe("The cost, by its name under costs. The grant is due when the cost is."),
    ...provenanceForms,
  }).describe("A share of what the receiver pays for a cost."),
]);

type GrantForm = z.output<typeof grantForm>;

/** Where a grant is: the people its intervention takes in, and the costs of the intervention. */
interface GrantPlace {
  readonly address: string;
  readonly reach: Reach | null | undefined;
  /** The lines of costs, at `costsAt` and their name. */
  readonly costs: readonly Line[];
  readonly costsAt: string;
}

/** Reads a grant: a line whose amount one agency loses and the other gains. */
export const readGrant = (form: GrantForm, place: GrantPlace, context: ScenarioContext): Line | undefined => {
  const { address } = place;
  const { from, to } = form;
  const known = (["from", "to"] as const).map((key) =>
    checkName(context, `${address}.${key}`, "agency", form[key], context.agencies),
  );
  if (from === to)
    reportError(context, `${address}.to`, `${to} cannot give a grant to itself.`, "Name the agency that receives it.");
  const granted = "pounds" in form ? readSum(form, place, context) : readShare(form, place, context);
  if (granted === undefined || known.includes(false) || from === to) return undefined;
  const { pounds, uprating, counted } = granted;
  return {
    address,
    kind: "grants",
    layer: "fiscal",
    amounts: [
      { agency: from, pounds, uprating: -uprating },
      { agency: to, pounds, uprating },
    ],
    ...counted,
  };
};

interface Granted {
  readonly pounds: Quantity;
  readonly uprating: number;
  readonly counted: Pick<Line, "per" | "while" | "timing" | "clock" | "profile">;
}

const readSum = (
  form: Extract<GrantForm, { pounds: unknown }>,
  { address, reach }: GrantPlace,
  context: ScenarioContext,
): Granted | undefined => {
  const inherits = { ...provenanceOf(form), unit: "£" };
  const place = { address: `${address}.pounds`, bounds: "positive", inherits } as const;
  const pounds = readQuantity(
    form.pounds,
    { ...place, negativeMend: "Exchange from and to, without the minus." },
    context,
  );
  const counted = readCounted(form, { address, verb: "is given", reach }, context);
  return counted && { pounds, uprating: upratingOf(pounds, context), counted };
};

const readShare = (
  form: Extract<GrantForm, { share: unknown }>,
  { address, costs, costsAt }: GrantPlace,
  context: ScenarioContext,
): Granted | undefined => {
  const at = `${address}.share`;
  const share = readQuantity(form.share, { address: at, bounds: "share", inherits: provenanceOf(form) }, context);
  const names = costs.map((cost) => cost.address.slice(costsAt.length + 1));
  if (!checkName(context, `${address}.of`, "cost", form.of, names)) return undefined;
  const { amounts, per, while: states, timing, clock, profile } = costs[names.indexOf(form.of)];
  const cost = amounts.find(({ agency }) => agency === form.to);
  if (cost === undefined) {
    const payers = listed(amounts.map(({ agency }) => agency));
    return reportError(
      context,
      `${address}.to`,
      `${form.to} pays nothing of ${form.of}, so no share of it can be given.`,
      `${form.of} is paid by ${payers}: name one of them, or write pounds in place of share and of.`,
    );
  }
  const expression = operation(
    "multiply",
    { kind: "quantity", quantity: share },
    { kind: "quantity", quantity: cost.pounds },
  );
  const pounds: Quantity = {
    address,
    expression,
    bounds: "positive",
    unit: "£",
    written: `${share.written} of ${form.of}`,
  };
  return {
    pounds,
    uprating: cost.uprating,
    counted: { while: states, timing, clock, profile, ...(per ? { per } : {}) },
  };
};
