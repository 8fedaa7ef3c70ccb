import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { keysAt, wordsAt } from "../../examples/playground/schema-offers.js";
import { placeAt } from "../../examples/playground/yaml-path.js";

const schema = JSON.parse(readFileSync("examples/scenario.schema.json", "utf8"));

test.each([
  ["tit", { path: [], key: undefined, written: "tit", taken: [] }],
  ["time:\n  start: 2026-01-01\n  cyc", { path: ["time"], key: undefined, written: "cyc", taken: ["start"] }],
  ["time:\n  cycle: mo", { path: ["time"], key: "cycle", written: "mo", taken: [] }],
  ["time: { years: 5, cycle: y", { path: ["time"], key: "cycle", written: "y", taken: ["years", "cycle"] }],
  ['agencies:\n  council: { name: "A {b", ki', { path: ["agencies", "council"], written: "ki", taken: ["name"] }],
  ["services:\n  bed:\n    cost: { hospital: 5 }\n    ", { path: ["services", "bed"], written: "", taken: ["cost"] }],
])("%j: the keys around the cursor, and what is written", (text, place) => {
  expect(placeAt(text)).toMatchObject(place);
});

const labels = (offers: readonly { readonly label: string }[]): readonly string[] => offers.map(({ label }) => label);

test("keys and words that fit come from the schema, with what they mean", () => {
  expect(labels(keysAt(schema, []))).toEqual(expect.arrayContaining(["title", "agencies", "interventions"]));
  expect(labels(keysAt(schema, ["agencies", "council"]))).toEqual(expect.arrayContaining(["name", "kind"]));
  expect(keysAt(schema, ["time"]).find(({ label }) => label === "years")?.info).toContain("model years");
  expect(labels(wordsAt(schema, ["time", "cycle"]))).toEqual(["day", "week", "month", "quarter", "year"]);
  expect(labels(wordsAt(schema, ["regimes", "mine", "share"]))).toContain("byBenefit");
});
