import { didYouMean, listed, nearestName } from "../../base/problems/problem.js";
import { reportError, reportWarning } from "../../quantity/context.js";
import { causeAddress, keysOfAddress, lastKeyOf, moveAddress, serviceAddress } from "../address.js";
import type { ScenarioContext } from "../context.js";
import type { Effect } from "../interventions/change.js";
import { profileLengths } from "../interventions/timing.js";
import { valueAt } from "../issues/value.js";
import { statesIn } from "../people/moves.js";
import { quantitiesOf, quantitiesToActOn } from "../quantities.js";
import type { Scenario } from "../scenario.js";

/** Reports unknown targets, effects on services without contacts, numbers set twice, and cuts that count twice. */
export const checkEffects = (scenario: Scenario, context: ScenarioContext): void => {
  checkTargets(scenario, context);
  checkVisited(scenario, context);
  checkTwoSets(scenario, context);
  checkTwiceCut(scenario, context);
};

const checkTargets = (scenario: Scenario, context: ScenarioContext): void => {
  const services = Object.keys(scenario.services);
  const all = quantitiesOf(scenario);
  const numbers = quantitiesToActOn(scenario);
  const targets = new Set([...numbers.keys(), ...services.map(serviceAddress)]);
  for (const [name, { effects }] of Object.entries(scenario.interventions))
    for (const { address, target } of effects) {
      if (targets.has(target) || isUnreadMove(target, targets, context)) continue;
      if (isLengthIn(scenario.form, target)) {
        reportLength(target, address, context);
        continue;
      }
      if (all.has(target)) {
        reportUntouchable(target, address, context);
        continue;
      }
      const others = Object.entries(scenario.interventions).filter(([other]) => other !== name);
      const choices = quantitiesToActOn({ ...scenario, interventions: Object.fromEntries(others) });
      reportError(
        context,
        address,
        `There is no number at ${target}. ${meant(target, [...services, ...[...choices.keys()].sort()])}`,
        "Name a service, or the address of a number: its path in this file.",
        "key",
      );
    }
};

/** True if an address is that of a length of time, as of a line or an effect, that the file writes. */
const isLengthIn = (form: Scenario["form"], target: string): boolean =>
  profileLengths.includes(lastKeyOf(target)) && valueAt(form, keysOfAddress(target)) !== undefined;

const reportLength = (target: string, address: string, context: ScenarioContext): void =>
  reportError(
    context,
    address,
    `No effect can act on ${target} itself.`,
    `Name it: write ${lastKeyOf(target)}: lasts there and quantities: { lasts: … }, and act on quantities.lasts.`,
    "key",
  );

const reportUntouchable = (target: string, address: string, context: ScenarioContext): void =>
  reportError(
    context,
    address,
    `No effect can act on ${target}.`,
    "Act on a service, or on a cost, a capacity, a cause of contacts, a move or a named quantity.",
    "key",
  );

/** True if a target is a move that the scenario writes, but that could not be read: the move itself is reported. */
const isUnreadMove = (target: string, targets: ReadonlySet<string>, { cohorts }: ScenarioContext): boolean => {
  const [section, cohort = "", part, key = ""] = keysOfAddress(target);
  if (section !== "cohorts" || part !== "moves") return false;
  const unread = (cohorts.get(cohort)?.moves ?? []).filter((move) => !targets.has(moveAddress(cohort, move)));
  return unread.some((move) => statesIn(move).join() === statesIn(key).join());
};

