import { keysOf } from "../../base/records.js";
import type { Pot, Recipient, Rule } from "../../funding/rule.js";
import { type Family, wrongList } from "../family.js";
import type { ListedLaw } from "../law.js";
import { withPart } from "../plain.js";
import { amountText, capitalised, nameAt, penceText } from "../story.js";
import { mostCases, mostPence } from "../worlds/amounts.js";
import { oddPots } from "../worlds/pots.js";

/** The grant of each recipient in pence, in the order of the recipients. */
export type Grants = readonly number[];

/** A law of rules that divide a pot. */
export type AllocateLaw<Change = unknown> = ListedLaw<Pot, Grants, Change>;

type Told = "people" | "need" | "base" | "spent" | "own" | "resources";

/** What a story tells of a recipient, field by field. */
const tellings: Readonly<Record<Told, (of: Recipient) => string>> = {
  people: ({ people }) => (people === 0 ? "no people" : `${amountText(people)} ${people === 1 ? "person" : "people"}`),
  need: ({ need }) => `need ${amountText(need)}`,
  base: ({ base }) => `had ${penceText(base)}`,
  spent: ({ spent }) => `spent ${penceText(spent)}`,
  own: ({ own }) => `puts in ${penceText(own)}`,
  resources: ({ resources }) => `can raise ${penceText(resources)}`,
};

/** A recipient as plain as can be: a story tells of another one only in what it differs. */
const plain = { need: 1, own: 0, resources: 0 } as const;

/** The fields that a story tells: some always, and every other one in which a recipient is not plain. */
const toldOf = (recipients: readonly Recipient[], always: readonly Told[]): readonly Told[] => {
  const decides: Readonly<Record<Told, (of: Recipient) => boolean>> = {
    people: ({ people }) => people !== recipients[0].people,
    need: ({ need }) => need !== plain.need,
    base: ({ base }) => base !== recipients[0].base,
    spent: ({ spent, base }) => spent !== base,
    own: ({ own }) => own !== recipients[0].own,
    resources: ({ resources }) => resources !== plain.resources,
  };
  return keysOf(tellings).filter((field) => always.includes(field) || recipients.some(decides[field]));
};

const tellAll = ({ pot, recipients }: Pot, always: readonly Told[]): string => {
  const told = toldOf(recipients, always);
  const texts = recipients.map((each) => told.map((field) => tellings[field](each)).join(", "));
  const names = recipients.map(({ agency }) => capitalised(agency));
  const isSame = new Set(texts).size === 1;
  const list = isSame
    ? `${names.join(", ")} (${told.length === 1 && told[0] === "people" ? `${texts[0]} each` : `each: ${texts[0]}`})`
    : names.map((name, at) => `${name} (${texts[at]})`).join(", ");
  return `There is ${penceText(pot)} for ${list}.`;
};

/** A sentence: the pot, the people of each recipient, and what else sets one apart. */
export const tellPot = (_rule: Rule<Pot, Grants>, world: Pot): string => tellAll(world, ["people"]);

/** A sentence: the pot, the base of each recipient, and what else sets one apart. */
export const tellMoney = (_rule: Rule<Pot, Grants>, world: Pot): string => tellAll(world, ["base"]);

/** Rules that divide a pot, as their laws see them. */
export const allocating: Family<Pot> = {
  worlds: oddPots,
  fields: {
    pot: { unit: "pence", least: 0, most: mostPence },
    people: { unit: "people", least: 0, most: mostCases },
    need: { unit: "need", least: 0.1, most: 10 },
    base: { unit: "pence", least: 0, most: mostPence },
    spent: { unit: "pence", least: 0, most: mostPence },
    own: { unit: "pence", least: 0, most: mostPence },
    resources: { unit: "pence", least: 0, most: mostPence },
  },
  lists: "agencies",
  tell: (world) => tellAll(world, ["people"]),
  wrongIn: ({ recipients }, answer) =>
    wrongList(recipients.length, "recipients", (place) => `What ${nameAt(recipients, place)} is given`, answer),
};

/** Index of the first recipient whose two grants differ by more than a rounding unit, in pence, per recipient. */
export const firstDifferingGrant = (first: Grants, second: Grants, unit: number): number | undefined => {
  const index = first.findIndex((grant, place) => !(Math.abs(grant - second[place]) <= first.length * unit));
  return index < 0 ? undefined : index;
};

/** A pot with one recipient changed: the one at index `who` modulo the number of recipients. */
export const withRecipient = (world: Pot, who: number, change: (of: Recipient) => Partial<Recipient>): Pot => ({
  ...world,
  recipients: withPart(world.recipients, who, change),
});

/** A pot with all amounts of money multiplied by a factor. */
export const times = ({ pot, recipients }: Pot, factor: number): Pot => ({
  pot: pot * factor,
  recipients: recipients.map((each) => ({
    ...each,
    base: each.base * factor,
    spent: each.spent * factor,
    own: each.own * factor,
    resources: each.resources * factor,
  })),
});
