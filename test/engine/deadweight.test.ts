import { describe, expect } from "vitest";
import { simulate } from "../../src/engine/simulate.js";
import type { Effect } from "../../src/scenario/effect.js";
import type { Scenario } from "../../src/scenario/scenario.js";
import { fixedQuantity, mapInterventions, mapReadings } from "../support/change.js";
import { columnsOf, largest, mapColumns, sameBits } from "../support/columns.js";
import { law } from "../support/law.js";
import { read } from "../support/read.js";

const run = (scenario: Scenario) => columnsOf(simulate(scenario, { draws: 256 }));

/** Everything a scenario changes would have come anyway, to this share. */
const withDeadweight = (scenario: Scenario, share: number): Scenario =>
  mapInterventions(scenario, (each) => ({
    ...each,
    effects: each.effects.map((effect) => ({ ...effect, deadweight: fixedQuantity(`${effect.address}.dead`, share) })),
    lines: each.lines.map((line) =>
      line.kind === "pays" ? line : { ...line, deadweight: fixedQuantity(`${line.address}.dead`, share) },
    ),
  }));

/** Spending would carry the cost of an intervention into the demand that a formula makes of it. */
const unread = (scenario: Scenario, kinds = ["spend"]): Scenario => mapReadings(scenario, kinds, () => 0.7);

const isCut = ({ verb, target }: Effect): boolean => verb === "cut" && /^(services|demand)\./.test(target);

/** Only what cuts contacts, by no more than all of them. */
const onlyCuts = (scenario: Scenario): Scenario =>
  mapInterventions(unread(scenario, ["spend", "contacts", "people"]), (each) => ({
    ...each,
    lines: each.lines.filter(({ kind }) => kind !== "costsMore"),
    effects: each.effects.filter(isCut).map(({ profile, ...effect }) => ({
      ...effect,
      profile: { ...profile, byYear: profile.byYear?.map((share) => Math.min(1, share)) ?? null },
    })),
  }));

describe("deadweight", () => {
  law("of 1 leaves the contacts of business as usual, to the bit, and saves nothing", (form) => {
    const found = run(withDeadweight(unread(read(form)), 1));
    for (const [name, column] of found) {
      const usual = found.get(name.replace(/(activity|underWay): \w+,/, "$1: without,"));
      if (usual) expect(sameBits(column, usual), name).toBe(true);
      if (/ (avoided|cash|cheaper),/.test(name))
        expect(sameBits(column, new Float64Array(column.length)), name).toBe(true);
    }
  });

  law("that is larger never leaves more avoided by what only cuts contacts, in any year or draw", (form) => {
    const scenario = onlyCuts(read(form));
    const avoided = [0.1, 0.6].map((share) =>
      mapColumns(run(withDeadweight(scenario, share)), (column, name) =>
        name.includes(" avoided,") ? column : undefined,
      ),
    );
    const rounding = 1e-9 * largest(avoided[0]);
    for (const [name, less] of avoided[0]) {
      const rises = avoided[1].get(name)!.filter((each, draw) => each > less[draw] + rounding);
      expect([...rises], name).toEqual([]);
    }
  });
});
