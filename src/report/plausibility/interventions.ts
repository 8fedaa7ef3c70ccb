import { listed } from "../../base/problem.js";
import { sum } from "../../base/statistics.js";
import { queueFigureOf } from "../../engine/read-book.js";
import type { Simulation } from "../../engine/simulate.js";
import { yearsOf } from "../../results/model-years.js";
import { people } from "../../results/people.js";
import { strategyNamed } from "../../results/strategies.js";
import { figuresOf } from "../../results/sums.js";
import { centralOf } from "../../scenario/central.js";
import { withoutName } from "../../scenario/interventions/strategy.js";
import type { Doubt, DoubtsIn } from "./doubt.js";
import { numberText, poundsEach } from "./words.js";

/** The most that a pound of prevention may avoid. Assumption: published ratios above 20 are rare. */
const mostBenefit = 20;

/** Interventions that cost something and change nothing. */
export const changesNothing: DoubtsIn = ({ scenario }) =>
  Object.entries(scenario.interventions)
    .filter(
      ([, { lines, effects, closes }]) =>
        lines.length > 0 && effects.length + closes.length === 0 && lines.every(({ kind }) => kind === "pays"),
    )
    .map(([name]) => ({
      address: `interventions.${name}`,
      what: `${name} is paid for and changes nothing: it has no effects.`,
      mend: "Write under effects what it cuts, adds or saves.",
    }));

/** Effects that begin when the run has ended, or have no size in any year of it. */
export const effectsOutsideTheRun: DoubtsIn = ({ scenario: { interventions, time } }) =>
  Object.entries(interventions).flatMap(([name, { startYears, effects, lines }]) => {
    const seen = new Set<string>();
    return [...effects, ...lines].flatMap(({ address, profile }): readonly Doubt[] => {
      const [part = address] = /^interventions\.[^.]+\.\w+\.[^.]+/.exec(address) ?? [];
      const { lagYears, rampYears, byYear, untilYears } = profile;
      const begins = startYears + lagYears;
      const isLate = begins >= time.years;
      const left = Math.min(untilYears ?? time.years, time.years - startYears);
      if (!seen.has(part) && !isLate && rampYears > 0 && rampYears > leastRun * (left - lagYears)) {
        seen.add(part);
        return [rampTooLong(part, { lagYears, rampYears, left })];
      }
      const isNothing =
        (untilYears !== null && untilYears <= lagYears) ||
        (byYear?.slice(0, time.years).every((share) => share === 0) ?? false);
      if (seen.has(part) || !(isLate || isNothing)) return [];
      seen.add(part);
      if (!isLate)
        return [
          { address: part, what: "This has no size in any year of the run.", mend: "Check byYear, lag and until." },
        ];
      return [
        {
          address: lagYears > 0 ? `${part}.lag` : `interventions.${name}.start`,
          what: `This begins in year ${Math.floor(begins + 1e-9) + 1}; the run ends with year ${time.years}.`,
          mend: `Shorten lag or start, or run for more years (time.years).`,
        },
      ];
    });
  });

/** The least part of its ramp that an effect may be short of, before its end. Assumption. */
const leastRun = 1.3;

/** An effect that ends, or whose run ends, before it has its full size. */
const rampTooLong = (
  address: string,
  { lagYears, rampYears, left }: { readonly lagYears: number; readonly rampYears: number; readonly left: number },
): Doubt => {
  const most = Math.max(0, (left - lagYears) / rampYears);
  return {
    address: `${address}.ramp`,
    what:
      `This reaches ${Math.round(100 * most)}% of its full size at most: ` +
      "its ramp is longer than what is left for it.",
    mend: "Shorten ramp or lag, or let it last longer (until, time.years).",
  };
};

