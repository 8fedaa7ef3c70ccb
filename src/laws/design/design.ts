import { checkArgument, checkOptions, listOf, named, numberBetween } from "../../base/problems/options.js";
import { ScenarioError } from "../../base/problems/problem.js";
import { isLike } from "../../base/problems/readable.js";
import { type OutcomeOf, type RuleFamily, ruleFamilies, type WorldOf } from "../../funding/rule.js";
import { lawsByFamily, rulesByFamily } from "../by-family.js";
import type { Law } from "../law.js";
import { noSuchLaw } from "../laws.js";
import { isSame } from "../plain.js";
import { smallCover } from "./cover.js";
import { judgeOf } from "./judge.js";
import { searched } from "./search.js";
import { type Theorem, theoremsAbout } from "./theorems.js";
import type { ParameterValue, Varied } from "./varied.js";

/** How hard to look for rules that keep some laws. */
export interface DesignOptions {
  /** How many worlds per law a rule must keep the law in to be reported. Default: 500. */
  readonly runs?: number;
  /** The seed of the draws, a whole number. Default: 42. */
  readonly seed?: number;
}

/** A rule with parameters. */
export interface DesignedRule {
  /** Its name, as a scenario writes it. */
  readonly rule: string;
  /** The sample of the rule whose lists, names and wrapped rules it has, by its label in the matrix of laws. */
  readonly like: string;
  /** The parameters that were varied, by name: `losses.share`. */
  readonly parameters: Readonly<Record<string, ParameterValue>>;
}

/** A rule whose parameters keep all laws. */
export interface KeptRule extends DesignedRule {
  /**
   * How far each parameter may move while the others stand: the lowest and the highest number that keep the laws with
   * all numbers tried between; or each word that does.
   */
  readonly ranges: Readonly<Record<string, readonly ParameterValue[]>>;
}

/** A rule whose parameters break a law, and in which of the worlds. */
export interface BrokenRule extends DesignedRule {
  /** The id of the law that it breaks. */
  readonly law: string;
  /** The index in the list of worlds, from 0. */
  readonly world: number;
}

/** A world in which rules break a law. */
export interface BreakingWorld {
  /** The id of the law. */
  readonly law: string;
  /** The world in which it is broken. */
  readonly world: unknown;
  /** What was changed in the world, if the law compares two. */
  readonly change: unknown;
  /** What happens there under the rule that first broke the law. */
  readonly story: string;
}

/** Which of our rules, with which parameters, keep some laws. */
export interface Design {
  /** The family of the rules that were tried. */
  readonly family: RuleFamily;
  /** The ids of the laws that a rule had to keep. */
  readonly laws: readonly string[];
  /** The rules that keep them all. */
  readonly kept: readonly KeptRule[];
  /** Rules that break none of the laws, but do not test one of them, and why. */
  readonly untested: readonly (DesignedRule & { readonly law: string; readonly why: string })[];
  /** All others: each breaks a law in one of `worlds`. */
  readonly broken: readonly BrokenRule[];
  /** A small set of worlds that all the others break a law in. */
  readonly worlds: readonly BreakingWorld[];
  /** What is known of all rules that keep these laws, ours or not. */
  readonly theorems: readonly Theorem[];
  /** The number of worlds per law that each rule of `kept` was tried in. */
  readonly runs: number;
  /** The seed of the worlds drawn, a whole number. */
  readonly seed: number;
}

/**
 * Looks for the rules of ours, and their parameters, that keep some laws. Each parameter is varied from the lowest to
 * the highest: shares in tenths, amounts up to twice those of the sample; edges are found by bisection, to a percent.
 * What keeps the laws was tried in `runs` worlds per law, which is no proof.
 * @param keep the laws: ids of the family, or laws of your own
 * @returns the rules that keep them all; for the others a small set of worlds in which each breaks a law
 * @throws ScenarioError if the family has no such law; the message names the nearest id
 * @example
 * const { kept } = design("share", ["no-gold-plating", "nobody-loses", "boundaries-do-not-matter", "dummy"]);
 * kept.map(({ rule, ranges }) => [rule, ranges]) // => [["byBenefit", {}], ["blend", { theta: [1, 1] }]]
 */
export const design = <F extends RuleFamily>(
  family: F,
  keep: readonly (string | Law<WorldOf<F>, OutcomeOf<F>>)[],
  options: DesignOptions = {},
): Design => {
  checkDesign(family, keep, options);
  const { runs = 500, seed = 42 } = options;
  const laws = keep.map((law) => (typeof law === "string" ? known(family, law) : law));
  const judge = judgeOf(laws, seed);
  const bySample = rulesByFamily[family].flatMap((facts) =>
    facts.samples().map((sample) => {
      const { varied, kept, tried } = searched(facts, sample, judge.judge, runs);
      const designed = (values: readonly ParameterValue[]): DesignedRule => ({
        rule: facts.name,
        like: sample.label,
        parameters: byName(varied, values),
      });
      return {
        kept: kept.map(({ values, ranges }) => ({ ...designed(values), ranges: byName(varied, ranges) })),
        tried: tried.map(({ values, ...candidate }) => ({ ...candidate, designed: designed(values) })),
      };
    }),
  );
  const tried = bySample.flatMap((sample) => sample.tried);
  const failing = tried.filter(({ verdict }) => verdict === "breaks");
  const marks = failing.map(
    ({ rule }) => new Set(judge.known.flatMap((world, at) => (judge.isBrokenIn(rule, world) ? [at] : []))),
  );
  const cover = smallCover(marks);
  const kept = bySample.flatMap((sample) => sample.kept);
  return {
    family,
    laws: laws.map(({ id }) => id),
    kept: kept.filter((row, at) => !kept.slice(0, at).some((other) => isSame({ ...other, like: row.like }, row))),
    untested: tried.flatMap(({ verdict, designed }) =>
      typeof verdict === "string" ? [] : [{ ...designed, law: verdict.untested, why: verdict.why }],
    ),
    broken: failing.map(({ designed }, row) => {
      const world = cover.findIndex((at) => marks[row].has(at));
      return { ...designed, law: judge.known[cover[world]].law.id, world };
    }),
    worlds: cover.map((at) => {
      const { law, world, change, story } = judge.known[at];
      return { law: law.id, world, change, story };
    }),
    theorems: theoremsAbout(family, laws),
    runs,
    seed,
  };
};

/** Throws if an argument of `design` is none: plain JavaScript may pass any. */
const checkDesign = (family: unknown, keep: unknown, options: unknown): void => {
  checkArgument("family", family, named("family", ruleFamilies));
  checkArgument("keep", keep, (laws, option) =>
    Array.isArray(laws) && laws.length > 0
      ? listOf((law) => (typeof law === "string" || isLike(law, { broken: Function }) ? undefined : noLaws))(
          laws,
          option,
        )
      : noLaws,
  );
  checkOptions(options, {
    runs: numberBetween(1, 1e6, "whole number"),
    seed: numberBetween(0, Number.MAX_SAFE_INTEGER, "whole number"),
  });
};

const noLaws = "It is a list of one law or more: ids of the family, or laws of your own.";

const known = <F extends RuleFamily>(family: F, id: string): Law<WorldOf<F>, OutcomeOf<F>> => {
  const law = lawsByFamily[family].find((each) => each.id === id);
  if (law === undefined) throw new ScenarioError([noSuchLaw(family, id, `laws.${family}`)]);
  return law;
};

const byName = <Value>(varied: readonly Varied[], values: readonly Value[]): Readonly<Record<string, Value>> =>
  Object.fromEntries(varied.map(({ keys }, at) => [keys.join("."), values[at]]));
