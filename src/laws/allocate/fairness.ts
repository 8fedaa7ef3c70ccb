import fc from "fast-check";
import { largestOf } from "../../base/mathematics/largest.js";
import { sum } from "../../base/mathematics/statistics.js";
import { needsFormula } from "../../funding/allocate/needs-formula.js";
import { perCapita } from "../../funding/allocate/per-capita.js";
import type { Pot } from "../../funding/rule.js";
import { cliffBetween, distance } from "../cliff.js";
import { pennyPerParty } from "../law.js";
import { amountText, capitalised, nameAt, penceText, roundedText } from "../story.js";
import { agencyNames, change } from "../worlds/amounts.js";
import { pennyPots, pots } from "../worlds/pots.js";
import { isWholeIn, whole, worldsOf } from "../worlds/worlds.js";
import { type AllocateLaw, byPeople, withRecipient } from "./pot.js";

const equalShares = ({ pot, recipients }: Pot): readonly number[] =>
  recipients.map(() => Math.round(pot / recipients.length));

const dummy: AllocateLaw<{ readonly at: number }> = {
  id: "dummy",
  alias: "dummy recipient",
  says: "A place with no people and no money gets nothing.",
  formula: "people = base = spent = own = resources = 0 ⇒ xᵢ = 0",
  matters: "To real places: a grant should follow people.",
  worlds: pots,
  changes: worldsOf({ at: whole(0, 8) }),
  isStill: true,
  when: ({ recipients }) => recipients.every(({ people, base }) => people > 0 && base > 0),
  broken(rule, { pot, recipients }, { at }, unit) {
    const place = at % (recipients.length + 1);
    const agency = agencyNames.find((name) => recipients.every((each) => each.agency !== name)) ?? "another place";
    const empty = { agency, people: 0, need: 1, base: 0, spent: 0, own: 0, resources: 0 };
    const joined = [...recipients.slice(0, place), empty, ...recipients.slice(place)];
    const grant = rule({ pot, recipients: joined })[place];
    // A rule in whole pounds gives the odd pence to somebody.
    return Math.abs(grant) <= joined.length * (unit - 1)
      ? undefined
      : `${nameAt(joined, place)} serves no people, yet is given ${roundedText(grant)}.`;
  },
  keeps: byPeople,
  breaks: { name: "equal shares", rule: equalShares },
};

const largerPot: AllocateLaw<{ readonly more: number }> = {
  id: "a-larger-pot-hurts-nobody",
  alias: "resource monotonicity",
  says: "If the pot is larger, no grant is smaller.",
  formula: "pot ↑ ⇒ no xᵢ falls",
  matters: "To all places: more money should not set them against each other.",
  allows: pennyPerParty,
  worlds: pots,
  changes: worldsOf({ more: change(50) }),
  broken(rule, world, { more }, unit) {
    const [before, after] = [rule(world), rule({ ...world, pot: world.pot + more })];
    const who = before.findIndex((grant, place) => after[place] < grant - before.length * unit);
    if (who < 0) return undefined;
    const lost = roundedText(before[who] - after[who]);
    return `With ${penceText(more)} more in the pot, ${nameAt(world.recipients, who)} is given ${lost} less.`;
  },
  keeps: byPeople,
  breaks: {
    name: "per capita below £50,000; from £50,000, all to the largest place",
    rule: (world) => {
      const most = largestOf(world.recipients.map(({ people }) => people));
      const largest = world.recipients.findIndex(({ people }) => people === most);
      return world.pot < 50_000_00
        ? perCapita(world)
        : world.recipients.map((_, place) => (place === largest ? world.pot : 0));
    },
  },
};

const notAPennyLess: AllocateLaw = {
  id: "a-penny-more-takes-no-penny",
  alias: "house monotonicity (no Alabama paradox)",
  says: "If the pot is one penny larger, no grant is smaller, not even by a penny.",
  formula: "pot + 1p ⇒ no xᵢ falls, not even by 1p",
  matters: "To anyone who needs exact pennies: this is where rounding shows. Others can ignore a penny.",
  ifNoneKeeps: [
    "Ours give the last pennies to the largest fractions.",
    "A divisor method keeps it, and strays more than a penny from the exact shares.",
    "Where a penny does not matter, pass over it.",
  ].join(" "),
  worlds: pennyPots,
  broken(rule, world) {
    const [before, after] = [rule(world), rule({ ...world, pot: world.pot + 1 })];
    const who = before.findIndex((grant, place) => after[place] < grant);
    if (who < 0) return undefined;
    const lost = penceText(before[who] - after[who]);
    return `With a penny more in the pot, ${nameAt(world.recipients, who)} is given ${lost} less.`;
  },
  impossibleWith: {
    name: "the Balinski–Young theorem",
    laws: ["grants within a penny of their exact shares", "no penny lost by a place that grows faster than another"],
    says: [
      "no division into whole pennies stays within a penny of the exact shares and never moves the wrong way.",
      "A divisor method keeps this law and gives up the others.",
    ].join(" "),
  },
  keeps: {
    name: "penny by penny, each to the place with the least per person (Jefferson's divisor method)",
    rule: (world) => {
      const { pot, recipients } = world;
      // The law tries pots of up to £1. Beyond them, penny by penny would never end.
      if (pot > 100_00) return perCapita(world);
      const grants = recipients.map(() => 0);
      for (let penny = 0; penny < pot; penny++) {
        const claims = recipients.map(({ people }, place) => people / (grants[place] + 1));
        grants[claims.indexOf(largestOf(claims))]++;
      }
      return grants;
    },
  },
  breaks: byPeople,
};