/** Strategies whose benefits are far above what they cost. */
export const benefitsFarAboveCosts: DoubtsIn = (central) => {
  const { scenario, settings, drawn } = central;
  const flagged = new Set<string>();
  const shortFirst = settings.strategies.toSorted(
    (a, b) => scenario.strategies[a].of.length - scenario.strategies[b].of.length,
  );
  return shortFirst.flatMap((strategy): readonly Doubt[] => {
    const { of } = scenario.strategies[strategy];
    const index = strategyNamed(settings.strategies, strategy);
    // Costs that rise at one agency are costs, not a smaller benefit of all.
    const parts = Object.keys(scenario.agencies).map((agency) => {
      const figure = figuresOf(drawn, index, { agencies: [agency] });
      const saved = figure("avoided")[0] + figure("cheaper")[0];
      return { benefit: Math.max(0, saved), cost: figure("pays")[0] + Math.max(0, -saved) };
    });
    const pays = sum(parts.map(({ cost }) => cost));
    const times = sum(parts.map(({ benefit }) => benefit)) / pays;
    if (!(pays > 0 && times > mostBenefit) || of.some((name) => flagged.has(name))) return [];
    for (const name of of) flagged.add(name);
    const what = `The benefit is ${numberText(Number(times.toPrecision(2)))} times the cost`;
    return [suspectOf(central, of, strategy, what)];
  });
};

/** Where benefits far above costs most likely come from: a line that is not per person; else the costs as a whole. */
const suspectOf = (central: Simulation, of: readonly string[], strategy: string, what: string): Doubt => {
  const { scenario } = central;
  const line = of
    .flatMap((name) => scenario.interventions[name].lines)
    .find(({ kind, per }) => kind === "pays" && per === undefined);
  const heads = headsOf(central);
  if (line === undefined || heads === 0)
    return {
      address: of.length === 1 ? `interventions.${of[0]}.costs` : `strategies.${strategy}`,
      what: `${what} (${listed(of)}).`,
      mend: "Check what it costs, the size of its effects, and the contacts and unit costs they act on.",
    };
  const pounds = sum(line.amounts.map((amount) => centralOf(amount.pounds, scenario)));
  return {
    address: line.address,
    what:
      `${what}. This line is ${poundsEach(pounds)} for all ${numberText(heads)} people, ` +
      `${poundsEach(pounds / heads)} each.`,
    mend: "If it is for each person, write per: person. Else check the size of the effects.",
  };
};

/** People of all cohorts in the first year, in business as usual. */
const headsOf = (central: Simulation): number =>
  sum(
    people(central)
      .filter(
        (row) => row.strategy === withoutName && row.year === 1 && row.state === null && row.intervention === null,
      )
      .map((row) => row.people),
  );

/** Parts of services that an intervention may shut, though no step of them ever is. */
export const closesNothing: DoubtsIn = ({ scenario, drawn, settings }) =>
  Object.entries(scenario.interventions).flatMap(([name, { closes }]) =>
    closes.flatMap((close): readonly Doubt[] => {
      const { address, service, most, isSpare, together } = close;
      const group = closes.filter((each) => each === close || (together !== null && each.together === together));
      const strategies = settings.strategies.filter((each) => scenario.strategies[each].of.includes(name));
      const isShut = strategies.some((each) => {
        const index = strategyNamed(settings.strategies, each);
        return group.some((one) =>
          yearsOf(scenario).some((year) => queueFigureOf(drawn, index, one.service, "stepsShut", year)?.[0] !== 0),
        );
      });
      if (strategies.length === 0 || isShut || group[0] !== close) return [];
      const what = listed(
        group.map((one) => one.service),
        "and",
      );
      const peak = group.length > 1 ? "their peaks together do" : "its peak does";
      const why = isSpare
        ? `a step of ${group.length > 1 ? "them" : "it"} never stands empty`
        : `${peak} not fall by a step in any year`;
      return [
        {
          address,
          what: `${name} never shuts a step of ${what}: ${why}.`,
          mend: isSpare
            ? "A step is shut at a year's end if the year's peak leaves it empty, after notice. Check the capacity."
            : "A step is shut only when the peak falls below that of business as usual. For what is empty already " +
              `write close: { ${service}: ${most.written?.replace(/ /, " spare ")} }.`,
        },
      ];
    }),
  );
