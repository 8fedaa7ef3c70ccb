import fc from "fast-check";
import { expect } from "vitest";
import { sum } from "../../../src/base/mathematics/statistics.js";
import { keysOf } from "../../../src/base/records.js";
import { falling } from "../../../src/report/charts/bars.js";
import { type Drawing, svgOf } from "../../../src/report/charts/drawing.js";
import { type Flow, flowChart } from "../../../src/report/charts/flows.js";
import { gridChart } from "../../../src/report/charts/grid.js";
import { signs } from "../../../src/report/charts/style.js";
import { charts, outputs, type Report, type TableColumn } from "../../../src/report/index.js";
import { type Cell, isText } from "../../../src/report/numbers.js";
import { lawOf } from "../../support/law.js";
import { clashes } from "./boxes.js";

// No text touches another, and sums are kept, whatever a table has.

const names = fc.constantFrom(
  ...["NHS", "The council", "Oldham Clinical Commissioning Group", "<script>alert(1)</script>", "=cmd()|'/C calc'!A0"],
  ...["\u202egnp.exe", "\u001b[31mred", "🚒 fire & rescue", "W".repeat(200), "a ".repeat(100)],
);

const sizes = fc.oneof(
  fc.double({ min: -1e9, max: 1e9, noNaN: true }),
  fc.double({ min: -1, max: 1, noNaN: true }),
  fc.constant(0),
);

/** What some columns hold that pictures ask about, by key. */
const known: Readonly<Record<string, fc.Arbitrary<Cell>>> = {
  level: fc.constantFrom("agency", "agency", "body", "society"),
  outcome: fc.constantFrom("yes", "no", "indifferent"),
  deal: fc.constantFrom("agreed", "not needed", "none"),
  status: fc.constantFrom("frontier", "dominated", "extended", "reading"),
  label: fc.constantFrom("2025/26", "2026/27", "2035/36"),
  year: fc.integer({ min: 1, max: 12 }),
};

const cellOf = ({ key, print }: TableColumn): fc.Arbitrary<Cell> => {
  if (Object.hasOwn(known, key)) return known[key];
  if (isText(print)) return names;
  if (print === "yesNo" || print === "mark") return fc.boolean();
  return print === "share" ? fc.double({ min: 0, max: 1, noNaN: true }) : sizes;
};

const pictured = [
  ...([
    "who-saves",
    "cost-shifts",
    "decide",
    "deal",
    "waiting",
    "contacts-per-person",
    "cash",
    "cash-by-year",
  ] as const),
  ...(["budget-gap", "concentration", "cost-effectiveness", "acceptability", "sensitivity"] as const),
];

/** A report of one output whose table is random. */
const reports: fc.Arbitrary<Report> = fc.constantFrom(...pictured).chain((name) => {
  const { columns, title } = outputs[name];
  return fc.array(fc.tuple(...columns.map(cellOf)), { minLength: 1, maxLength: 15 }).map((rows) => ({
    ...{ title: "", question: "", context: "", settings: {}, labels: {}, references: [] },
    parts: [{ name, title, finding: [], before: [], table: { columns, rows }, after: [] }],
  }));
});

lawOf(
  "no text of a picture touches another or leaves it, at 360 and at 1,200 pixels",
  reports,
  (report) => {
    for (const { svg, name } of charts(report))
      for (const width of [360, 1200]) {
        expect(svg(width)).not.toMatch(/NaN|undefined|Infinity|\p{Cc}|\u202e|<script/u);
        expect(clashes(svg(width)), name).toEqual([]);
      }
  },
  25,
);

const drawnBy = (draw: (width: number) => readonly Drawing[]): readonly string[] =>
  [360, 1200].map((width) => svgOf({ name: "x", title: "X", describe: "X" }, width, draw));

const flows: fc.Arbitrary<readonly Flow[]> = fc.array(
  fc.record({
    from: names,
    to: names,
    size: fc.double({ min: 0.01, max: 1e9, noNaN: true }),
    text: fc.constant("£1.23m"),
    mark: fc.constantFrom("saved" as const, "spent" as const),
  }),
  { minLength: 1, maxLength: 30 },
);

