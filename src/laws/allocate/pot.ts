import { keysOf } from "../../base/records.js";
import { perCapita } from "../../funding/allocate/per-capita.js";
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

type StoryField = "people" | "need" | "base" | "spent" | "own" | "resources";

/** What a story tells of a recipient, field by field. */
const fieldTexts: Readonly<Record<StoryField, (of: Recipient) => string>> = {
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
const fieldsIn = (recipients: readonly Recipient[], always: readonly StoryField[]): readonly StoryField[] => {
  const decides: Readonly<Record<StoryField, (of: Recipient) => boolean>> = {
    people: ({ people }) => people !== recipients[0].people,
    need: ({ need }) => need !== plain.need,
    base: ({ base }) => base !== recipients[0].base,
    spent: ({ spent, base }) => spent !== base,
    own: ({ own }) => own !== recipients[0].own,
    resources: ({ resources }) => resources !== plain.resources,
  };
  return keysOf(fieldTexts).filter((field) => always.includes(field) || recipients.some(decides[field]));
};

const tellAll = ({ pot, recipients }: Pot, always: readonly StoryField[]): string => {
  const fields = fieldsIn(recipients, always);
  const texts = recipients.map((each) => fields.map((field) => fieldTexts[field](each)).join(", "));
  const names = recipients.map(({ agency }) => capitalised(agency));
  const isSame = new Set(texts).size === 1;
  const ofEach = fields.join() === "people" ? `${texts[0]} each` : `each: ${texts[0]}`;
  const list = isSame
    ? `${names.join(", ")} (${ofEach})`
    : names.map((name, at) => `${name} (${texts[at]})`).join(", ");
  return `There is ${penceText(pot)} for ${list}.`;
};

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

/** A rule that keeps many laws: the same for each person. */
export const byPeople = { name: "per capita", rule: perCapita };
