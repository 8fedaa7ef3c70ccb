import { expect, test } from "vitest";
import { simulateUnchecked as simulate } from "../../src/engine/simulate.js";
import { movesNotes } from "../../src/report/outputs/rules/moves.js";
import { decide, votes } from "../../src/results/rules/decide.js";
import { settle } from "../../src/results/rules/settle.js";
import { dealScenario } from "../support/regimes.js";

const names = ["silo", "gain-share", "voluntary-partnership", "treasury-pays"];

/** A council pays £100,000 once; in half of the draws, a hospital saves £80,000 in each of two years, otherwise nothing. */
const simulation = simulate(dealScenario({ cost: 100_000, saves: { hospital: 80_000 }, years: 2, success: 0.5 }), {
  draws: 64,
});

test("in half of the draws there is no gain, so a share rule moves nothing in them", () => {
  const rows = decide(simulation, names);
  // The hospital's mean saving in a year ÷ £80,000 is the share of draws in which it saves anything.
  const saved = settle(simulation, "silo").find(({ party }) => party === "hospital")?.netBeforeRules ?? 0;
  const part = 1 - saved / 80_000;
  expect(Math.abs(part - 0.5)).toBeLessThan(0.1);
  const moves = rows.map(({ regime, unmovedDraws, unmovedLosses, unmovedYears }) => ({
    regime,
    unmovedDraws,
    unmovedLosses,
    unmovedYears,
  }));
  expect(moves).toEqual([
    // Silo has no rule.
    { regime: "silo", unmovedDraws: null, unmovedLosses: 0, unmovedYears: 2 },
    // The council pays alone for what is lost. Else it is repaid in both years, as far as the savings of each reach.
    { regime: "gain-share", unmovedDraws: part, unmovedLosses: part, unmovedYears: 0 },
    { regime: "voluntary-partnership", unmovedDraws: part, unmovedLosses: part, unmovedYears: 0 },
    // The treasury pays in the first year, whatever comes of it.
    { regime: "treasury-pays", unmovedDraws: 0, unmovedLosses: 0, unmovedYears: 1 },
  ]);
  const same = ({ regime, unmovedDraws, unmovedLosses, unmovedYears }: (typeof moves)[number]) =>
    moves.some(
      (other) => JSON.stringify(other) === JSON.stringify({ regime, unmovedDraws, unmovedLosses, unmovedYears }),
    );
  expect(votes(simulation, names).every(same)).toBe(true);
  expect(names.flatMap((name) => settle(simulation, name)).every(same)).toBe(true);
  expect(movesNotes(rows)).toEqual([
    `gain-share and voluntary-partnership move nothing in ${Math.round(part * 100)}% of draws: there is no gain to share.`,
  ]);
});

test("a regime that moves nothing for another reason than a loss is not named", () => {
  // The council pays and saves alone, so there is a gain and nobody to share it with.
  const own = simulate(dealScenario({ cost: 100, saves: { council: 150 } }), { draws: 4 });
  const rows = decide(own, ["gain-share"]);
  expect(rows).toMatchObject([{ unmovedDraws: 1, unmovedLosses: 0, unmovedYears: 1 }]);
  expect(movesNotes(rows)).toEqual([]);
  const lost = decide(simulate(dealScenario({ cost: 100, saves: { hospital: 0 } }), { draws: 4 }), ["gain-share"]);
  expect(movesNotes(lost)).toEqual(["gain-share moves nothing: there is no gain to share."]);
});
