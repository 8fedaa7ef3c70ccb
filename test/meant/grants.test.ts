import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { simulateUnchecked as simulate } from "../../src/engine/simulate.js";
import { cashByYear } from "../../src/results/money/cash-by-year.js";
import { ledger } from "../../src/results/money/ledger.js";
import { whoSaves } from "../../src/results/money/who-saves.js";
import { postings } from "../../src/results/rules/postings.js";
import { ballotsOf } from "../../src/results/rules/votes.js";
import { readScenario } from "../../src/scenario/read.js";
import { scenarioIn } from "../support/read.js";
import { meant } from "./meant.js";

const simulation = meant("grant");
const partyOf = (name: string, run = simulation) => whoSaves(run).find((row) => (row.agency || row.level) === name);

describe("a grant", () => {
  test("moves money and adds no spending", () => {
    expect(partyOf("council")).toMatchObject({ pays: 1_500_000, transfers: 250_000 });
    expect(partyOf("ministry")).toMatchObject({ pays: 0, transfers: -250_000, net: -250_000 });
    expect(partyOf("public")).toMatchObject({ pays: 1_500_000, transfers: 0 });
  });

  test("is in the ledger, in the cash of its year, and among the postings", () => {
    const moved = ledger(simulation).filter(({ address }) => address === "interventions.tenancies.grants.start");
    expect(moved.map(({ agency, kind, year, pounds }) => [agency, kind, year, pounds])).toEqual([
      ["ministry", "transfers", 1, -250_000],
      ["council", "transfers", 1, 250_000],
    ]);
    const council = cashByYear(simulation).filter(({ agency }) => agency === "council");
    expect(council.map(({ transfers }) => transfers)).toEqual([250_000, 0, 0]);
    expect(postings(simulation, "silo").map(({ family, pounds, says }) => [family, pounds, says])).toEqual([
      ["grant", 250_000, "£250,000.00 from Ministry to Council: a grant towards Tenancies."],
    ]);
  });

  test("of a share of a cost is that share in every year", () => {
    const [sum, share] = ["pounds: 250000, in: year 1", "share: 50%, of: workers"];
    const file = readFileSync("test/meant/grant.yaml", "utf8").replace(sum, share);
    const run = simulate(scenarioIn(readScenario(file)), { draws: 256 });
    expect(partyOf("council", run)).toMatchObject({ pays: 1_500_000, transfers: 750_000 });
  });

  test("counts for the agencies that decide", () => {
    const ballots = ballotsOf(simulation, ["silo"], { figure: "net" }).flatMap(({ votes }) => votes({}));
    const outlayOf = (party: string) => ballots.find((row) => row.party === party)?.outlay;
    expect([outlayOf("council"), outlayOf("ministry")]).toEqual([1_250_000, 250_000]);
  });
});
