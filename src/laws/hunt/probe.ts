import fc from "fast-check";
import { largestOf } from "../../base/mathematics/largest.js";
import { outsiders, type Rule } from "../../funding/rule.js";
import type { Family, Field } from "../family.js";
import { allNumbers, fieldOf, type Leaf, leavesOf, withValueAt } from "../plain.js";

/** How hard to look: at most this many worlds are probed, and this many points of the rule are kept. */
const mostProbed = 10;
const mostKept = 60;

/** The largest change of an answer, in pence, that is no bend: rounding. */
const straight = 3;

/** A bend or a jump of the answer: the world just before it and just after it, and how sharp it is. */
interface Bend<World> {
  readonly worlds: readonly World[];
  readonly sharpness: number;
}

/**
 * Worlds of a rule's own size: those around which its answer bends or jumps, and those with the names and numbers of
 * its own text. Each number of some worlds is moved from the least to the most that it may be, in equal ratios; where
 * the answer does not follow a straight line, the bend is found by bisection.
 * @param text the rule's own text, whose names and numbers may matter to it
 * @param runs how many worlds are to be tried: few need fewer of these
 */
export const tellingWorlds = <World, Outcome>(
  rule: Rule<World, Outcome>,
  family: Family<World>,
  text: string,
  runs: number,
): readonly World[] => {
  const probed = Math.min(mostProbed, Math.ceil(runs / 30));
  const bases = fc.sample(family.worlds.random, { numRuns: probed, seed: 7 });
  /** What the rule answers, in numbers. It may spoil the world, so it is given one of its own. */
  const answerTo = (world: World): readonly number[] | undefined => {
    try {
      const answer = rule(world);
      if (family.wrongIn(world, answer) !== undefined) return undefined;
      return allNumbers(answer);
    } catch {
      return undefined;
    }
  };
  const bends = bases.flatMap((base) => bendsAround(base, family, answerTo));
  const sharpest = [...bends].sort((one, other) => other.sharpness - one.sharpness).slice(0, mostKept);
  const has = (world: World): boolean => family.worlds.has?.(world) ?? true;
  return [...sharpest.flatMap(({ worlds }) => worlds), ...worldsOfText(bases, family, text)].filter(has);
};

type AnswerTo<World> = (world: World) => readonly number[] | undefined;

const bendsAround = <World>(
  base: World,
  { fields }: Family<World>,
  answerTo: AnswerTo<World>,
): readonly Bend<World>[] =>
  probedLeaves(leavesOf(base), fields).flatMap(({ leaf, field }) => {
    const worldAt = (value: number): World => withValueAt(base, leaf.keys, value);
    const at = (value: number) => answerTo(worldAt(value));
    const ladder = ladderOf(field).map((value): Point => ({ value, answer: at(value) }));
    // Every second rung begins a stretch whose middle is the next one: any bend within shows there.
    return ladder.flatMap((_, rung): readonly Bend<World>[] => {
      const points = rung % 2 === 0 ? ladder.slice(rung, rung + 3) : [];
      const found = points.length < 2 ? undefined : bendAmong(points, at, field);
      if (found === undefined) return [];
      const { low, middle, high, sharpness } = found;
      return [{ worlds: [low, middle, high].map(worldAt), sharpness }];
    });
  });

/** The leaves to probe: of each field the first two and the last. */
const probedLeaves = (leaves: readonly Leaf[], fields: Readonly<Record<string, Field>>) =>
  Object.entries(fields).flatMap(([name, field]) => {
    const all = leaves.filter(({ keys }) => fieldOf(keys) === name);
    return [...new Set([...all.slice(0, 1), ...all.slice(-1)])].map((leaf) => ({ leaf, field }));
  });

/** Points from the least to the most that a field may be: in equal ratios, or every year. */
const ladderOf = ({ unit, least, most }: Field): readonly number[] => {
  if (unit === "year") return Array.from({ length: most - least + 1 }, (_, at) => least + at);
  const points: number[] = [0];
  for (let point = unit === "need" ? 0.125 : 1; point <= most; point *= 4) points.push(point);
  return points.filter((point) => point >= least);
};

interface Point {
  readonly value: number;
  readonly answer: readonly number[] | undefined;
}

