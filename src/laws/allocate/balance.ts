import { incremental } from "../../funding/allocate/incremental.js";
import { matched } from "../../funding/allocate/matched.js";
import { perCapita } from "../../funding/allocate/per-capita.js";
import { salami } from "../../funding/allocate/salami.js";
import { aPennyAParty } from "../law.js";
import { called, moreOrLess, penceText, timesAs } from "../story.js";
import { oddPots, pots } from "../worlds/pots.js";
import { oneOf, whole, worldsOf } from "../worlds/worlds.js";
import { type AllocateLaw, firstDifferingGrant, tellMoney, tellPot, times } from "./pot.js";

const byPeople = { name: "per capita", rule: perCapita };
const growth = { name: "incremental, 2 % a year", rule: incremental({ growth: 0.02 }) };

const potIsShared: AllocateLaw = {
  id: "the-pot-is-shared-out",
  number: "L2",
  alias: "budget balance (efficiency)",
  says: "What all are given is what there is, to the penny.",
  formula: "Σxᵢ = pot, each xᵢ in whole pence",
  matters: "To the treasurer: no promise without money, and no money left idle.",
  worlds: oddPots,
  broken(rule, world) {
    const grants = rule(world);
    if (grants.length !== world.recipients.length) return `The rule answers for ${grants.length} recipients.`;
    const fraction = grants.find((grant) => !Number.isInteger(grant));
    if (fraction !== undefined) return `Somebody is given ${fraction}p, which is no whole penny.`;
    const over = grants.reduce((sum, grant) => sum + grant, 0) - world.pot;
    return over === 0 ? undefined : `Together they are given ${moreOrLess(over)} than there is.`;
  },
  tell: tellMoney,
  keeps: byPeople,
  breaks: growth,
};

const noOverdraft: AllocateLaw = {
  id: "no-overdraft",
  number: "L3",
  alias: "non-negativity",
  says: "Nobody is given less than nothing.",
  formula: "xᵢ ≥ 0",
  matters: "To places that can raise much by themselves.",
  worlds: pots,
  broken(rule, world) {
    const grants = rule(world);
    const place = grants.findIndex((grant) => !(grant >= 0));
    return place < 0
      ? undefined
      : `${called(world.recipients[place].agency)} must pay ${penceText(-grants[place])} in.`;
  },
  tell: tellPot,
  keeps: byPeople,
  breaks: {
    name: "equal shares less what each could raise",
    rule: ({ pot, recipients }) => {
      const raised = recipients.reduce((sum, { own, resources }) => sum + own + resources, 0);
      return recipients.map(({ own, resources }) => (pot + raised) / recipients.length - own - resources);
    },
  },
};

const sizeDoesNotMatter: AllocateLaw<{ readonly factor: 2 | 10 }> = {
  id: "size-does-not-matter",
  number: "L5",
  alias: "homogeneity",
  says: "When all amounts are ten times as large, so is every grant.",
  formula: "f(λ£) = λ·f(£)",
  matters: "To everybody as prices rise: a cap in pounds is a cut every year.",
  allows: aPennyAParty,
  worlds: pots,
  changes: worldsOf({ factor: oneOf<2 | 10>(2, 10) }),
  broken(rule, world, { factor }) {
    const before = rule(world);
    const after = rule(times(world, factor)).map((grant) => grant / factor);
    const who = firstDifferingGrant(before, after);
    return who === undefined
      ? undefined
      : `With all amounts ${timesAs(factor)} as large, ${called(world.recipients[who].agency)} is given ${penceText(Math.round(after[who] * factor))}, and not ${penceText(Math.round(before[who] * factor))}.`;
  },
  tell: tellMoney,
  keeps: byPeople,
  breaks: { name: "matched, pound for pound, up to £5,000", rule: matched({ poundsPerPound: 1, capPounds: 5000 }) },
};

