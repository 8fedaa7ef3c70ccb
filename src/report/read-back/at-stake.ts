import { largestOf } from "../../base/mathematics/largest.js";
import { sum } from "../../base/mathematics/statistics.js";
import { activeEntries, entryValue, modelYearsOf } from "../../engine/book/read-book.js";
import type { Simulation } from "../../engine/simulate.js";
import { strategyNamed } from "../../results/sums/strategies.js";
import { type ReadBackRow, readBack } from "./read-back.js";
import { usualPounds } from "./service.js";

/** Assumption: nobody reads more. */
const mostRows = 5;

/**
 * The parts of a scenario on which most pounds of the answer rest, in the order of the file: the services and lines
 * that move most under any strategy, and the effects that bring it. They show a slip that no program can know.
 */
export const mostAtStake = (run: Simulation): readonly ReadBackRow[] => {
  const central = { ...run, drawn: run.central };
  const rows = readBack(run).map((row) => ({ row, pounds: poundsAt(central, row.address) }));
  const isSame = (one: ReadBackRow, other: ReadBackRow): boolean =>
    one.says === other.says || (one.address.includes(".effects.") && partOf(one.address) === partOf(other.address));
  const apart = rows.filter(({ row }, at) => rows.findIndex((other) => isSame(other.row, row)) === at);
  const largest = apart
    .filter(({ pounds }) => pounds >= 1)
    .toSorted((one, other) => other.pounds - one.pounds)
    .slice(0, mostRows);
  return apart.filter((each) => largest.includes(each)).map(({ row }) => row);
};

/** The effect that an address is of: `interventions.handrails.effects.fewerFalls`. */
const partOf = (address: string): string => address.split(".").slice(0, 4).join(".");

/** Pounds over the run that a part of a scenario moves, under the strategy with most; 0 for parts without money. */
const poundsAt = (run: Simulation, address: string): number => {
  const { scenario, settings, drawn } = run;
  const years = modelYearsOf(drawn);
  const moved = (isOf: (entry: { readonly address: string; readonly service?: string }) => boolean): number =>
    largestOf([
      0,
      ...settings.strategies.map((strategy) => {
        const index = strategyNamed(settings.strategies, strategy);
        const entries = activeEntries(drawn).filter((entry) => entry.kind !== "cash" && isOf(entry));
        return sum(
          entries.flatMap((entry) =>
            years.map((year) => Math.abs(entryValue(drawn, index, entry, { year, money: "plain" })[0])),
          ),
        );
      }),
    ]);
  const [, service] = /^services\.(\w+)$/.exec(address) ?? [];
  if (service !== undefined)
    return settings.strategies.length > 0 ? moved((entry) => entry.service === service) : usualPounds(run, service);
  const [, name] = /^interventions\.([^.]+)\./.exec(address) ?? [];
  const effect =
    name === undefined ? undefined : scenario.interventions[name].effects.find((each) => each.address === address);
  if (effect === undefined) return moved((entry) => entry.address === address);
  const [, target] = /^services\.(\w+)$/.exec(effect.target) ?? [];
  return moved((entry) => entry.service !== undefined && (target === undefined || entry.service === target));
};
