import { didYouMean, listed, nearestName } from "../../base/problem.js";
import { reportError, reportWarning } from "../../quantity/context.js";
import type { Effect } from "../interventions/change.js";
import { statesIn } from "../people/moves.js";
import { quantitiesOf } from "../quantities.js";
import type { ScenarioReading } from "../reading.js";
import type { Scenario } from "../scenario.js";

/** Effects on what is not there, on services that nobody comes to, two that set one thing, and cuts that count twice. */
export const checkEffects = (scenario: Scenario, reading: ScenarioReading): void => {
  checkTargets(scenario, reading);
  checkVisited(scenario, reading);
  checkTwoSets(scenario, reading);
  checkTwiceCut(scenario, reading);
};

const checkTargets = (scenario: Scenario, reading: ScenarioReading): void => {
  const services = Object.keys(scenario.services).map((name) => `services.${name}`);
  const all = [...quantitiesOf(scenario).keys()];
  const numbers = all.filter(canBeActedOn);
  const there = new Set([...numbers, ...services]);
  for (const [name, { effects }] of Object.entries(scenario.interventions))
    for (const { address, target } of effects) {
      if (there.has(target) || isUnreadMove(target, there, reading)) continue;
      if (all.includes(target)) {
        reportUntouchable(target, address, reading);
        continue;
      }
      const others = numbers.filter((number) => !number.startsWith(`interventions.${name}.`));
      reportError(
        reading,
        address,
        `There is no number at ${target}. ${meant(target, [...Object.keys(scenario.services), ...others])}`,
        "Name a service, or the address of a number: its path in this file.",
        "key",
      );
    }
};

const reportUntouchable = (target: string, address: string, reading: ScenarioReading): void =>
  reportError(
    reading,
    address,
    `No effect can act on ${target}.`,
    "Act on a service, or on a cost, a capacity, a cause of contacts, a move or a named quantity.",
    "key",
  );

/** Whether a target is a move that is written, but could not be read: that is told where it stands. */
const isUnreadMove = (target: string, there: ReadonlySet<string>, { cohorts }: ScenarioReading): boolean => {
  const [, cohort, key] = /^cohorts\.(\w+)\.moves\.(.*)$/.exec(target) ?? [];
  const unread = (cohorts.get(cohort)?.moves ?? []).filter((move) => !there.has(`cohorts.${cohort}.moves.${move}`));
  return unread.some((move) => statesIn(move).join() === statesIn(key).join());
};

/** Warns of effects on services to which nothing brings contacts; where a cause could not be read, nobody can tell. */
const checkVisited = (scenario: Scenario, reading: ScenarioReading): void => {
  const causes = Object.entries(scenario.demand);
  if (reading.causes.some((name) => !Object.hasOwn(scenario.demand, name))) return;
  const visited = new Set(causes.filter(([, { isLatent }]) => !isLatent).map(([, { to }]) => to));
  const unmoved = Object.keys(scenario.services).filter((name) => !visited.has(name));
  for (const { address, target, verb } of Object.values(scenario.interventions).flatMap(({ effects }) => effects)) {
    const service = unmoved.find((name) => target === `services.${name}`);
    if (service === undefined) continue;
    const latent = causes.filter(([, { to }]) => to === service).map(([name]) => `demand.${name}`);
    reportWarning(
      reading,
      address,
      latent.length === 0
        ? `Nothing brings contacts to ${service}, so to ${verb} it changes nothing.`
        : `Those who come to ${service} are called in where there is room (priority: last), so to ${verb} it changes nothing.`,
      latent.length === 0 ? "Say under demand what brings them." : `Act on what brings them: ${listed(latent, "or")}.`,
    );
  }
};

/** How a cost behaves when volume falls and how a cohort starts are business as usual, and an effect's own size is the intervention's: none can be acted on. */
const canBeActedOn = (address: string): boolean =>
  !/^services\.\w+\.(cashable|rising|step|split\.\w+|exitCost\.\w+|waiting\.start)$|^agencies\.|^cohorts\.\w+\.(states|start|concentration)\.|^interventions\.[^.]+\.(deadweight$|effects\.)/.test(
    address,
  );

/** The address that was meant: one that ends in the name, else the nearest. */
const meant = (name: string, known: readonly string[]): string => {
  const ending = known.find((address) => address.endsWith(`.${name}`)) ?? nearestName(name, known);
  if (ending !== undefined) return `Did you mean ${ending}?`;
  const last = name.split(".").at(-1) ?? name;
  const nearest = nearestName(
    last,
    known.map((address) => address.split(".").at(-1) ?? address),
  );
  return nearest === undefined ? didYouMean(name, known) : meant(nearest, known);
};

const effectsOf = ({ interventions }: Scenario, of: readonly string[], verb: Effect["verb"]): readonly Effect[] =>
  of.flatMap((name) => interventions[name].effects).filter((effect) => effect.verb === verb);

const checkTwoSets = (scenario: Scenario, reading: ScenarioReading): void => {
  const told = new Set<string>();
  for (const [strategy, { of }] of Object.entries(scenario.strategies)) {
    const first = new Map<string, Effect>();
    for (const effect of effectsOf(scenario, of, "set")) {
      const other = first.get(effect.target);
      if (other && !told.has(effect.address))
        reportError(
          reading,
          effect.address,
          `In the strategy ${strategy}, ${effect.target} is set here and by ${other.address}.`,
          "Only one of them can hold: cut or raise instead, or keep them in strategies of their own.",
          "key",
        );
      if (other) told.add(effect.address);
      else first.set(effect.target, effect);
    }
  }
};

const checkTwiceCut = (scenario: Scenario, reading: ScenarioReading): void => {
  const told = new Set<string>();
  for (const { of } of Object.values(scenario.strategies)) {
    const cuts = new Map(effectsOf(scenario, of, "cut").map((effect) => [effect.target, effect]));
    for (const [name, { to, by }] of Object.entries(scenario.demand)) {
      if (!("each" in by)) continue;
      const first = cuts.get(`services.${by.each}`);
      const second = cuts.get(`services.${to}`) ?? cuts.get(`demand.${name}`);
      if (!first || !second || first === second || told.has(second.address)) continue;
      told.add(second.address);
      reportWarning(
        reading,
        second.address,
        `${to} already falls with ${by.each}, which is cut as well (${first.address}): counted twice?`,
        `Keep this cut only if ${to} falls by more than its share of the contacts that cause it.`,
      );
    }
  }
};
