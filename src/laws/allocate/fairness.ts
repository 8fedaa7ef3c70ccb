import { incremental } from "../../funding/allocate/incremental.js";
import { needsFormula } from "../../funding/allocate/needs-formula.js";
import { perCapita } from "../../funding/allocate/per-capita.js";
import type { Pot } from "../../funding/rule.js";
import { cliffBetween, distance } from "../cliff.js";
import { aPennyAParty } from "../law.js";
import { called, many, penceText } from "../story.js";
import { pennyPots, pots } from "../worlds/pots.js";
import { thousands, whole, worldsOf } from "../worlds/worlds.js";
import { type AllocateLaw, tellMoney, tellPot, withRecipient } from "./pot.js";

const byPeople = { name: "per capita", rule: perCapita };

const equalShares = ({ pot, recipients }: Pot): readonly number[] => recipients.map(() => pot / recipients.length);

const dummy: AllocateLaw = {
  id: "dummy",
  number: "L7",
  alias: "dummy recipient",
  says: "A place with nobody in it, which had nothing, gets nothing.",
  formula: "people = base = 0 ⇒ xᵢ = 0",
  matters: "To real places: a grant should follow people.",
  worlds: pots,
  broken(rule, { pot, recipients }) {
    const nobody = { agency: "fire", people: 0, need: 1, base: 0, spent: 0, own: 0, resources: 0 };
    const grant = rule({ pot, recipients: [...recipients, nobody] })[recipients.length];
    return grant === 0 ? undefined : `Fire has nobody to serve, and is given ${penceText(Math.round(grant))}.`;
  },
  tell: tellPot,
  keeps: byPeople,
  breaks: { name: "equal shares", rule: equalShares },
};

const largerPot: AllocateLaw<{ readonly more: number }> = {
  id: "a-larger-pot-hurts-nobody",
  number: "L9a",
  alias: "resource monotonicity",
  says: "When there is more to divide, nobody is given less.",
  formula: "pot ↑ ⇒ no xᵢ falls",
  matters: "To all: more money should divide nobody.",
  allows: aPennyAParty,
  worlds: pots,
  changes: worldsOf({ more: thousands(1, 50) }),
  broken(rule, world, { more }) {
    const [before, after] = [rule(world), rule({ ...world, pot: world.pot + more })];
    const who = before.findIndex((grant, place) => after[place] < grant - before.length);
    return who < 0
      ? undefined
      : `With ${penceText(more)} more to divide, ${called(world.recipients[who].agency)} is given ${penceText(Math.round(before[who] - after[who]))} less.`;
  },
  tell: tellPot,
  keeps: byPeople,
  breaks: {
    name: "per capita in small pots; from £50,000 on, all to the largest",
    rule: (world) => {
      const most = Math.max(...world.recipients.map(({ people }) => people));
      const largest = world.recipients.findIndex(({ people }) => people === most);
      return world.pot < 50_000_00
        ? perCapita(world)
        : world.recipients.map((_, place) => (place === largest ? world.pot : 0));
    },
  },
};

const notAPennyLess: AllocateLaw = {
  id: "a-penny-more-takes-no-penny",
  number: "L9b",
  alias: "house monotonicity (no Alabama paradox)",
  says: "When there is a penny more to divide, nobody is given a penny less.",
  formula: "pot + 1p ⇒ no xᵢ falls, not by one penny",
  matters: "To the exact: this is where rounding shows. Everybody else may let a penny go.",
  worlds: pennyPots,
  broken(rule, world) {
    const [before, after] = [rule(world), rule({ ...world, pot: world.pot + 1 })];
    const who = before.findIndex((grant, place) => after[place] < grant);
    return who < 0
      ? undefined
      : `With a penny more to divide, ${called(world.recipients[who].agency)} is given ${penceText(before[who] - after[who])} less.`;
  },
  tell: tellPot,
  impossibleWith: {
    name: "the Balinski–Young theorem",
    laws: [
      "no penny away from one's exact share",
      "a place that grows faster loses no penny to one that grows more slowly",
    ],
    says: "whole pennies cannot keep within a penny of the exact shares and never go the wrong way; who keeps this one by a divisor method gives up the others.",
  },
  keeps: {
    name: "penny by penny, each to who has least for its people (Jefferson's divisors)",
    rule: ({ pot, recipients }) => {
      const grants = recipients.map(() => 0);
      for (let penny = 0; penny < pot; penny++) {
        const claims = recipients.map(({ people }, place) => people / (grants[place] + 1));
        grants[claims.indexOf(Math.max(...claims))]++;
      }
      return grants;
    },
  },
  breaks: byPeople,
};

