import { beforeAll, describe, expect, test } from "vitest";
import { simulateUnchecked as simulate } from "../../../src/engine/simulate.js";
import { pictureRows } from "../../../src/report/charts/picture.js";
import { lineLooks, marks, signs } from "../../../src/report/charts/style.js";
import { type Chart, charts, report, toSvg } from "../../../src/report/index.js";
import { bare, reaching } from "../../support/bare.js";
import { exampleRun } from "../../support/example-run.js";
import { exampleFiles, read } from "../../support/read.js";
import { clashes, textBoxes } from "./boxes.js";

const pictured = [
  ...["who-saves", "cash", "cash-by-year", "budget-gap", "concentration", "acceptability"],
  ...["cost-effectiveness", "contacts-per-person", "waiting", "place-count"],
];

/** Those that run the engine many times, or try rules on each draw, are drawn for one example. */
const shownOf = (file: string): readonly string[] =>
  file.startsWith("gritting/scenario") ? [...pictured, "sensitivity", "cost-shifts", "decide", "deal"] : pictured;

/** The words of a picture in reading order. */
const wordsOf = (svg: string): string =>
  textBoxes(svg)
    .map(({ text }) => text)
    .join(" ");

describe.each(exampleFiles)("%s", { timeout: 60_000 }, (file) => {
  let all: readonly Chart[];
  beforeAll(() => {
    all = charts(report(exampleRun(file), { show: shownOf(file) }));
  }, 60_000);

  test.each([360, 1200])("no text touches another or leaves the picture at %s pixels", (width) => {
    for (const { name, svg } of all) expect(clashes(svg(width)), name).toEqual([]);
  });

  test("has a title, a description and only finite numbers", () => {
    for (const { name, svg } of all) {
      const text = svg(360);
      expect(text).toMatch(/<title id="[\w-]+">[^<]+<\/title><desc id="[\w-]+">[^<]+<\/desc>/);
      expect(text, name).not.toMatch(/NaN|undefined|Infinity|null|\[object/);
    }
  });

  test("has the figures of the table: what each party pays and gains", () => {
    const [{ table, svg }] = all;
    const drawn = wordsOf(svg(1200));
    for (const row of pictureRows(table))
      for (const key of ["net", "pays"]) if (Math.abs(row.number(key)) >= 0.005) expect(drawn).toContain(row.text(key));
  });
});

const council = { name: "Council", kind: "local", cashable: "100%" } as const;

/** A scenario of some agencies, the first of which pays for what the others save. */
const agenciesNamed = (...names: readonly string[]) => {
  const keys = names.map((_, at) => `agency${at}`);
  return read(
    bare({
      agencies: Object.fromEntries(keys.map((key, at) => [key, { ...council, name: names[at] }])),
      services: Object.fromEntries(
        keys.map((key, at) => [
          `service${at}`,
          {
            name: `Service of ${names[at]}`.slice(0, 190),
            unit: "visit",
            cost: { [key]: 100 * (at + 1) },
            cashable: "40%",
          },
        ]),
      ),
      demand: Object.fromEntries(
        keys.map((_, at) => [
          `demand${at}`,
          { to: `service${at}`, contacts: 5, per: "person" as const, every: "year" as const },
        ]),
      ),
      interventions: {
        help: reaching({
          costs: { work: { pays: { agency0: 500 }, every: "year" } },
          effects: Object.fromEntries(
            keys.map((_, at) => [
              `less${at}`,
              { cut: { [`service${at}`]: { value: "30%", low: "10%", high: "50%" } } },
            ]),
          ),
        }),
      },
    }),
  );
};

const pictureOf = (show: string, ...names: readonly string[]): Chart =>
  charts(report(simulate(agenciesNamed(...names), { draws: 64 }), { show: [show] }))[0];

const ofAgencies = [
  ...["who-saves", "cash", "cash-by-year", "sensitivity"],
  ...["cost-shifts", "contacts-per-person", "decide", "deal"],
];

test("a width that is none is refused", () => {
  const { svg, sheets } = pictureOf("who-saves", "Council", "Hospital");
  for (const width of [undefined, 0, Number.NaN, 319])
    for (const draw of [svg, sheets]) expect(() => draw(width as never)).toThrow("width is a number, 320 or more, not");
});

describe.each(ofAgencies)("%s", (show) => {
  test.each([1, 15])("is legible with %s agencies", (count) => {
    const { svg } = pictureOf(
      show,
      ...Array.from({ length: count }, (_, at) => `Agency number ${at + 1} of the county`),
    );
    for (const width of [320, 360, 1200]) expect(clashes(svg(width))).toEqual([]);
  });

  test("a hostile name is harmless and legible", () => {
    const hostile = [
      "<script>alert(1)</script>",
      '"onload="x',
      "=cmd()|'/C calc'!A0",
      "\u202egnp.exe",
      "\u001b[31mred",
      "🚒 fire & rescue",
      "W".repeat(180),
    ];
    for (const width of [360, 1200]) {
      const svg = pictureOf(show, ...hostile).svg(width);
      expect(svg.match(/<[a-z]+/g)?.filter((tag) => !/^<(svg|title|desc|g|rect|path|text)$/.test(tag))).toEqual([]);
      expect(svg).not.toMatch(/ on\w+="|\p{Cc}|\u202e|(?:href|src|style)=/u);
      expect(clashes(svg)).toEqual([]);
    }
  });

  test("says so if there is nothing to show", () => {
    const usual = read(bare({ interventions: {} }));
    const [{ svg, describe: words }] = charts(report(simulate(usual, { draws: 4 }), { show: [show] }));
    expect(words).toMatch(/^There is nothing to show/);
    expect(wordsOf(svg(360))).toMatch(
      /There is nothing to show: (there is no intervention to compare|people make no contacts)/,
    );
  });
});

test("charts(report) has none for an output without a picture, and toSvg says which have one", () => {
  const built = report(simulate(agenciesNamed("Council"), { draws: 4 }), { show: ["ledger"] });
  expect(charts(built)).toEqual([]);
  expect(() => toSvg(built)).toThrow(/There is no picture of ledger\.[\s\S]*who-saves, cost-shifts, decide/);
});

/** The lightness of a colour, CIE L* of its sRGB luminance: 0 is black, 100 is white. */
const lightness = (colour: string): number => {
  const [red, green, blue] = [1, 3, 5]
    .map((at) => Number.parseInt(colour.slice(at, at + 2), 16) / 255)
    .map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));
  return 116 * Math.cbrt(0.2126 * red + 0.7152 * green + 0.0722 * blue) - 16;
};

test("bars that stand side by side differ in grey, by 10 of lightness or more", () => {
  for (const side of [
    ["pays", "cash", "cheaper", "freed"],
    ["cash", "backfilled", "idle"],
    ["avoided", "backfilled", "idle"],
    ["low", "high"],
    ["without", "with"],
    ["saved", "spent"],
  ] as const) {
    const light = side.map((mark) => lightness(marks[mark].fill)).sort((a, b) => a - b);
    for (const [at, value] of light.slice(1).entries()) expect(value - light[at]).toBeGreaterThan(10);
  }
});

test("signs of a grid differ in outline, or one is hollow and the other is full", () => {
  const looks = Object.values(signs).map(({ shape, fill }) => `${shape} ${fill === "#ffffff" ? "hollow" : "full"}`);
  expect(new Set(looks).size).toBe(looks.length);
});

test("lines differ by their dashes alone", () => {
  expect(new Set(lineLooks.map(({ dash }) => dash)).size).toBe(lineLooks.length);
});
