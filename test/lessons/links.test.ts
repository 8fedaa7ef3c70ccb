import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { links } from "../../examples/links.js";

/** A map of neighbourhoods in a row: the name of the area of each, which changes at each cut. */
const areas = (size: number, cuts: readonly number[]): readonly string[] =>
  Array.from({ length: size }, (_, at) => `area ${cuts.filter((cut) => cut <= at).length}`);

const table = (maps: readonly (readonly string[])[]): string => {
  const rows = maps[0].map((_, at) => [`place ${at}`, ...maps.map((map) => map[at])].join(","));
  return [["place", ...maps.map((_, at) => `body ${at}`)].join(","), ...rows].join("\n");
};

// Counted by hand: 15 pairs of bodies, each of which meets in three areas; or in 3 + 3 − 1, where they share no cut.
test("six bodies with one map of three areas have 45 links, and 75 with the six maps of jigsaw", () => {
  expect(links(table(Array.from({ length: 6 }, () => areas(13, [4, 9]))))).toBe(45);
  expect(links(readFileSync("examples/jigsaw/maps.csv", "utf8"))).toBe(75);
});

// Each cut that one of them has begins a pair, and so does the start: u + v − 1, less the cuts that they share.
test.each([
  [[3], [5], 3],
  [[3, 6], [3, 8], 4],
  [[1, 2, 3], [], 4],
  [[2, 4, 6], [2, 4, 6], 4],
])("maps cut at %j and %j have %i links", (one, other, pairs) => {
  expect(links(table([areas(10, one), areas(10, other)]))).toBe(pairs);
});

test("a neighbourhood that a body does not serve makes no pair of it", () => {
  expect(links("place,council,police\nHill,West,\nMill,West,South")).toBe(1);
});

test("a row with a cell too few is refused with its line", () => {
  expect(() => links("place,council,police\nHill,West")).toThrow("Line 2 of the maps");
});
