import type { Pot, Recipient, Rule } from "../../funding/rule.js";
import type { ListedLaw } from "../law.js";
import { called, many, penceText } from "../story.js";

/** What each recipient gets. */
export type Grants = readonly number[];

/** A law of dividing a pot. */
export type AllocateLaw<Change = unknown> = ListedLaw<Pot, Grants, Change>;

/** A pot and whom it is for, in a sentence. */
export const tellPot = (_rule: Rule<Pot, Grants>, { pot, recipients }: Pot): string => {
  const names = recipients.map(({ agency }) => called(agency));
  const sizes = recipients.map(({ people }) => `${many(people)} ${people === 1 ? "person" : "people"}`);
  const alike = new Set(sizes).size === 1;
  const told = alike
    ? `${names.join(", ")} (${sizes[0]} each)`
    : names.map((name, at) => `${name} (${sizes[at]})`).join(", ");
  return `There is ${penceText(pot)} for ${told}.`;
};

/** A pot in a sentence, where the people do not matter. */
export const tellMoney = (_rule: Rule<Pot, Grants>, { pot, recipients }: Pot): string =>
  `There is ${penceText(pot)} for ${recipients.map(({ agency, base }) => `${called(agency)} (which had ${penceText(base)})`).join(", ")}.`;

/** The first whose grants differ by more than a penny a recipient. */
export const firstDifferingGrant = (first: Grants, second: Grants): number | undefined => {
  const found = first.findIndex((grant, place) => !(Math.abs(grant - second[place]) <= first.length));
  return found < 0 ? undefined : found;
};

/** A pot in which one recipient is another. */
export const withRecipient = (world: Pot, who: number, change: (of: Recipient) => Partial<Recipient>): Pot => ({
  ...world,
  recipients: world.recipients.map((each, place) =>
    place === who % world.recipients.length ? { ...each, ...change(each) } : each,
  ),
});

/** A pot in which all money is so many times as large. */
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
