import type { Level } from "../../scenario/agencies/level.js";
import type { Scenario } from "../../scenario/scenario.js";

/** The names of the levels for readers. */
export const levelNames: Readonly<Record<Level, string>> = {
  place: "The place",
  public: "The public purse",
  society: "Society",
};

/** The parties that vote for all agencies, by their names for readers. */
export const deciderNames = { all: "All agencies together", treasury: "The public purse" } as const;

/** The name of a party for readers: of an agency, or of the treasury, the pool or the investor. */
export const partyName = ({ agencies }: Pick<Scenario, "agencies">, party: string): string =>
  Object.hasOwn(agencies, party) ? agencies[party].name : `The ${party}`;