/** Warns of effects on services that no cause brings contacts to. If a cause could not be read, that is unknown. */
const checkVisited = (scenario: Scenario, context: ScenarioContext): void => {
  const causes = Object.entries(scenario.demand);
  if (context.causes.some((name) => !Object.hasOwn(scenario.demand, name))) return;
  const visited = new Set(causes.filter(([, { isLatent }]) => !isLatent).map(([, { to }]) => to));
  const unvisited = Object.keys(scenario.services).filter((name) => !visited.has(name));
  for (const { address, target } of Object.values(scenario.interventions).flatMap(({ effects }) => effects)) {
    const service = unvisited.find((name) => target === serviceAddress(name));
    if (service === undefined) continue;
    const latent = causes.filter(([, { to }]) => to === service).map(([name]) => causeAddress(name));
    reportWarning(
      context,
      address,
      latent.length === 0
        ? `No cause brings contacts to ${service}, so this effect changes nothing.`
        : `Contacts at ${service} are called in when there is room (priority: last), so this effect changes nothing.`,
      latent.length === 0
        ? "Write under demand what brings them."
        : `Act on what brings them: ${listed(latent, "or")}.`,
    );
  }
};

/** The address that was meant: one that ends in the name, or else the nearest. */
const meant = (name: string, known: readonly string[]): string => {
  const siblings = name.includes("->") ? [] : known.filter((address) => isBeside(address, name));
  const sibling = nearestName(lastKeyOf(name), siblings.map(lastKeyOf));
  if (sibling !== undefined) return `Did you mean ${siblings.find((address) => lastKeyOf(address) === sibling)}?`;
  if (siblings.length > 0) return didYouMean("", siblings);
  const ending = known.find((address) => endsIn(address, name)) ?? nearestName(name, known);
  if (ending !== undefined) return `Did you mean ${ending}?`;
  const nearest = nearestName(lastKeyOf(name), known.map(lastKeyOf));
  return nearest === undefined ? didYouMean(name, known) : meant(nearest, known);
};

/** True if two addresses differ in their last key alone. */
const isBeside = (address: string, name: string): boolean => {
  const [keys, other] = [keysOfAddress(address), keysOfAddress(name)];
  return keys.length > 1 && keys.slice(0, -1).join() === other.slice(0, -1).join();
};

/** True if an address has more keys than a name, and its last keys are those of the name. */
const endsIn = (address: string, name: string): boolean => {
  const [keys, ending] = [keysOfAddress(address), keysOfAddress(name)];
  return keys.length > ending.length && ending.every((key, index) => keys.at(index - ending.length) === key);
};

const effectsOf = ({ interventions }: Scenario, of: readonly string[], verb: Effect["verb"]): readonly Effect[] =>
  of.flatMap((name) => interventions[name].effects).filter((effect) => effect.verb === verb);

const checkTwoSets = (scenario: Scenario, context: ScenarioContext): void => {
  const reported = new Set<string>();
  for (const [strategy, { of }] of Object.entries(scenario.strategies)) {
    const first = new Map<string, Effect>();
    for (const effect of effectsOf(scenario, of, "set")) {
      const other = first.get(effect.target);
      if (other && !reported.has(effect.address))
        reportError(
          context,
          effect.address,
          `In the strategy ${strategy}, ${effect.target} is set here and by ${other.address}.`,
          "Use only one of them: cut or raise instead, or put them in different strategies.",
          "key",
        );
      if (other) reported.add(effect.address);
      else first.set(effect.target, effect);
    }
  }
};

const checkTwiceCut = (scenario: Scenario, context: ScenarioContext): void => {
  const reported = new Set<string>();
  for (const { of } of Object.values(scenario.strategies)) {
    const cuts = new Map(effectsOf(scenario, of, "cut").map((effect) => [effect.target, effect]));
    for (const [name, { to, by }] of Object.entries(scenario.demand)) {
      if (!("each" in by)) continue;
      const first = cuts.get(serviceAddress(by.each));
      const second = cuts.get(serviceAddress(to)) ?? cuts.get(causeAddress(name));
      if (!first || !second || first === second || reported.has(second.address)) continue;
      reported.add(second.address);
      reportWarning(
        context,
        second.address,
        `${to} already falls with ${by.each}, which is cut as well (${first.address}): counted twice?`,
        `Keep this cut only if ${to} falls by more than its share of the contacts that cause it.`,
      );
    }
  }
};
