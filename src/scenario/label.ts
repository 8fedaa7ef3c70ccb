import type { Quantity } from "../quantity/expression.js";
import { keysOfAddress } from "./address.js";
import { firstCapital, nameInSentence, nameOfKey, wordsOf } from "./names.js";
import type { Scenario } from "./scenario.js";

type Named = Pick<Scenario, "agencies" | "services" | "interventions">;

/** What a number is, in a few words for readers: its label; without one, the words of its address. */
export const labelOf = ({ label, address }: Pick<Quantity, "label" | "address">, scenario: Named): string =>
  label === undefined ? labelOfAddress(address, scenario) : firstCapital(label);

/**
 * The words of an address: the name of the entry, and what the number is of it.
 * `services.aAndE.cost.nhs` is `A and E: cost to NHS`.
 */
const labelOfAddress = (address: string, { agencies, services, interventions }: Named): string => {
  const [collection, entry = collection, ...keys] = keysOfAddress(address);
  const named: Readonly<Record<string, { readonly name: string }>> = { ...services, ...interventions, ...agencies };
  const nameOf = (key: string): string | undefined => (Object.hasOwn(named, key) ? named[key].name : undefined);
  const isNamed = collection === "agencies" || collection === "services" || collection === "interventions";
  const what = keys
    .filter((key) => !around.includes(key))
    .map((key) => borne.get(key) ?? nameInSentence(nameOf(key) ?? wordsOf(key)))
    .join(" ")
    .replaceAll(" ,", ",");
  return ((isNamed ? nameOf(entry) : undefined) ?? nameOfKey(entry)) + (what === "" ? "" : `: ${what}`);
};

/** Keys that only hold other keys, which a reader does not miss. */
const around = ["effects", "costs", "reaches", "measured", "moves", "chain"].concat(
  ...["quantities", "services", "demand", "cohorts", "interventions"],
);

/** The keys before the agency that bears an amount. */
const borne: ReadonlyMap<string, string> = new Map([
  ["cost", "cost to"],
  ["spend", "spending of"],
  ["pays", "paid by"],
  ["saves", "saved by"],
  ["costsMore", "more cost to"],
  ["total", "all together"],
  ["between", "whom"],
  ["counts", ","],
]);
