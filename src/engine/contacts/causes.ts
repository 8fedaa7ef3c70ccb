import { addProduct, type Column, scaledProduct } from "../../base/columns/kernels.js";
import { type ByPeople, type Cause, cohortOf } from "../../scenario/services/demand.js";
import type { Selection } from "../people/counters.js";
import type { People } from "../people/people.js";
import type { EnrollingIntervention, Program } from "../values/program.js";
import type { Spread } from "./spread.js";

/** A cause of contacts at a service: what drives it, how many contacts each brings, and those under way. */
export interface CauseFlow {
  readonly name: string;
  /** The service at which the contacts arrive. */
  readonly to: string;
  /** The service whose served contacts drive the cause. Undefined if people or contacts turned away do. */
  readonly fromService: string | undefined;
  /** True if its contacts are called in only where there is room, after all others. */
  readonly isLatent: boolean;
  /** Drivers with different rates: all people alike, and separately the people whom an intervention changes. */
  readonly parts: readonly CausePart[];
  /** Contacts per cycle are Σ driver × rate × scale. */
  readonly scale: number;
  /** The contacts under way: a ring with one column per cycle of delay. */
  readonly underWay: readonly Column[];
  /** How contacts of one cycle are spread over several; undefined if they come together. */
  readonly spread: Spread | undefined;
  /** Contacts of before the first cycle that come after the run: of how many cycles, and their sum. */
  readonly late: { readonly cycles: number; readonly sum: Column };
}

/** People or contacts that bring contacts, and the contacts each brings. */
export interface CausePart {
  readonly driver: Column;
  readonly rate: Column;
}

/**
 * The people whom interventions change in how many contacts they bring, separately by these, after all other people.
 */
export const causePartsOf = (cause: Cause, by: ByPeople, program: Program, people: People): readonly CausePart[] => {
  const { to, contacts } = cause;
  const enrolling = people.enrolling(cohortOf(by));
  const own = enrolling.filter(
    (intervention) =>
      program.hasOwnEffects(contacts.address, intervention) || program.hasOwnEffects(`services.${to}`, intervention),
  );
  const others: readonly EnrollingIntervention[] = [
    undefined,
    ...enrolling.filter((intervention) => !own.includes(intervention)),
  ];
  return [
    brought(cause, by, { program, people }, { of: others }),
    ...own.map((intervention) => brought(cause, by, { program, people }, { of: [intervention], rateOf: intervention })),
  ];
};

/** Per cycle: 1 for a move, else 1 / (cycles per year × years per count × people per count). */
export const scaleOf = (by: ByPeople, { cyclesPerYear }: Pick<Program, "cyclesPerYear">): number =>
  "move" in by ? 1 : 1 / (cyclesPerYear * by.everyYears * (by.per.people === "everyone" ? 1 : by.per.people));

/** Some people of a cohort, and the intervention whose effects set their rates. Default: effects on everybody. */
interface Bringing {
  readonly of: NonNullable<Selection["of"]>;
  readonly rateOf?: EnrollingIntervention;
  /** The intervention whose effects set the shares that move. Default: their own. */
  readonly movesOf?: { readonly intervention: EnrollingIntervention };
}

/** The people who bring contacts, and the contacts each brings. */
export const brought = (
  { to, contacts, isLatent }: Cause,
  by: ByPeople,
  { program, people }: { readonly program: Program; readonly people: People },
  { of, rateOf, movesOf }: Bringing,
): CausePart => {
  const rate = program.value(contacts, rateOf);
  // Effects on a service do not cut latent contacts.
  const factor = isLatent ? undefined : program.factor(`services.${to}`, rateOf);
  return {
    driver:
      "move" in by
        ? people.moved({ cohort: by.move.cohort, while: [], of }, by.move.from, by.move.to, movesOf)
        : people.count(
            { cohort: by.per.cohort, while: by.while, of },
            { needing: to, perStartingPerson: by.per.people === "everyone" },
          ),
    rate: (factor && rateOf !== undefined ? program.apply("multiply", rate, factor) : rate).column,
  };
};

/** Writes the contacts that a cause brings in this cycle into a column, or adds them. */
export const bring = (out: Column, { parts, scale }: CauseFlow, isAdded = false): void => {
  for (let place = 0; place < parts.length; place++) {
    const { driver, rate } = parts[place];
    if (isAdded || place > 0) addProduct(out, scale, driver, rate);
    else scaledProduct(out, scale, driver, rate);
  }
};
