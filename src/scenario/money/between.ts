import type { ReadContext } from "../../quantity/context.js";
import { operation, type Provenance, type Quantity } from "../../quantity/expression.js";
import type { QuantityForm } from "../../quantity/forms.js";
import { type ProvenanceForm, provenanceOf, type QuantityPlace, readQuantity } from "../../quantity/read.js";

/** Reads a total between agencies, which is sugar for an amount each: the total × an unpublished share of it. */
export const readBetween = (
  form: { readonly total: QuantityForm; readonly between: readonly string[] } & ProvenanceForm,
  address: string,
  inherits: Provenance,
  context: ReadContext,
  sign: Pick<QuantityPlace, "bounds" | "negativeMend">,
): readonly { readonly agency: string; readonly pounds: Quantity }[] => {
  const provenance = provenanceOf(form, inherits);
  const total = readQuantity(
    form.total,
    { ...sign, address: `${address}.total`, inherits: { ...provenance, unit: "£" } },
    context,
  );
  const agencies = [...form.between].sort();
  return agencies.map((agency, part) => ({
    agency,
    pounds: {
      ...total,
      address: `${address}.${agency}`,
      expression: operation(
        "multiply",
        { kind: "quantity", quantity: total },
        { kind: "split", address: `${address}.between`, parts: agencies.length, part },
      ),
      written: `a share of ${total.written}`,
    },
  }));
};
