import type { RuleFacts, RuleSample } from "../../funding/named-rule.js";
import type { Rule } from "../../funding/rule.js";
import { parametersForm } from "../../scenario/regimes/rule-book.js";
import type { Verdict } from "./judge.js";
import { type ParameterValue, parametersAt, type Varied, variedOf } from "./varied.js";

/** A rule with some parameters, and what it does to the laws. */
export interface TriedRule<World, Outcome> {
  readonly values: readonly ParameterValue[];
  readonly rule: Rule<World, Outcome>;
  readonly verdict: Verdict;
}

/** Parameters that keep every law, and how far each of them may move while the others stand. */
export interface Kept {
  readonly values: readonly ParameterValue[];
  /** Of each: the lowest and the highest number, or each word, with which all values tried between keep. */
  readonly ranges: readonly (readonly ParameterValue[])[];
}

/** What was found out about a rule: the parameters that keep all laws, and all that were tried. */
export interface Searched<World, Outcome> {
  readonly varied: readonly Varied[];
  readonly kept: readonly Kept[];
  readonly tried: readonly TriedRule<World, Outcome>[];
}

/** Worlds per law for a first look at some parameters. What is reported as kept is tried in all of them. */
const glance = 50;

/** The most combinations of lowest, stated and highest values that are tried if no parameter alone will do. */
const mostCorners = 250;

/**
 * Looks for the parameters with which a rule keeps all laws: those of a sample, each of its parameters in turn from the
 * lowest to the highest, and, if none of those keeps them, combinations. Between a value that keeps them and one that
 * does not, the edge is found by bisection.
 */
export const searched = <World, Outcome>(
  facts: RuleFacts<Rule<World, Outcome>>,
  sample: RuleSample<Rule<World, Outcome>>,
  judge: (rule: Rule<World, Outcome>, runs: number) => Verdict,
  runs: number,
): Searched<World, Outcome> => {
  const form = parametersForm(facts);
  const parameters = form?.safeParse(sample.parameters).data;
  const varied = variedOf(form, parameters);
  const tried = new Map<string, TriedRule<World, Outcome>>();
  const ruleAt = (values: readonly ParameterValue[]) =>
    varied.length === 0 ? sample.rule : facts.vary?.(parametersAt(parameters, varied, values));
  const keeps = (values: readonly ParameterValue[], worlds = Math.min(glance, runs)): boolean => {
    const key = JSON.stringify(values);
    const before = tried.get(key);
    if (before !== undefined && (before.verdict !== "keeps" || worlds <= glance)) return before.verdict === "keeps";
    const rule = before?.rule ?? ruleAt(values);
    if (rule === undefined) return false;
    const verdict = judge(rule, worlds);
    tried.set(key, { values, rule, verdict });
    return verdict === "keeps";
  };
  const start = varied.map(({ start }) => start);
  const lines = [start, ...varied.flatMap(({ values }, at) => values.map((value) => start.with(at, value)))];
  const onLines = lines.filter((values) => keeps(values));
  const points =
    onLines.length > 0 || varied.length < 2 ? onLines : cornersOf(varied).filter((values) => keeps(values));
  const kept: Kept[] = [];
  for (const values of points) {
    if (kept.some((row) => covers(row, values)) || !keeps(values, runs)) continue;
    kept.push({
      values,
      ranges: varied.map((each, at) =>
        rangeAround(each, values[at], (value, worlds) => keeps(values.with(at, value), worlds), runs),
      ),
    });
  }
  return { varied, kept, tried: [...tried.values()] };
};

/** The values of a parameter around one that keeps the laws, as far as they keep them too. */
const rangeAround = (
  { values, between }: Varied,
  value: ParameterValue,
  keeps: (value: ParameterValue, worlds?: number) => boolean,
  runs: number,
): readonly ParameterValue[] => {
  if (typeof value === "string") return values.filter((word) => keeps(word, runs));
  const place = values.indexOf(value);
  const edge = (direction: 1 | -1): ParameterValue => {
    let [inside, at] = [place, place + direction];
    while (at >= 0 && at < values.length && keeps(values[at])) [inside, at] = [at, at + direction];
    let best = values[inside];
    let beyond = values[at];
    while (beyond !== undefined) {
      const middle = direction === 1 ? between(best, beyond) : between(beyond, best);
      if (middle === undefined) break;
      if (keeps(middle)) best = middle;
      else beyond = middle;
    }
    const inwards = [best, ...values.slice(...(direction === 1 ? [place, inside + 1] : [inside, place + 1]))];
    const sorted = inwards.sort((one, other) => direction * (Number(other) - Number(one)));
    return sorted.find((each) => keeps(each, runs)) ?? value;
  };
  return [edge(-1), edge(1)];
};

/** True if a row covers some values: at most one of them differs, and lies within its range. */
const covers = ({ values, ranges }: Kept, other: readonly ParameterValue[]): boolean => {
  const [at, ...more] = values.flatMap((value, place) => (value === other[place] ? [] : [place]));
  if (at === undefined || more.length > 0) return at === undefined;
  const [value, range] = [other[at], ranges[at]];
  if (typeof value === "string") return range.includes(value);
  return value >= Number(range[0]) && value <= Number(range[range.length - 1]);
};

/** Every combination of the lowest, the stated and the highest value of each parameter, up to a number of them. */
const cornersOf = (varied: readonly Varied[]): readonly (readonly ParameterValue[])[] => {
  let corners: readonly (readonly ParameterValue[])[] = [[]];
  for (const { values, start } of varied) {
    const some = [...new Set([values[0], start, values[values.length - 1]])];
    corners = corners.flatMap((corner) => some.map((value) => [...corner, value]));
  }
  return corners.slice(0, mostCorners);
};
