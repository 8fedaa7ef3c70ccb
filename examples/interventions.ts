import { readScenario, ScenarioError, type ScenarioSource } from "who-saves";
import alignBoundariesText from "./templates/align-boundaries.yaml";
import earlyGrittingText from "./templates/early-gritting.yaml";
import reablementText from "./templates/reablement.yaml";
import relationalCaseworkText from "./templates/relational-casework.yaml";
import sharedOfficesText from "./templates/shared-offices.yaml";

/**
 * What each of `interventions` returns: the parts of a scenario that an intervention brings, as plain data.
 * `defineScenario` takes them with a place around them: time, money, agencies, cohorts and strategies.
 * @example
 * const parts: InterventionParts = interventions.reablement({ hospital: "acute", council: "county" });
 * Object.keys(parts.interventions) // => ["morePlaces"]
 */
export type InterventionParts = Required<
  Pick<ScenarioSource, "sources" | "quantities" | "services" | "demand" | "interventions" | "accept">
>;

/**
 * The interventions of a template, for the agencies of a place. All numbers are those of the template, with their
 * sources; the option `set` of `defineScenario` changes them by address.
 */
const partsOf =
  <Role extends string>(text: string) =>
  (agencies: Readonly<Record<Role, string>>): InterventionParts => {
    const { scenario, problems } = readScenario(text);
    if (!scenario) throw new ScenarioError(problems);
    const { sources = {}, quantities, services, demand, interventions, accept = {}, agencies: roles } = scenario.form;
    checkAgencies(agencies, Object.keys(roles));
    const parts = { sources, quantities, services, demand, interventions, accept };
    return renamed(parts, new Map(Object.entries<string>(agencies))) as InterventionParts;
  };

const checkAgencies = (agencies: Readonly<Record<string, string>>, roles: readonly string[]): void => {
  const missing = roles.filter((role) => !Object.hasOwn(agencies, role));
  const twice = roles.filter((role) => roles.some((other) => other !== role && agencies[other] === agencies[role]));
  if (missing.length === 0 && twice.length === 0) return;
  const what =
    missing.length > 0
      ? `It needs an agency of yours for each of ${roles.join(", ")}; ${missing.join(", ")} is missing.`
      : `${twice.join(" and ")} are both ${agencies[twice[0]]}, so one of their costs would be lost.`;
  throw new ScenarioError([
    { severity: "error", address: "agencies", what, mend: "Name a different agency for each." },
  ]);
};

/** The data with names replaced where they are a whole key or text, or a part of an address. */
const renamed = (part: unknown, names: ReadonlyMap<string, string>): unknown => {
  if (typeof part === "string") return names.get(part) ?? part;
  if (Array.isArray(part)) return part.map((each) => renamed(each, names));
  if (typeof part !== "object" || part === null) return part;
  const renamedKey = (key: string): string =>
    key
      .split(".")
      .map((name) => names.get(name) ?? name)
      .join(".");
  return Object.fromEntries(Object.entries(part).map(([key, value]) => [renamedKey(key), renamed(value, names)]));
};

/**
 * Extra gritting of footways, which a hospital pays its council for: the template `early-gritting`.
 * @param agencies which of your agencies is the council, the hospital and the ambulance service
 * @returns what to spread into `defineScenario`, beside `agencies` and one cohort of residents
 * @throws ScenarioError if an agency is missing, or stands for two
 * @example
 * defineScenario({
 *   title: "Grit",
 *   question: "Who saves?",
 *   time: { start: "2026-10-01", years: 1, cycle: "year" },
 *   money: { priceYear: "2024/25", discount: "none" },
 *   agencies: {
 *     town: { name: "Town", kind: "local" },
 *     trust: { name: "Trust", kind: "local" },
 *     crews: { name: "Ambulances", kind: "local" },
 *   },
 *   cohorts: { residents: { size: 100_000 } },
 *   ...earlyGritting({ council: "town", hospital: "trust", ambulance: "crews" }),
 * }).interventions.gritting.name // => "Extra gritting rounds"
 */
export const earlyGritting = partsOf<"council" | "hospital" | "ambulance">(earlyGrittingText);

/**
 * A worker for every ten people with several needs at once, paid by a council: the template `relational-casework`.
 * @param agencies which of your agencies is the council, the NHS, the police and the justice system
 * @returns what to spread into `defineScenario`, beside `agencies` and one cohort of at least 100 people
 * @throws ScenarioError if an agency is missing, or stands for two
 * @example
 * const parts = relationalCasework({ council: "city", nhs: "nhs", police: "force", justice: "courts" });
 * parts.services.arrest.cost // => { force: 336 }
 */
export const relationalCasework = partsOf<"council" | "nhs" | "police" | "justice">(relationalCaseworkText);

/**
 * Ten more reablement places, so that fewer people wait in hospital beds: the template `reablement`. Run it by the
 * week.
 * @param agencies which of your agencies is the council and the hospital
 * @returns what to spread into `defineScenario`, beside `agencies` and one cohort of residents
 * @throws ScenarioError if an agency is missing, or stands for two
 * @example
 * const parts = reablement({ council: "county", hospital: "trust" });
 * Object.keys(parts.services) // => ["blockedBed", "reablement", "homeCare"]
 */
export const reablement = partsOf<"council" | "hospital">(reablementText);

/**
 * Bodies that free desks and count the empty ones together: the template `shared-offices`.
 * @param agencies which of your agencies is the council, the NHS and the police
 * @returns what to spread into `defineScenario`, beside `agencies` and one cohort of staff
 * @throws ScenarioError if an agency is missing, or stands for two
 * @example
 * const parts = sharedOffices({ council: "city", nhs: "trust", police: "force" });
 * parts.services.nhsDesk.exitCost // => { trust: "leave" }
 */
export const sharedOffices = partsOf<"council" | "nhs" | "police">(sharedOfficesText);

/**
 * One map for six public bodies, which then have fewer partners to meet: the template `align-boundaries`.
 * @param agencies which of your agencies is each of the six
 * @returns what to spread into `defineScenario`, beside `agencies` and one cohort
 * @throws ScenarioError if an agency is missing, or stands for two
 * @example
 * const six = { council: "a", nhs: "b", police: "c", fire: "d", probation: "e", dwp: "f" } as const;
 * alignBoundaries(six).services.partnerDay.cashable // => "postsGo"
 */
export const alignBoundaries = partsOf<"council" | "nhs" | "police" | "fire" | "probation" | "dwp">(
  alignBoundariesText,
);
