import { provenanceOf } from "../../quantity/read.js";
import { checkCash } from "../layer.js";
import { readAmount } from "../money/amount.js";
import { readCashable } from "../money/cashable.js";
import type { ScenarioReading } from "../reading.js";
import { readChain } from "./chain.js";
import { readDeadweight, reportDeadweight } from "./deadweight.js";
import type { EffectContext, EffectForm } from "./effect.js";
import { type Line, readCounted } from "./line.js";

/** Reads an effect that is money: a chain of them, or one line. */
export const readMoneyEffect = (
  form: EffectForm,
  address: string,
  context: EffectContext,
  reading: ScenarioReading,
): readonly (Line | undefined)[] =>
  form.chain === undefined
    ? [readMoneyLine(form, address, context, reading)]
    : readChain(form, address, context, reading);

/** Reads a line of money: a saving (less deadweight, part of it cash), or a cost that rises (all of it cash); in no budget, no cash. */
const readMoneyLine = (
  form: EffectForm,
  address: string,
  { deadweight, reach }: EffectContext,
  reading: ScenarioReading,
): Line | undefined => {
  const kind = form.saves === undefined ? "costsMore" : "saves";
  const counted = readCounted(form, { address, verb: kind === "saves" ? "saves" : "costs more", reach }, reading);
  const { layer = "fiscal" } = form;
  checkCash(layer, form, address, reading);
  const negativeMend = kind === "costsMore" ? "For a saving, write saves." : undefined;
  const borne = readAmount(form[kind] ?? {}, `${address}.${kind}`, provenanceOf(form), reading, layer, negativeMend);
  const amounts =
    kind === "saves" && layer === "fiscal"
      ? borne.map((part) => ({
          ...part,
          cashable: readCashable(
            form.cashable,
            { address, agency: part.agency, inherits: provenanceOf(form) },
            reading,
          ),
        }))
      : borne;
  const own = readDeadweight(form.deadweight, address, reading);
  const held = own ?? (kind === "saves" ? deadweight : undefined);
  if (kind === "saves" && held === undefined) reportDeadweight(address, reading);
  const bound = form.comparison === "none" ? { upperBound: true as const } : {};
  return counted && { address, kind, layer, amounts, ...counted, ...(held ? { deadweight: held } : {}), ...bound };
};
