import { didYouMean, ScenarioError } from "../base/problem.js";
import { countsAt, type Level, levels } from "../scenario/agencies/level.js";
import type { Scenario } from "../scenario/scenario.js";

/** The subject of a row: one agency, or all agencies of a level. */
export interface Party {
  readonly level: "agency" | Level;
  /** The agency's name in the scenario; empty if the row is about a level. */
  readonly agency: string;
  /** The name for readers. */
  readonly name: string;
  readonly agencies: readonly string[];
}

/** The names of the levels for readers. */
export const levelNames: Readonly<Record<Level, string>> = {
  place: "The place",
  public: "The public purse",
  society: "Society",
};

/**
 * The agencies of a scenario, then the levels that sum them. A level with no more agencies than the one before is left
 * out.
 */
export const partiesOf = ({ agencies }: Scenario): readonly Party[] => {
  const each = Object.entries(agencies).map(([agency, { name }]) => ({
    level: "agency" as const,
    agency,
    name,
    agencies: [agency],
  }));
  const sums = levels.map((level) => ({
    level,
    agency: "",
    name: levelNames[level],
    agencies: agenciesAt({ agencies }, level),
  }));
  return [...each, ...sums.filter(({ agencies: all }, index) => all.length > (sums[index - 1]?.agencies.length ?? 0))];
};

/** The agencies that count at a level. */
export const agenciesAt = ({ agencies }: Pick<Scenario, "agencies">, level: Level): readonly string[] =>
  Object.keys(agencies).filter((name) => countsAt(level, agencies[name]));

/** The agencies of a level (place, public, society), or one agency by its name. */
export const agenciesNamed = (scenario: Pick<Scenario, "agencies">, of: string): readonly string[] => {
  const level = levels.find((each) => each === of);
  if (level !== undefined) return agenciesAt(scenario, level);
  if (Object.hasOwn(scenario.agencies, of)) return [of];
  const known = [...levels, ...Object.keys(scenario.agencies)];
  throw new ScenarioError([
    {
      severity: "error",
      address: "options.of",
      what: `There is no agency or level called ${of}. ${didYouMean(of, known)}`,
    },
  ]);
};
