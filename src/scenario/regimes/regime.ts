import { didYouMean, mistake } from "../../base/problems/problem.js";
import { shareForm } from "../../funding/parameters.js";
import type { Regime } from "../../funding/regime.js";
import { publishedRegimes, standardRegimes } from "../../funding/regimes.js";
import type { RegimeSource } from "../define/scenario.js";
import { wordsOf } from "../names.js";
import { ruleOf } from "./rule-book.js";

/** What a pay rule counts if it counts no service: the money an agency spends. */
export const spending = "spending";

/** The regimes of a scenario as it writes them, by name. */
interface WrittenRegimes {
  readonly regimes: Readonly<Record<string, RegimeSource>>;
}

/** The regimes that every place knows, by name. */
const known: Readonly<Record<string, Regime>> = { ...standardRegimes, ...publishedRegimes };

/** The names of the regimes of the scenario; if it has none, of the regimes that every place knows. */
export const regimeNames = ({ regimes }: WrittenRegimes): readonly string[] =>
  Object.keys(regimes).length > 0 ? Object.keys(regimes) : Object.keys(standardRegimes);

/**
 * The names of regimes that are asked for, each once.
 * `all` means the regimes of the scenario and those that are compared where a scenario names none.
 * @throws ScenarioError if there is no regime of a name
 */
export const regimesNamed = (scenario: WrittenRegimes, names: readonly string[]): readonly string[] => {
  const all = [...Object.keys(scenario.regimes), ...Object.keys(standardRegimes)];
  const chosen = [...new Set(names.flatMap((name) => (name === "all" ? all : [name])))];
  for (const name of chosen) regimeNamed(scenario, name);
  return chosen;
};

/**
 * A regime by its name: one of the scenario, or one that every place knows.
 * @throws ScenarioError if there is none of that name
 */
export const regimeNamed = ({ regimes }: WrittenRegimes, name: string): Regime => {
  if (Object.hasOwn(regimes, name)) return regimeOf(regimes[name]);
  if (Object.hasOwn(known, name)) return known[name];
  const names = [...Object.keys(regimes), ...Object.keys(known)];
  const what = `There is no regime called ${name}. ${didYouMean(name, names)}`;
  throw mistake("options.regime", what);
};

/** The funding rules in force in a run; null if there are none. */
export const regimeInForce = ({
  regimes,
  inForce,
}: WrittenRegimes & { readonly inForce: string | Regime | null }): Regime | null =>
  typeof inForce === "string" ? regimeNamed({ regimes }, inForce) : inForce;

/** The name of a regime for readers: the name that the scenario gives it, or else the words of its key. */
export const regimeNameIn = ({ regimes }: WrittenRegimes, key: string): string =>
  (Object.hasOwn(regimes, key) ? regimes[key].name : undefined) ?? wordsOf(key);

/** Builds a regime from its written form. */
export const regimeOf = ({ decides, permit, finance, share, pay, yearEnd, allocate }: RegimeSource): Regime => ({
  decides,
  ...(permit && { permit: ruleOf("permit", permit) }),
  ...(finance && { finance: { rule: ruleOf("finance", finance), doer: finance.doer, counts: finance.counts } }),
  ...(share && { share: ruleOf("share", share) }),
  ...(pay && {
    pay: {
      rule: ruleOf("pay", pay),
      from: pay.from,
      to: pay.to,
      counts: pay.counts,
      spends: pay.spends,
      starts: pay.starts,
      reports: pay.reports,
    },
  }),
  ...(yearEnd && { yearEnd: ruleOf("yearEnd", yearEnd) }),
  ...(allocate && {
    allocate: {
      rule: ruleOf("allocate", allocate),
      ...(typeof allocate === "object"
        ? {
            cut: allocate.cut === undefined ? undefined : shareForm.parse(allocate.cut),
            people: allocate.people,
            need: allocate.need,
            resources: allocate.resources,
          }
        : {}),
    },
  }),
});
