import { describe, expect, test } from "vitest";
import { mean, sum } from "../../src/base/mathematics/statistics.js";
import { type Simulation, simulateUnchecked as simulate } from "../../src/engine/simulate.js";
import { ledger } from "../../src/results/money/ledger.js";
import { type WhoSavesRow, whoSaves } from "../../src/results/money/who-saves.js";
import { isLevel } from "../../src/results/sums/parties.js";
import { figureOf } from "../../src/results/sums/sums.js";
import { countsAt } from "../../src/scenario/agencies/level.js";
import { columnsOf, largest } from "../support/columns.js";
import { law } from "../support/law.js";
import { example, read } from "../support/read.js";

const meanColumns = [
  "pays",
  "avoided",
  "cash",
  "freed",
  "backfilled",
  "idle",
  "cheaper",
  "transfers",
  "net",
  "netAvoided",
  "netCentral",
] as const satisfies readonly (keyof WhoSavesRow)[];

/** Checks that columns and rows of the results add up as they must. */
const checkSums = (simulation: Simulation): void => {
  const { agencies } = simulation.scenario;
  const rows = whoSaves(simulation);
  const rounding = 1e-10 * largest(columnsOf(simulation));
  const same = (actual: number, expected: number, of: string): void => {
    if (!(Math.abs(actual - expected) <= rounding)) expect.fail(`${of}: ${actual} is not ${expected}`);
  };

  for (const row of rows) {
    const of = `${row.strategy} ${row.agency || row.level}`;
    same(row.cash + row.idle + row.backfilled, row.avoided, `${of} cash + idle + backfilled = avoided`);
    same(row.cash + row.freed, row.avoided, `${of} cash + freed = avoided`);
    same(row.cash + row.cheaper - row.pays + row.transfers, row.net, `${of} net`);
    same(row.net + row.freed, row.netAvoided, `${of} netAvoided`);
    if (row.freed >= 0 && row.net > row.netAvoided + rounding) expect.fail(`${of}: net is above netAvoided`);
    same(row.makeWhole, Math.max(0, -row.net), `${of} make whole`);
    const { level } = row;
    if (!isLevel(level)) continue;
    const counted = rows.filter(
      (each) => each.strategy === row.strategy && each.level === "agency" && countsAt(level, agencies[each.agency]),
    );
    for (const column of meanColumns) same(row[column], sum(counted.map((each) => each[column])), `${of} ${column}`);
  }
  checkLedger(simulation, rows, same);
};

const checkLedger = (
  simulation: Simulation,
  rows: readonly WhoSavesRow[],
  same: (actual: number, expected: number, of: string) => void,
): void => {
  const { scenario, settings, drawn } = simulation;
  const lines = ledger(simulation);
  // The ledger leaves out lines of less than a millionth of a pound.
  const nearlySame = (actual: number, expected: number, of: string): void =>
    Math.abs(actual - expected) < 1e-4 ? undefined : same(actual, expected, of);
  for (const { strategy, agency, net } of rows.filter(({ level }) => level === "agency")) {
    const own = lines.filter((line) => line.strategy === strategy && line.agency === agency);
    nearlySame(sum(own.map((line) => line.presentPounds)), net, `the ledger of ${strategy} ${agency}`);
    for (let year = 1; year <= scenario.time.years; year++) {
      const index = settings.strategies.indexOf(strategy);
      const plain = mean(figureOf(drawn, index, "net", { agencies: [agency], year, money: "plain" }));
      const ofYear = own.filter((line) => line.year === year).map((line) => line.pounds);
      nearlySame(sum(ofYear), plain, `the ledger of ${strategy} ${agency} in year ${year}`);
    }
  }
  for (const strategy of settings.strategies)
    for (let year = 1; year <= scenario.time.years; year++) {
      const passed = lines.filter((line) => line.strategy === strategy && line.year === year);
      const between = passed.filter(({ kind }) => kind === "pays" || kind === "receives");
      nearlySame(sum(between.map((line) => line.pounds)), 0, `the payments of ${strategy} in year ${year}`);
    }
};

describe("results", () => {
  law("add up: cash, idle and backfilled to avoided, agencies to levels, ledger lines to net, payments to 0", (form) =>
    checkSums(simulate(read(form), { draws: 64 })),
  );

  test.each(["gritting/scenario.yaml", "fdac/scenario.yaml", "warm-homes/scenario.yaml"])("add up in %s", (file) =>
    checkSums(simulate(example(file), { draws: 64 })),
  );
});