/** How far the answer at a point between two others is from the straight line between them, in pence. */
const awayFromLine = (low: Point, middle: Point, high: Point): number => {
  const answers = [low.answer, middle.answer, high.answer];
  const [first, between, last] = answers;
  if (first === undefined || between === undefined || last === undefined)
    return answers.every((answer) => answer === undefined) ? 0 : Number.POSITIVE_INFINITY;
  if (first.length !== between.length || first.length !== last.length) return Number.POSITIVE_INFINITY;
  const share = (middle.value - low.value) / (high.value - low.value);
  return largestOf(first.map((pence, at) => Math.abs(between[at] - pence - share * (last[at] - pence))));
};

/** After this number of steps a smooth curve is so straight that the search leaves it. */
const smoothAfter = 6;

/** How much straighter a curve must be by then: between 2 and 4 times in each step. */
const smoothShrinks = 512;

/**
 * The bend or jump among two points and one between them, by bisection to the penny. As its parts get shorter, a smooth
 * curve gets straight four times as fast; at a bend, only twice as fast.
 */
const bendAmong = (
  [from, via, to]: readonly Point[],
  at: (value: number) => readonly number[] | undefined,
  { unit }: Field,
) => {
  const nearest = unit === "need" ? 1e-3 : 1;
  const between = (one: Point, other: Point): Point => {
    const half = (one.value + other.value) / 2;
    const value = unit === "need" ? half : Math.floor(half);
    return { value, answer: at(value) };
  };
  let [low, middle, high] = to === undefined ? [from, between(from, via), via] : [from, via, to];
  const first = awayFromLine(low, middle, high);
  let away = first;
  for (let step = 1; away > straight && high.value - low.value > 2 * nearest; step++) {
    const [left, right] = [between(low, middle), between(middle, high)];
    const [awayLeft, awayRight] = [awayFromLine(low, left, middle), awayFromLine(middle, right, high)];
    if (Math.max(awayLeft, awayRight) <= straight) break;
    if (awayLeft >= awayRight) [high, middle, away] = [middle, left, awayLeft];
    else [low, middle, away] = [middle, right, awayRight];
    if (step === smoothAfter && away < first / smoothShrinks) return undefined;
  }
  if (!(away > straight)) return undefined;
  const sharpness = Math.min(away, 1e15) / (high.value - low.value);
  return { low: low.value, middle: middle.value, high: high.value, sharpness };
};

/** The names in quotes in a text. */
const namesIn = (text: string): readonly string[] =>
  [...new Set([...text.matchAll(/["'`]([A-Za-z][\w -]{1,24})["'`]/g)].map(([, name]) => name))]
    .filter((name) => !outsiders.some((outsider) => outsider === name))
    .slice(0, mostOfText);

const numbersIn = (text: string): readonly number[] => {
  const found = [...text.matchAll(/(?<![\w.])\d[\d_]*(\.\d+)?/g)].map(([number]) => Number(number.replaceAll("_", "")));
  return [...new Set(found)].filter((number) => number > 2).slice(0, mostOfText);
};

const mostOfText = 12;

/** The names of fields that hold a name. */
const named = ["agency", "doer", "purpose", "person"];

/** Worlds with the names and numbers of a text, each in turn. */
const worldsOfText = <World>(bases: readonly World[], { fields }: Family<World>, text: string): readonly World[] => {
  const renamed = namesIn(text).flatMap((name) =>
    bases.slice(0, 4).flatMap((base) =>
      named.flatMap((field) => {
        const [leaf] = leavesOf(base).filter(({ keys }) => fieldOf(keys) === field);
        return leaf === undefined ? [] : [withValueAt(base, leaf.keys, name)];
      }),
    ),
  );
  const resized = numbersIn(text).flatMap((number) =>
    bases
      .slice(0, 3)
      .flatMap((base) =>
        probedLeaves(leavesOf(base), fields).flatMap(({ leaf, field: { least, most } }) =>
          [number - 1, number, number + 1]
            .filter((value) => value >= least && value <= most)
            .map((value) => withValueAt(base, leaf.keys, value)),
        ),
      ),
  );
  return [...renamed, ...resized];
};