lawOf(
  "what leaves the left of flows arrives on the right",
  flows,
  (all) => {
    const columns = ["who pays", "who saves"] as const;
    for (const svg of drawnBy((width) => flowChart([{ heading: "", columns, stages: [all], none: "" }], width))) {
      expect(clashes(svg)).toEqual([]);
      expect(columnsIn(svg)).toHaveLength(2);
      for (const height of columnsIn(svg)) expect(Math.abs(height - 220)).toBeLessThanOrEqual(2);
    }
  },
  20,
);

/** The height of all nodes of each column of flows, in pixels with one decimal each. */
const columnsIn = (svg: string): readonly number[] => {
  const nodes = [...svg.matchAll(/<rect x="([\d.]+)" y="[\d.]+" width="8" height="([\d.]+)"/g)];
  return [...new Set(nodes.map(([, x]) => x))].map((x) =>
    sum(nodes.filter((node) => node[1] === x).map(([, , height]) => Number(height))),
  );
};

lawOf(
  "as much is paid and gained as is saved and lost, for every payer",
  fc.array(fc.tuple(fc.constantFrom("a", "b", "c"), names, fc.double({ min: -1e6, max: 1e6, noNaN: true })), {
    minLength: 1,
    maxLength: 12,
  }),
  (shifts) => {
    const { columns, title } = outputs["cost-shifts"];
    const rows = shifts.map(([payer, saver, pounds]) => {
      const known: Readonly<Record<string, Cell>> = {
        strategy: "s",
        level: "agency",
        payer,
        saver,
        pounds,
        pays: 1000,
      };
      return columns.map(({ key }) => known[key] ?? null);
    });
    const [{ svg }] = charts({
      ...{ title: "", question: "", context: "", settings: {}, labels: {}, references: [] },
      parts: [{ name: "cost-shifts", title, finding: [], before: [], table: { columns, rows }, after: [] }],
    });
    for (const width of [360, 1200]) {
      expect(clashes(svg(width))).toEqual([]);
      const sizes = columnsIn(svg(width));
      expect([0, 3]).toContain(sizes.length);
      for (const height of sizes) expect(Math.abs(height - 220)).toBeLessThanOrEqual(2);
    }
  },
  20,
);

lawOf(
  "the bars of a fall start where the one before ends, and end at 0 if they sum to the whole",
  fc.tuple(sizes, sizes, sizes),
  ([backfilled, idle, cash]) => {
    const parts = [
      ["backfilled", backfilled],
      ["idle", idle],
      ["cash", cash],
    ] as const;
    const bars = falling(["avoided", backfilled + idle + cash], parts);
    for (const [at, { from, lane }] of bars.entries()) {
      expect(from).toBe(at === 0 ? 0 : bars[at - 1].to);
      expect(lane).toBe(at);
    }
    if (bars.length > 0) expect(Math.abs(bars[bars.length - 1].to)).toBeLessThan(0.03); // parts below a penny are left out
  },
  100,
);

lawOf(
  "every cell of a grid has one sign, and names keep apart",
  fc.tuple(fc.array(names, { minLength: 1, maxLength: 40 }), fc.array(names, { minLength: 1, maxLength: 12 })),
  ([columns, labels]) => {
    const all = keysOf(signs);
    const rows = labels.map((label, row) => ({
      label,
      figures: "",
      cells: columns.map((_, at) => all[(row + at) % all.length]),
    }));
    const words = { full: "yes", cross: "no", half: "a tie", dash: "untested", open: "untried" };
    for (const svg of drawnBy((width) => gridChart([{ heading: "", columns, rows }], words, width))) {
      expect(clashes(svg)).toEqual([]);
      const drawn = [...svg.matchAll(/ d="((?:M[\d.]+ [\d.]+m[^M"]+)+)"/g)].flatMap(([, d]) => d.match(/M/g) ?? []);
      const inLegend = new Set(rows.flatMap(({ cells }) => cells)).size;
      expect(drawn.length - inLegend).toBe(columns.length * labels.length);
    }
  },
  20,
);
