import { countsAt, type Level, levels } from "../../scenario/agencies/level.js";
import type { Names } from "../../scenario/define/names.js";
import type { Scenario } from "../../scenario/scenario.js";
import { levelNames } from "./party-names.js";

/** What a row sums: one agency, the agencies of a body, or all agencies of a level. */
export type PartyLevel = "agency" | "body" | Level;

/** Whose figure a result is: a level, an agency, or a body that sums some. */
export type Subject<N extends Names> = Level | N["agency"] | N["body"];

/** The subject of a row: one agency, or several that are summed. */
export interface Party {
  readonly level: PartyLevel;
  /** The agency's name in the scenario; empty if the row sums agencies. */
  readonly agency: string;
  /** The name for readers. */
  readonly name: string;
  readonly agencies: readonly string[];
}

/** An agency, or a body that sums several: a row of a result that has no levels. */
export interface AgencyOrBody extends Party {
  readonly level: "agency" | "body";
}

/** A row about an agency, a body or a level. */
export interface PartyRow<N extends Names = Names> {
  /** `agency`, `body` (which sums agencies), or the level that is summed: `place`, `public` or `society`. */
  readonly level: PartyLevel;
  /** The agency's name in the scenario. Empty if the row sums agencies. */
  readonly agency: N["agency"] | "";
  /** The name for readers. */
  readonly name: string;
}

/** A row about an agency or a body. */
export interface AgencyOrBodyRow<N extends Names = Names> {
  /** `agency`, or `body` if the row sums agencies. */
  readonly level: AgencyOrBody["level"];
  /** The agency's name in the scenario. Empty if the row sums the agencies of a body. */
  readonly agency: N["agency"] | "";
  /** The name for readers. */
  readonly name: string;
}

/**
 * The agencies of a scenario, or those `among` them: each body's together, and then their body, which sums them. A body
 * of one agency has no row of its own.
 */
export const agenciesAndBodies = (
  { agencies }: Pick<Scenario, "agencies">,
  among: readonly string[] = Object.keys(agencies),
): readonly AgencyOrBody[] => {
  const membersWith = (agency: string): readonly string[] => {
    const { body } = agencies[agency];
    return body === null ? [agency] : among.filter((other) => agencies[other].body === body);
  };
  const isFirst = (name: string): boolean => membersWith(name)[0] === name;
  return among.filter(isFirst).flatMap((first): readonly AgencyOrBody[] => {
    const members = membersWith(first);
    const own = members.map(
      (agency): AgencyOrBody => ({ level: "agency", agency, name: agencies[agency].name, agencies: [agency] }),
    );
    const { body } = agencies[first];
    return body === null || members.length === 1
      ? own
      : [...own, { level: "body", agency: "", name: body, agencies: members }];
  });
};

/**
 * The agencies and bodies of a scenario, then the levels that sum them. A level with no more agencies than the one
 * before is left out.
 */
export const partiesOf = ({ agencies }: Scenario): readonly Party[] => {
  const sums = levels.map((level) => ({
    level,
    agency: "",
    name: levelNames[level],
    agencies: agenciesAt({ agencies }, level),
  }));
  return [
    ...agenciesAndBodies({ agencies }),
    ...sums.filter(({ agencies: all }, index) => all.length > (sums[index - 1]?.agencies.length ?? 0)),
  ];
};

/** True for a row that sums agencies of a place, the public purse or society. */
export const isLevel = (level: PartyLevel): level is Level => levels.some((each) => each === level);

/** The agencies that count at a level. */
export const agenciesAt = ({ agencies }: Pick<Scenario, "agencies">, level: Level): readonly string[] =>
  Object.keys(agencies).filter((name) => countsAt(level, agencies[name]));

/** What a result may be of: the levels, the agencies and the bodies of a scenario, by name. */
export const subjectsOf = ({ agencies }: Pick<Scenario, "agencies">): readonly string[] => [
  ...levels,
  ...Object.keys(agencies),
  ...new Set(Object.values(agencies).flatMap(({ body }) => body ?? [])),
];

/** The agencies of a level (place, public, society) or of a body, or one agency by its name. */
export const agenciesNamed = (scenario: Pick<Scenario, "agencies">, of: string): readonly string[] => {
  const level = levels.find((each) => each === of);
  if (level !== undefined) return agenciesAt(scenario, level);
  if (Object.hasOwn(scenario.agencies, of)) return [of];
  return Object.keys(scenario.agencies).filter((name) => scenario.agencies[name].body === of);
};
