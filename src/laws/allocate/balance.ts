import { incremental } from "../../funding/allocate/incremental.js";
import { matched } from "../../funding/allocate/matched.js";
import { salami } from "../../funding/allocate/salami.js";
import { firstDiffering, pennyPerParty } from "../law.js";
import { moreOrLessText, nameAt, penceText, replacedText, timesText } from "../story.js";
import { change } from "../worlds/amounts.js";
import { oddPots, pots } from "../worlds/pots.js";
import { type Reordering, reordered, reorderings } from "../worlds/reorderings.js";
import { oneOf, worldsOf } from "../worlds/worlds.js";
import { type AllocateLaw, byPeople, tellMoney, times } from "./pot.js";

const growth = { name: "incremental, 2 % a year", rule: incremental({ growth: 0.02 }) };

const potIsShared: AllocateLaw = {
  id: "the-pot-is-shared-out",
  alias: "budget balance (efficiency)",
  says: "The grants add up to the pot, to the penny.",
  formula: "Σxᵢ = pot",
  matters: "To the treasurer: no promise without money, and no idle money.",
  worlds: oddPots,
  broken(rule, world) {
    const over = rule(world).reduce((sum, grant) => sum + grant, 0) - world.pot;
    return over === 0 ? undefined : `The grants add up to ${moreOrLessText(over)} than the pot.`;
  },
  tell: tellMoney,
  keeps: byPeople,
  breaks: growth,
};

const noOverdraft: AllocateLaw = {
  id: "no-overdraft",
  alias: "non-negativity",
  says: "No grant is below 0.",
  formula: "xᵢ ≥ 0",
  matters: "To places that can raise much money themselves.",
  worlds: pots,
  broken(rule, world) {
    const grants = rule(world);
    const place = grants.findIndex((grant) => !(grant >= 0));
    return place < 0 ? undefined : `${nameAt(world.recipients, place)} must pay in ${penceText(-grants[place])}.`;
  },
  keeps: byPeople,
  breaks: {
    name: "equal shares, less what each puts in or can raise",
    rule: ({ pot, recipients }) => {
      const raised = recipients.reduce((sum, { own, resources }) => sum + own + resources, 0);
      return recipients.map(({ own, resources }) => Math.round((pot + raised) / recipients.length) - own - resources);
    },
  },
};

const sizeDoesNotMatter: AllocateLaw<{ readonly factor: 2 | 10 }> = {
  id: "size-does-not-matter",
  alias: "homogeneity",
  says: "If all amounts of money are several times as large, so is every grant.",
  formula: "f(λ£) = λ·f(£)",
  matters: "To every place as prices rise: a cap in pounds loses value every year.",
  allows: pennyPerParty,
  worlds: pots,
  changes: worldsOf({ factor: oneOf<2 | 10>(2, 10) }),
  broken(rule, world, { factor }, unit) {
    const before = rule(world);
    const after = rule(times(world, factor)).map((grant) => grant / factor);
    const who = firstDiffering(before, after, unit);
    if (who === undefined) return undefined;
    const amounts = replacedText(after[who] * factor, before[who] * factor);
    return `With all amounts ${timesText(factor)} as large, ${nameAt(world.recipients, who)} is given ${amounts}.`;
  },
  tell: tellMoney,
  keeps: byPeople,
  breaks: { name: "matched, pound for pound, up to £5,000", rule: matched({ poundsPerPound: 1, capPounds: 5000 }) },
};

const namesDoNotMatter: AllocateLaw<Reordering> = {
  id: "names-do-not-matter",
  alias: "anonymity",
  says: "A grant depends on the figures of a place, not on its name.",
  formula: "f(πd) = πf(d), where π renames the recipients",
  matters: "To places without friends in power: this law finds protection by name.",
  allows: pennyPerParty,
  worlds: pots,
  changes: reorderings,
  isStill: true,
  broken(rule, world, change, unit) {
    const { pot, recipients } = world;
    const places = reordered(recipients.length, change);
    const renamed = recipients.map((each, place) => ({ ...each, agency: recipients[places[place]].agency }));
    const [before, after] = [rule(world), rule({ pot, recipients: renamed })];
    const who = firstDiffering(before, after, unit);
    if (who === undefined) return undefined;
    const [name, other] = [nameAt(recipients, who), nameAt(renamed, who)];
    const amounts = replacedText(after[who], before[who]);
    return name === other
      ? `If other places exchange their names, ${name} is given ${amounts}.`
      : `If ${name} were called ${other}, it would be given ${amounts}.`;
  },
  tell: tellMoney,
  keeps: byPeople,
  breaks: { name: "salami slice, the hospital protected", rule: salami({ protect: ["hospital"] }) },
};

const orderDoesNotMatter: AllocateLaw<Reordering> = {
  id: "order-does-not-matter",
  alias: "order independence",
  says: "The order of the recipients does not matter.",
  formula: "f(πd) = πf(d), where π reorders the recipients",
  matters: "To the place that applies last: money should not go to the first that applies.",
  allows: pennyPerParty,
  worlds: pots,
  changes: reorderings,
  isStill: true,
  broken(rule, world, change, unit) {
    const { pot, recipients } = world;
    const places = reordered(recipients.length, change);
    const before = rule(world);
    const after = rule({ pot, recipients: places.map((place) => recipients[place]) });
    const back = recipients.map((_, place) => after[places.indexOf(place)]);
    const who = firstDiffering(before, back, unit);
    return who === undefined
      ? undefined
      : `In another order, ${nameAt(recipients, who)} is given ${replacedText(back[who], before[who])}.`;
  },
  tell: tellMoney,
  keeps: byPeople,
  breaks: {
    name: "first come, first served: each gets its base until the pot is empty",
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

const onePotOrTwo: AllocateLaw<{ readonly second: number }> = {
  id: "bundling-does-not-matter",
  alias: "additivity",
  says: "Dividing two pots separately gives the same grants as dividing them as one pot.",
  formula: "f(pot + pot′) = f(pot) + f(pot′)",
  matters: "To places with many small pots: how money is split into pots should not matter.",
  allows: pennyPerParty,
  worlds: pots,
  changes: worldsOf({ second: change(100) }),
  broken(rule, world, { second }, unit) {
    const [one, two] = [rule(world), rule({ ...world, pot: second })];
    const both = rule({ ...world, pot: world.pot + second });
    const alone = one.map((grant, place) => grant + two[place]);
    const who = firstDiffering(alone, both, unit);
    if (who === undefined) return undefined;
    const difference = `${nameAt(world.recipients, who)} is given ${moreOrLessText(both[who] - alone[who])}`;
    return `With ${penceText(second)} more in the same pot, ${difference} than from two pots.`;
  },
  tell: tellMoney,
  keeps: byPeople,
  breaks: growth,
};

/** Laws of dividing a pot about the books, names and order. */
export const potBalance: readonly AllocateLaw[] = [
  potIsShared,
  noOverdraft,
  sizeDoesNotMatter,
  namesDoNotMatter,
  onePotOrTwo,
  orderDoesNotMatter,
];
