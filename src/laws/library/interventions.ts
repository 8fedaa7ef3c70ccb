import { frozen } from "../../data/frozen.js";
import { whoSaves } from "../../results/money/who-saves.js";
import { type ActivityRow, activity } from "../../results/people/activity.js";
import { amountText, capitalised } from "../story.js";
import { inSteps, mapped, worldsOf } from "../worlds/worlds.js";
import { inOtherOrder, withLargerCuts, withoutEffect } from "./changes.js";
import { contactFigures, differing, inPlaces, poundFigures, poundName, type SimulationLaw } from "./figures.js";

/** The columns that must be 0 if no intervention has an effect. */
const savingColumns = ["avoided", "cash", "freed", "backfilled", "idle", "cheaper"] as const;

/** A clause: the contacts of a service with the strategy, in a year. */
const contactsText = ({ service, label, with: contacts }: ActivityRow): string =>
  `${capitalised(service)} has ${amountText(contacts)} contacts in ${label}`;

const noEffectChangesNothing: SimulationLaw = {
  ...inPlaces,
  id: "no-effect-changes-nothing",
  says: "Interventions with no effect but cuts and raises of 0 avoid no cost, save nothing and change no contacts.",
  broken(run, place) {
    const simulation = run(withoutEffect(place));
    for (const row of whoSaves(simulation))
      for (const column of savingColumns)
        if (Math.abs(row[column]) > 1e-6)
          return `${capitalised(poundName(row, column))}: ${amountText(row[column])}, but should be 0.`;
    for (const row of activity(simulation))
      if (Math.abs(row.with - row.without) > 1e-9 * Math.abs(row.without))
        return `${contactsText(row)} with ${row.strategy}, not ${amountText(row.without)}.`;
  },
};

const largerCutsLeaveFewer: SimulationLaw<{ readonly by: number }> = {
  ...inPlaces,
  id: "a-larger-cut-leaves-fewer",
  says: "If every cut is larger, no service that is cut has more contacts.",
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
        return `${contactsText(row)}, but ${amountText(after[at].with)} with a larger cut.`;
  },
};

const orderDoesNotMatter: SimulationLaw = {
  ...inPlaces,
  id: "the-order-of-interventions-does-not-matter",
  says: "If every intervention reaches everyone, the order of the interventions does not matter.",
  when: ({ strategies, interventions }) =>
    strategies !== undefined && Object.values(interventions).every(({ reaches }) => reaches === "everyone"),
  broken(run, place) {
    const [before, after] = [run(place), run(inOtherOrder(place))];
    return (
      differing(poundFigures(whoSaves(before)), poundFigures(whoSaves(after))) ??
      differing(contactFigures(before), contactFigures(after))
    );
  },
};

/**
 * Laws of interventions, checked on a run. To try an intervention of your own, use the worlds of `placesWith`.
 * @example
 * const run = (place) => simulate(defineScenario(place), { draws: 8 });
 * const worlds = placesWith({ reaches: "everyone", deadweight: 0, effects: { less: { cut: { ward: 0.3 } } } });
 * const law = { ...interventionLaws.noEffectChangesNothing, worlds };
 * checkRule(run, [law], { runs: 3 })[0].result // => "holds"
 */
export const interventionLaws = frozen({ noEffectChangesNothing, largerCutsLeaveFewer, orderDoesNotMatter } as const);
