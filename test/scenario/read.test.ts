import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import { gritting } from "../../examples/index.js";
import { didYouMean, nearestName, problemText } from "../../src/base/problems/problem.js";
import { numberMeant } from "../../src/quantity/number-meant.js";
import { readScenario } from "../../src/scenario/read.js";

const text = readFileSync("examples/warm-homes/scenario.yaml", "utf8");

describe("readScenario(data)", () => {
  test("reads what a JSON file was parsed to, and returns its problems with their addresses", () => {
    const data: object = JSON.parse(JSON.stringify(gritting.form));
    expect(readScenario(data, { files: gritting.files }).scenario?.title).toBe(gritting.title);
    const { scenario, problems } = readScenario({ ...data, title: 5 }, { files: gritting.files });
    expect(scenario).toBeUndefined();
    expect(problems.map(({ address }) => address)).toEqual(["title"]);
  });

  test.each([[undefined], [null], [5], [[]]])("takes no %s", (value) => {
    expect(readScenario(value as never).problems[0].what).toBe("A scenario is read from a text, or from an object.");
  });
});

test("says what it was given in place of data or of the texts of files", () => {
  const firstOf = (...given: Parameters<typeof readScenario>): string => readScenario(...given).problems[0].what;
  expect(firstOf(gritting)).toBe("This is a scenario: pass its .form, and its .files.");
  expect(firstOf(Buffer.from("title: x"))).toBe("These are bytes: read a scenario from their text.");
  expect(firstOf(readScenario(text))).toBe("This is what readScenario returns: pass what it was given.");
  expect(firstOf("<!doctype html>\n<html></html>")).toBe("This is a web page, not a scenario.");
  expect(firstOf(new Uint8Array(2))).toBe("These are bytes: read a scenario from their text.");
  expect(firstOf(Promise.resolve("title: x"))).toBe("This is a promise: await what it promises.");
  for (const file of [new Response("title: x"), new Blob(["title: x"])])
    expect(firstOf(file)).toBe("This is not yet a text: await its text().");
  expect(firstOf("title: x", { files: { "a.csv": 5 } } as never)).toBe("An entry of files is a text, not 5.");
  expect(firstOf("title: x", { set: new Map() } as never)).toBe("set is an object, not a Map or the like.");
});

describe("readScenario(text)", () => {
  test("reads the same from YAML, JSON, and either with the line ends or the mark of Windows", () => {
    const { scenario, problems } = readScenario(text);
    expect(problems).toEqual([]);
    const json = JSON.stringify(parse(text), null, "\t");
    for (const other of [json, text.replaceAll("\n", "\r\n"), `\uFEFF${text}`, `\uFEFF${json}`])
      expect(readScenario(other)).toEqual({ scenario, problems });
  });

  test("tells problems in the order of the text, at the same places whatever its line ends", () => {
    const wrong = text.replace(/kind: \w+/g, "kind: locl").replace(/cashable:/g, "cashabel:");
    const places = readScenario(wrong).problems.map(({ place }) => [place?.line ?? 0, place?.column ?? 0]);
    expect(places.length).toBeGreaterThan(3);
    expect(places).toEqual(places.toSorted(([a, b], [c, d]) => a - c || b - d));
    const windows = readScenario(wrong.replaceAll("\n", "\r\n"));
    expect(windows.problems).toEqual(readScenario(wrong).problems);
  });

  test("names the text as it is told to", () => {
    expect(readScenario("- a", { file: "places/camden.yaml" }).problems[0].place?.file).toBe("places/camden.yaml");
  });
});

describe("problemText(problem)", () => {
  test("fits a terminal of 80 columns, and leaves what has no spaces whole", () => {
    const problem = { severity: "error", address: `services.${"x".repeat(90)}`, what: "word ".repeat(40) } as const;
    const lines = problemText(problem).split("\n");
    expect(lines.slice(0, 2)).toEqual(["error:", `  services.${"x".repeat(90)}`]);
    expect(Math.max(...lines.slice(2).map(({ length }) => length))).toBeLessThanOrEqual(78);
  });

  test("gives a terminal nothing to obey", () => {
    const what = "There is no service called \u001b[2J\u202E.";
    expect(problemText({ severity: "error", address: "a", what })).toBe(
      "error: a\n  There is no service called \uFFFD[2J\uFFFD.",
    );
  });
});

describe("nearestName(name, candidates)", () => {
  test.each([
    ["hosptial", "hospital"], // two letters exchanged are one mistake
    ["kidn", "kind"],
    ["Council", "council"],
    ["nhs", undefined],
    ["z", undefined],
  ])("%s", (name, nearest) => expect(nearestName(name, ["council", "hospital", "kind", "t"])).toBe(nearest));

  test("where none is near, what there is is listed", () => {
    expect(didYouMean("xyz", [])).toBe("There are none.");
    expect(didYouMean("xyz", ["council"])).toBe("There is only council.");
    expect(didYouMean("xyz", ["council", "police", "hospital"])).toBe("There are council, police and hospital.");
  });
});

describe("numberMeant(text)", () => {
  test.each([
    ["£2,615", "2615"],
    ["1,250,000", "1250000"],
    ["20 000", "20000"],
    ["0,5", "0.5"],
    ["1.2m", "1200000"],
    ["£12k", "12000"],
    ["15 per cent", "15%"],
    ["0.4", undefined],
    ["1e6", undefined],
    ["2 a", undefined],
    ["effect", undefined],
  ])("%s", (written, meant) => expect(numberMeant(written)).toBe(meant));
});
