import { describe, expect, test } from "vitest";
import { simulateUnchecked as simulate } from "../../src/engine/simulate.js";
import { report } from "../../src/report/report.js";
import { appraisal } from "../../src/results/money/appraisal.js";
import { acceptability } from "../../src/results/uncertainty/acceptability.js";
import { bare, reaching } from "../support/bare.js";
import { read } from "../support/read.js";

const before = { per: "1 person", every: "year", comparison: "none" } as const;

/** Counted before and after with nobody to compare: 9 calls are 5, and a life year comes of each call that is left out. */
const counted = simulate(
  read(
    bare({
      services: {
        call: { unit: "call", cost: { council: { value: 100, low: 50, high: 200 } }, cashable: "100%" },
        lifeYear: { unit: "life year", worth: "society" },
      },
      demand: { years: { to: "lifeYear", contacts: 1, per: "everyone", every: "year" } },
      interventions: {
        plan: reaching({
          costs: { c: { pays: { council: 900 }, every: "year" } },
          effects: { e: { measured: before, counts: { call: "9 -> 5" } }, f: { raise: { lifeYear: "50%" } } },
        }),
      },
    }),
  ),
  { draws: 256 },
);

describe("an upper bound", () => {
  test("has no range about what is at most or at least so, and no chance, in the finding of any output", () => {
    for (const { name, finding } of report(counted, { show: ["all"] }).parts) {
      const text = finding.join(" ");
      expect(text, name).not.toMatch(/at (?:most|least) −?£[\d,.]+[mbn]*(?: of cash)? \(/);
      expect(text, name).not.toMatch(/ahead in|best in|cost in (?:no|every|fewer|more|\d)/);
    }
  });

  test("says the mean and the 95th percentile, each at most or at least", () => {
    const [{ finding }] = report(counted).parts;
    expect(finding.join(" ")).toMatch(
      /would lose at least £\d+ of cash on average, and (?:at least|gain at most) £\d+ at the 95th percentile\./,
    );
    expect(finding.join(" ")).toMatch(/At most [\d.]+ more life years, at best at £\d+ of cash each\./);
  });

  test("has no chance of paying back, and none of being best", () => {
    for (const row of appraisal(counted))
      expect(row).toMatchObject({ chance: null, neverPaysBack: null, neverPaysBackUndiscounted: null });
    for (const row of acceptability(counted, { willingnessToPay: [0, 100_000] })) expect(row.share).toBeNull();
  });
});
