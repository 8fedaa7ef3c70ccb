import type { Pot, Recipient, Rule } from "../../funding/rule.js";
import type { ListedLaw } from "../law.js";
import { capitalised, countText, penceText } from "../story.js";

/** The grant of each recipient in pence, in the order of the recipients. */
export type Grants = readonly number[];

/** A law of rules that divide a pot. */
export type AllocateLaw<Change = unknown> = ListedLaw<Pot, Grants, Change>;

/** A sentence: the pot, and the people of each recipient. */
export const tellPot = (_rule: Rule<Pot, Grants>, { pot, recipients }: Pot): string => {
  const names = recipients.map(({ agency }) => capitalised(agency));
  const sizes = recipients.map(({ people }) => `${countText(people)} ${people === 1 ? "person" : "people"}`);
  const isSameSize = new Set(sizes).size === 1;
  const list = isSameSize
    ? `${names.join(", ")} (${sizes[0]} each)`
    : names.map((name, at) => `${name} (${sizes[at]})`).join(", ");
  return `There is ${penceText(pot)} for ${list}.`;
};

/** A sentence: the pot, and the base of each recipient. */
export const tellMoney = (_rule: Rule<Pot, Grants>, { pot, recipients }: Pot): string => {
  const list = recipients.map(({ agency, base }) => `${capitalised(agency)} (which had ${penceText(base)})`);
  return `There is ${penceText(pot)} for ${list.join(", ")}.`;
};

/** Index of the first recipient whose two grants differ by more than a penny per recipient. */
export const firstDifferingGrant = (first: Grants, second: Grants): number | undefined => {
  const index = first.findIndex((grant, place) => !(Math.abs(grant - second[place]) <= first.length));
  return index < 0 ? undefined : index;
};

/** A pot with one recipient changed: the one at index `who` modulo the number of recipients. */
export const withRecipient = (world: Pot, who: number, change: (of: Recipient) => Partial<Recipient>): Pot => ({
  ...world,
  recipients: world.recipients.map((each, place) =>
    place === who % world.recipients.length ? { ...each, ...change(each) } : each,
  ),
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