const morePeople: AllocateLaw<{ readonly who: number; readonly more: number }> = {
  id: "more-people-never-cost",
  alias: "own-need monotonicity",
  says: "If a place has more people, its grant is not smaller.",
  formula: "popᵢ ↑ ⇒ xᵢ does not fall",
  matters: "To growing places.",
  allows: pennyPerParty,
  worlds: pots,
  changes: worldsOf({ who: whole(0, 8), more: whole(1, 100) }),
  broken(rule, world, { who, more }, unit) {
    const place = who % world.recipients.length;
    const grown = withRecipient(world, who, ({ people }) => ({ people: people + more * 1000 }));
    const lost = rule(world)[place] - rule(grown)[place];
    if (lost <= world.recipients.length * unit) return undefined;
    const name = nameAt(world.recipients, place);
    return `With ${amountText(more * 1000)} more people, ${name} is given ${roundedText(lost)} less.`;
  },
  keeps: byPeople,
  breaks: {
    name: "in inverse proportion to people",
    rule: ({ pot, recipients }) => {
      const weights = recipients.map(({ people }) => 1 / (1 + people));
      const all = weights.reduce((sum, weight) => sum + weight, 0);
      return weights.map((weight) => Math.round((pot * weight) / all));
    },
  },
};

const boundariesDoNotMatter: AllocateLaw<{ readonly who: number }> = {
  id: "boundaries-do-not-matter",
  alias: "merge–split invariance",
  says: "Two places that merge are given the same in total as when they are separate.",
  formula: "x of the merged place = xᵢ + xⱼ",
  matters: "To reorganisations: no place should gain by redrawing the map.",
  allows: pennyPerParty,
  worlds: pots,
  changes: worldsOf({ who: whole(0, 7) }),
  when: ({ recipients }) => recipients.length > 1 && recipients.every(({ people }) => people > 0),
  broken(rule, world, { who }, unit) {
    const { pot, recipients } = world;
    const first = who % (recipients.length - 1);
    const [one, two] = [recipients[first], recipients[first + 1]];
    const people = one.people + two.people;
    const merged = {
      agency: one.agency,
      people,
      need: (one.people * one.need + two.people * two.need) / people,
      base: one.base + two.base,
      spent: one.spent + two.spent,
      own: one.own + two.own,
      resources: one.resources + two.resources,
    };
    const before = rule(world);
    const after = rule({ pot, recipients: [...recipients.slice(0, first), merged, ...recipients.slice(first + 2)] });
    const separate = before[first] + before[first + 1];
    if (Math.abs(after[first] - separate) <= recipients.length * unit) return undefined;
    const names = `${capitalised(one.agency)} and ${capitalised(two.agency)}`;
    return `${names} are given ${roundedText(separate)} separately, and ${roundedText(after[first])} merged.`;
  },
  keeps: { name: "needs formula", rule: needsFormula({}) },
  breaks: { name: "equal shares", rule: equalShares },
};

const noCliffEdge: AllocateLaw<{ readonly who: number; readonly more: number }> = {
  id: "no-cliff-edge",
  alias: "continuity",
  says: "Where each place has 1,000 people or more, one more moves no grant by a thousandth of that pot or the last.",
  formula: "|f(d′) − f(d)| ≤ max(pot, Σbase)/1,000 for one person, tested by bisection",
  matters: "To places near a threshold: thresholds of sparsity, size or band are disputed for ever.",
  worlds: pots,
  changes: worldsOf({
    who: whole(0, 8),
    more: { ...whole(1, 100), random: fc.oneof(whole(1, 100).random, whole(1, 5000).random), has: isWholeIn(1, 5000) },
  }),
  when: ({ recipients }) => recipients.every(({ people }) => people >= 1000),
  broken(rule, world, { who, more }, unit) {
    const place = who % world.recipients.length;
    const grantAt = (extra: number) =>
      rule(withRecipient(world, who, ({ people }) => ({ people: people + extra })))[place];
    const money = Math.max(world.pot, sum(world.recipients.map(({ base }) => base)));
    const cliff = cliffBetween(0, more * 1000, grantAt, distance, 1, money / 1000 + 2 * unit);
    if (cliff === undefined) return undefined;
    const people = amountText(world.recipients[place].people + cliff.to);
    return `At ${people} people, ${nameAt(world.recipients, place)}'s grant jumps by ${roundedText(cliff.height)}.`;
  },
  keeps: byPeople,
  breaks: {
    name: "per capita, but people count twice in places of 50,000 or more",
    rule: (world) =>
      perCapita({
        ...world,
        recipients: world.recipients.map((each) => ({
          ...each,
          people: each.people * (each.people >= 50_000 ? 2 : 1),
        })),
      }),
  },
};

/** Laws of dividing a pot about how grants respond to the figures. */
export const potFairness: readonly AllocateLaw[] = [
  dummy,
  largerPot,
  notAPennyLess,
  morePeople,
  boundariesDoNotMatter,
  noCliffEdge,
];
