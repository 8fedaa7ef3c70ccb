import type { ScenarioForm } from "../../src/scenario/scenario.js";

/** The written parts of a scenario on which an intervention can act. */
export interface World {
  readonly quantities: NonNullable<ScenarioForm["quantities"]>;
  readonly cohorts: ScenarioForm["cohorts"];
  readonly services: NonNullable<ScenarioForm["services"]>;
  readonly demand: NonNullable<ScenarioForm["demand"]>;
}

/** A target of effects, and its size. */
export interface Target {
  readonly address: string;
  readonly around: number;
}

const target = (address: string, around: number, times = 1): Target[] =>
  Array.from({ length: times }, () => ({ address, around }));

/** All targets of effects. The ones that matter most occur several times. */
export const targetsIn = (world: World): Target[] => {
  const { quantities, cohorts, services, demand } = world;
  const causes = Object.entries(demand);
  const used = Object.keys(services).filter((name) => causes.some(([, { to }]) => to === name));
  return [
    ...used.flatMap((name) => target(name, 1, 5)),
    ...causes.flatMap(([name, cause]) => target(`demand.${name}`, "each" in cause || "unmet" in cause ? 0.1 : 1, 2)),
    ...Object.keys(quantities).flatMap((name) => target(`quantities.${name}`, 0.5)),
    ...Object.entries(cohorts).flatMap(([name, { growth }]) => [
      ...target(`cohorts.${name}.size`, 200),
      ...(growth === undefined ? [] : target(`cohorts.${name}.growth`, 0.05)),
      ...movesOf(world, name),
    ]),
    ...used.flatMap((name) =>
      numbersIn("cost" in services[name] ? (services[name].cost as "none" | object) : "none").flatMap((agency) =>
        target(`services.${name}.cost.${agency}`, 20),
      ),
    ),
  ];
};

/**
 * The targets of an intervention that enrols people of a cohort: their services, the causes of their contacts, their
 * moves.
 */
export const targetsOfReach = (world: World, cohort: string): Target[] => {
  const own = Object.entries(world.demand).filter(([, cause]) =>
    "cohort" in cause ? cause.cohort === cohort : !("each" in cause || "unmet" in cause),
  );
  const services = new Set(own.map(([, { to }]) => to));
  return [
    ...[...services].flatMap((name) => target(name, 1, 3)),
    ...own.flatMap(([name]) => target(`demand.${name}`, 1)),
    ...movesOf(world, cohort),
  ];
};

const movesOf = ({ cohorts }: World, cohort: string): Target[] =>
  Object.keys(cohorts[cohort].moves ?? {})
    .filter((key) => new Set(key.split(" -> ")).size === 2)
    .flatMap((key) => target(`cohorts.${cohort}.moves.${key}`, 0.05));

/** The numbers in the costs of an intervention. */
export const targetsOfCosts = (name: string, lines: Readonly<Record<string, object>>): Target[] =>
  Object.entries(lines).flatMap(([line, cost]) =>
    numbersIn("pays" in cost ? (cost.pays as object) : {}).map((agency) => ({
      address: `interventions.${name}.costs.${line}.pays.${agency}`,
      around: 500,
    })),
  );

/** The names of the numbers in an amount: the part of each agency, and the total that they share. */
const numbersIn = (amount: "none" | object): readonly string[] => {
  if (amount === "none") return [];
  return "between" in amount ? ["total", ...(amount.between as string[])] : Object.keys(amount);
};
