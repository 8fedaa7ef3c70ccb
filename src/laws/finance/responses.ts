import { sum } from "../../base/mathematics/statistics.js";
import type { Posting, Project } from "../../funding/rule.js";
import { cliffBetween, distance } from "../cliff.js";
import { pennyPerParty } from "../law.js";
import { isSame } from "../plain.js";
import { amountText, capitalised, penceText, timesText } from "../story.js";
import { agencyNames, change, mostPence } from "../worlds/amounts.js";
import { projects } from "../worlds/projects.js";
import { oneOf, whole, worldsOf } from "../worlds/worlds.js";
import { type FinanceLaw, grant, grantOf, loan, netReceived } from "./project.js";

type Better = { readonly at: number; readonly by: number; readonly of: "saves" | "outcomes" };

const moreSuccessNeverCosts: FinanceLaw<Better> = {
  id: "more-success-never-costs",
  alias: "monotonicity in results",
  says: "If the scheme saves or achieves more in a year, the doer and the investor do not end with less.",
  formula: "bₜ ↑ or qₜ ↑ ⇒ the net of the doer, with its savings, and of the investor does not fall",
  matters: "To the doer: success should not cost more than failure.",
  allows: pennyPerParty,
  worlds: projects,
  changes: worldsOf<Better>({ at: whole(0, 14), by: change(20), of: oneOf<Better["of"]>("saves", "outcomes") }),
  when: ({ outcomes }, { by, of, at }) => of === "saves" || (outcomes[at % outcomes.length] ?? 0) + by <= mostPence,
  broken(rule, project, { at, by, of }, unit) {
    const year = at % project.costs.length;
    const better = { ...project, [of]: project[of].map((value, place) => (place === year ? value + by : value)) };
    const netOf = (world: Project, party: string): number =>
      netReceived(rule(world), party) + (party === project.doer ? sum(world.saves) : 0);
    const loser = [project.doer, "investor"].find((party) => netOf(better, party) < netOf(project, party) - unit);
    if (loser === undefined) return undefined;
    const less = penceText(netOf(project, loser) - netOf(better, loser));
    const more = of === "saves" ? `${penceText(by)} more is saved` : `${amountText(by)} more is achieved`;
    return `If ${more} in year ${year + 1}, ${capitalised(loser)} ends with ${less} less.`;
  },
  keeps: loan,
  breaks: {
    name: "a grant that shrinks by twice what is saved",
    rule: (project) =>
      grantOf(project).flatMap((posting) => {
        const pence = posting.pence - 2 * project.saves[posting.year - 1];
        return pence > 0 ? [{ ...posting, pence }] : [];
      }),
  },
};

const nameDoesNotMatter: FinanceLaw<{ readonly name: number }> = {
  id: "names-do-not-matter",
  alias: "anonymity of the doer",
  says: "What is paid does not depend on the name of the doer.",
  formula: "f(πd) = πf(d), where π renames the doer",
  matters: "To every agency that could do the work.",
  worlds: projects,
  changes: worldsOf({ name: whole(0, agencyNames.length - 1) }),
  isStill: true,
  when: ({ doer }, { name }) => doer !== agencyNames[name],
  broken(rule, project, { name }) {
    const other = agencyNames[name];
    const [before, after] = [rule(project), rule({ ...project, doer: other })];
    const renamed = before.map((posting) => ({
      ...posting,
      from: posting.from === project.doer ? other : posting.from,
      to: posting.to === project.doer ? other : posting.to,
    }));
    if (isSame(renamed.map(unexplained), after.map(unexplained))) return undefined;
    const [has, gets] = [netReceived(before, project.doer), netReceived(after, other)];
    const called = `If ${capitalised(project.doer)} were called ${capitalised(other)}`;
    return has === gets
      ? `${called}, other payments would be made.`
      : `${called}, it would receive ${penceText(gets)} in all, not ${penceText(has)}.`;
  },
  keeps: grant,
  breaks: {
    name: "a grant for the council alone",
    rule: (project) => (project.doer === "council" ? grantOf(project) : []),
  },
};

/** A payment without its reason, which may name the doer. */
const unexplained = ({ from, to, pence, year }: Posting): Omit<Posting, "why"> => ({ from, to, pence, year });

type Along = { readonly at: number; readonly of: "costs" | "saves"; readonly by: number };

const noCliffEdge: FinanceLaw<Along> = {
  id: "no-cliff-edge",
  alias: "continuity",
  says: "One more penny of cost or saving in a year changes what each party has received by a few pence at most.",
  formula: "|f(d′) − f(d)| ≤ K·|d′ − d|, tested by bisection",
  matters: "To anyone who is a penny short of a threshold.",
  allows: pennyPerParty,
  worlds: projects,
  changes: worldsOf<Along>({ at: whole(0, 14), of: oneOf<Along["of"]>("costs", "saves"), by: change(40) }),
  when: ({ costs }) => sum(costs) > 0,
  broken(rule, project, { at, of, by }, unit) {
    const year = at % project.costs.length;
    const worldAt = (more: number): Project => ({
      ...project,
      [of]: project[of].map((value, place) => (place === year ? value + more : value)),
    });
    const received = (more: number): number => netReceived(rule(worldAt(more)), project.doer);
    const cliff = cliffBetween(0, by, received, distance, 1, 4 * unit);
    if (cliff === undefined) return undefined;
    const point = `${penceText(project[of][year] + cliff.to)} in year ${year + 1} and not a penny less`;
    const saves = `If ${capitalised(project.doer)} ${of === "costs" ? "pays" : "saves"} ${point}`;
    return `${saves}, what it receives jumps by ${penceText(cliff.height)}.`;
  },
  keeps: grant,
  breaks: {
    name: "a grant for costs of £5,000 a year or more",
    rule: (project) => grantOf(project).filter(({ pence }) => pence >= 5000_00),
  },
};

const sizeDoesNotMatter: FinanceLaw<{ readonly times: 2 | 10 }> = {
  id: "size-does-not-matter",
  alias: "homogeneity",
  says: "If all amounts of money are several times as large, so is what the doer receives.",
  formula: "f(λ£) = λ·f(£)",
  matters: "To large and small schemes, and to all as prices rise: a sum fixed in pounds loses value every year.",
  allows: pennyPerParty,
  worlds: projects,
  changes: worldsOf({ times: oneOf<2 | 10>(2, 10) }),
  when: ({ costs }) => sum(costs) > 0,
  broken(rule, project, { times }, unit) {
    const larger = {
      ...project,
      costs: project.costs.map((c) => c * times),
      saves: project.saves.map((s) => s * times),
    };
    const [before, after] = [netReceived(rule(project), project.doer), netReceived(rule(larger), project.doer)];
    if (Math.abs(after / times - before) <= project.costs.length * unit) return undefined;
    const amounts = `${penceText(after)}, not ${penceText(before * times)}`;
    return `With all amounts ${timesText(times)} as large, ${capitalised(project.doer)} receives ${amounts}.`;
  },
  keeps: grant,
  breaks: {
    name: "a grant of at most £5,000 a year",
    rule: (project) => grantOf(project).map((posting) => ({ ...posting, pence: Math.min(5000_00, posting.pence) })),
  },
};

/** Laws of rules that finance a scheme, about how payments respond to the scheme and to the name of its doer. */
export const responses: readonly FinanceLaw[] = [
  moreSuccessNeverCosts,
  nameDoesNotMatter,
  sizeDoesNotMatter,
  noCliffEdge,
];
