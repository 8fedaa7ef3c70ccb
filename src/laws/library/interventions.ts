import { activity } from "../../results/activity.js";
import { called, many } from "../story.js";
import { inSteps, mapped, worldsOf } from "../worlds/worlds.js";
import { inOtherOrder, withLargerCuts, withoutEffect } from "./changes.js";
import { differing, inPlaces, type SimulationLaw, saidBy } from "./figures.js";

const noEffectChangesNothing: SimulationLaw = {
  ...inPlaces,
  id: "no-effect-changes-nothing",
  says: "Interventions that cut and raise everything by nothing avoid nothing, and change no contact.",
  broken(run, place) {
    const { pounds, contacts } = saidBy(run(withoutEffect(place)));
    for (const [name, figure] of pounds)
      if (/: (avoided|savings) /.test(name) && Math.abs(figure) > 1e-6) return `${called(name)} are ${many(figure)}.`;
    for (const [name, figure] of contacts) {
      const usual = contacts.get(name.replace(/ with /, " without ")) ?? figure;
      if (Math.abs(figure - usual) > 1e-9 * Math.abs(usual))
        return `${called(name)} are ${many(figure)}, and were ${many(usual)}.`;
    }
  },
};

const largerCutsLeaveFewer: SimulationLaw<{ readonly by: number }> = {
  ...inPlaces,
  id: "a-larger-cut-leaves-fewer",
  says: "Where every cut is larger, no service that is cut has more contacts.",
  changes: worldsOf({ by: mapped(inSteps(10, 1, 90), (percent) => percent / 100) }),
  broken(run, place, { by }) {
    const cut = new Set(
      Object.values(place.interventions).flatMap(({ effects = {} }) =>
        Object.values(effects).flatMap((effect) => Object.keys(effect.cut ?? {})),
      ),
    );
    const after = activity(run(withLargerCuts(place, by)));
    for (const [at, row] of activity(run(place)).entries())
      if (cut.has(row.service) && after[at].with > row.with * (1 + 1e-9))
        return `At ${row.service} there are ${many(row.with)} contacts in ${row.label}, and ${many(after[at].with)} with a larger cut.`;
  },
};

const orderDoesNotMatter: SimulationLaw = {
  ...inPlaces,
  id: "the-order-of-interventions-does-not-matter",
  says: "Interventions that take nobody in come to the same in either order.",
  when: ({ strategies, interventions }) =>
    strategies !== undefined && Object.values(interventions).every(({ reaches }) => reaches === "everyone"),
  broken(run, place) {
    const [before, after] = [place, inOtherOrder(place)].map((each) => saidBy(run(each)));
    return differing(before.pounds, after.pounds) ?? differing(before.contacts, after.contacts);
  },
};

/**
 * What any interventions should do in a run. One of your own is tried in the worlds of `placesWith`.
 * @example checkRule((place) => simulate(defineScenario(place), { draws: 8 }), [{ ...interventionLaws.noEffectChangesNothing, worlds: placesWith({ reaches: "everyone", deadweight: 0, effects: { less: { cut: { ward: 0.3 } } } }) }], { runs: 3 })[0].result // => "holds"
 */
export const interventionLaws = { noEffectChangesNothing, largerCutsLeaveFewer, orderDoesNotMatter } as const;