const morePeople: AllocateLaw<{ readonly who: number; readonly more: number }> = {
  id: "more-people-never-cost",
  number: "L10",
  alias: "own-need monotonicity",
  says: "A place whose people grow in number is not given less.",
  formula: "popᵢ ↑ ⇒ xᵢ does not fall",
  matters: "To growing places.",
  allows: aPennyAParty,
  worlds: pots,
  changes: worldsOf({ who: whole(0, 3), more: whole(1, 100) }),
  broken(rule, world, { who, more }) {
    const place = who % world.recipients.length;
    const grown = withRecipient(world, who, ({ people }) => ({ people: people + more * 1000 }));
    const lost = rule(world)[place] - rule(grown)[place];
    return lost <= world.recipients.length
      ? undefined
      : `With ${many(more * 1000)} people more, ${called(world.recipients[place].agency)} is given ${penceText(Math.round(lost))} less.`;
  },
  tell: tellPot,
  keeps: byPeople,
  breaks: {
    name: "the smaller a place, the more it is given",
    rule: ({ pot, recipients }) => {
      const weights = recipients.map(({ people }) => 1 / people);
      const all = weights.reduce((sum, weight) => sum + weight, 0);
      return weights.map((weight) => (pot * weight) / all);
    },
  },
};

const boundariesDoNotMatter: AllocateLaw<{ readonly who: number }> = {
  id: "boundaries-do-not-matter",
  number: "L17",
  alias: "merge–split invariance",
  says: "Two places that merge are given what they were given apart, and so is everybody else.",
  formula: "x of the merged place = xᵢ + xⱼ; all others as before",
  matters: "To reorganisations: nobody should gain by redrawing the map.",
  allows: aPennyAParty,
  worlds: pots,
  changes: worldsOf({ who: whole(0, 2) }),
  when: ({ recipients }) => recipients.length > 1,
  broken(rule, world, { who }) {
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
    const apart = before[first] + before[first + 1];
    return Math.abs(after[first] - apart) <= recipients.length
      ? undefined
      : `${called(one.agency)} and ${called(two.agency)} are given ${penceText(Math.round(apart))} apart, and ${penceText(Math.round(after[first]))} as one.`;
  },
  tell: tellPot,
  keeps: { name: "needs formula", rule: needsFormula({}) },
  breaks: { name: "equal shares", rule: equalShares },
};

const noCliffEdge: AllocateLaw<{ readonly who: number; readonly more: number }> = {
  id: "no-cliff-edge",
  number: "L18",
  alias: "continuity",
  says: "One person more or less never moves a place's grant by more than a hundredth of the pot.",
  formula: "|f(d′) − f(d)| ≤ pot/100 for one person, tried by bisection",
  matters: "To places near a line: sparsity, size and band lines are argued about for ever.",
  worlds: pots,
  changes: worldsOf({ who: whole(0, 3), more: whole(1, 100) }),
  broken(rule, world, { who, more }) {
    const place = who % world.recipients.length;
    const grantAt = (extra: number) =>
      rule(withRecipient(world, who, ({ people }) => ({ people: people + extra })))[place];
    const cliff = cliffBetween(0, more * 1000, grantAt, distance, 1, Math.max(world.pot / 100, 2));
    return cliff === undefined
      ? undefined
      : `At ${many(world.recipients[place].people + cliff.to)} people and not one less, ${called(world.recipients[place].agency)}'s grant jumps by ${penceText(Math.round(cliff.height))}.`;
  },
  tell: tellPot,
  keeps: byPeople,
  breaks: {
    name: "places of 50,000 people and more count twice",
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

const overspendingIsNotRewarded: AllocateLaw<{ readonly who: number; readonly by: number }> = {
  id: "overspending-is-not-rewarded",
  number: "L20",
  alias: "no reward for overspending",
  says: "A place that spent more this year is not given more for it.",
  formula: "spentᵢ ↑ ⇒ xᵢ does not rise",
  matters: "To those who kept within their budgets.",
  allows: aPennyAParty,
  worlds: pots,
  changes: worldsOf({ who: whole(0, 3), by: thousands(1, 20) }),
  broken(rule, world, { who, by }) {
    const place = who % world.recipients.length;
    const gained = rule(withRecipient(world, who, ({ spent }) => ({ spent: spent + by })))[place] - rule(world)[place];
    return gained <= world.recipients.length
      ? undefined
      : `${called(world.recipients[place].agency)} overspends by ${penceText(by)}, and is given ${penceText(Math.round(gained))} more.`;
  },
  tell: tellMoney,
  keeps: { name: "incremental, 2 % a year", rule: incremental({ growth: 0.02 }) },
  breaks: {
    name: "in proportion to what each spent",
    rule: ({ pot, recipients }) => {
      const all = recipients.reduce((sum, { spent }) => sum + spent, 0);
      return recipients.map(({ spent }) => (pot * spent) / all);
    },
  },
};

/** Laws of dividing a pot about who should gain by what. */
export const potFairness: readonly AllocateLaw[] = [
  dummy,
  largerPot,
  notAPennyLess,
  morePeople,
  boundariesDoNotMatter,
  noCliffEdge,
  overspendingIsNotRewarded,
];