const namesDoNotMatter: AllocateLaw<{ readonly by: number }> = {
  id: "names-do-not-matter",
  number: "L6",
  alias: "anonymity",
  says: "What a place is given hangs on what it is, not on what it is called.",
  formula: "f(πd) = πf(d), where π renames the recipients",
  matters: "To whoever has no friend at court: protection by name is what this finds.",
  allows: aPennyAParty,
  worlds: pots,
  changes: worldsOf({ by: whole(1, 3) }),
  broken(rule, world, { by }) {
    const { pot, recipients } = world;
    const renamed = recipients.map((each, place) => ({
      ...each,
      agency: recipients[(place + by) % recipients.length].agency,
    }));
    const [before, after] = [rule(world), rule({ pot, recipients: renamed })];
    const who = firstDifferingGrant(before, after);
    return who === undefined
      ? undefined
      : `Were ${called(recipients[who].agency)} called ${called(renamed[who].agency)}, it would be given ${penceText(Math.round(after[who]))} and not ${penceText(Math.round(before[who]))}.`;
  },
  tell: tellMoney,
  keeps: byPeople,
  breaks: { name: "salami slice, the hospital protected", rule: salami({ protect: ["hospital"] }) },
};

const orderDoesNotMatter: AllocateLaw<{ readonly by: number }> = {
  id: "order-does-not-matter",
  number: "L22",
  alias: "order independence",
  says: "It does not matter who is first in the list.",
  formula: "f(πd) = πf(d), where π moves the recipients about",
  matters: "To whoever applies last: money should not go to the first who comes.",
  allows: aPennyAParty,
  worlds: pots,
  changes: worldsOf({ by: whole(1, 3) }),
  broken(rule, world, { by }) {
    const { pot, recipients } = world;
    const places = recipients.map((_, place) => (place + by) % recipients.length);
    const before = rule(world);
    const moved = rule({ pot, recipients: places.map((place) => recipients[place]) });
    const back = recipients.map((_, place) => moved[places.indexOf(place)]);
    const who = firstDifferingGrant(before, back);
    return who === undefined
      ? undefined
      : `In another order, ${called(recipients[who].agency)} is given ${penceText(Math.round(back[who]))} and not ${penceText(Math.round(before[who]))}.`;
  },
  tell: tellMoney,
  keeps: byPeople,
  breaks: {
    name: "first come, first served: what each had, until the pot is empty",
    rule: ({ pot, recipients }) => {
      let left = pot;
      return recipients.map(({ base }, place) => {
        const grant = place === recipients.length - 1 ? left : Math.min(left, base);
        left -= grant;
        return grant;
      });
    },
  },
};

const onePotOrTwo: AllocateLaw<{ readonly more: number }> = {
  id: "bundling-does-not-matter",
  number: "L8",
  alias: "additivity",
  says: "Two pots divided one after another come to the same as one.",
  formula: "f(pot + pot′) = f(pot) + f(pot′)",
  matters: "To small pots with many forms: nobody should gain by how money is parcelled.",
  allows: aPennyAParty,
  worlds: pots,
  changes: worldsOf({ more: whole(1, 100) }),
  broken(rule, world, { more }) {
    const second = more * 1000_00;
    const [one, two] = [rule(world), rule({ ...world, pot: second })];
    const both = rule({ ...world, pot: world.pot + second });
    const alone = one.map((grant, place) => grant + two[place]);
    const who = firstDifferingGrant(alone, both);
    return who === undefined
      ? undefined
      : `With ${penceText(second)} more in the same pot, ${called(world.recipients[who].agency)} is given ${moreOrLess(Math.round(both[who] - alone[who]))} than from two.`;
  },
  tell: tellMoney,
  keeps: byPeople,
  breaks: growth,
};

/** Laws of dividing a pot that keep the books, and know nobody by name. */
export const potBalance: readonly AllocateLaw[] = [
  potIsShared,
  noOverdraft,
  sizeDoesNotMatter,
  namesDoNotMatter,
  onePotOrTwo,
  orderDoesNotMatter,
];
