import { expect, test } from "vitest";
import { simulateUnchecked as simulate } from "../../src/engine/simulate.js";
import { doubtNote } from "../../src/report/answer/notes.js";
import { assumptions } from "../../src/results/why/assumptions.js";
import { bare, reaching } from "../support/bare.js";
import { law } from "../support/law.js";
import { read } from "../support/read.js";

const agencies = { police: { name: "Police", kind: "local" as const, cashable: 1 } };
const once = { in: "year 1" };

const people = { population: 10, need: 1, engagement: 1, retention: 1, impact: 1 };

// By hand: £2,000 is saved. Two incidents at £500 are 1,000, ten outcomes of a chain at £35 are 350; 650 is in pounds.
const simulation = simulate(
  read(
    bare({
      money: { priceYear: "2002/03", discount: "none" },
      agencies,
      services: { incident: { unit: "incident", cost: { catalogue: "CR1.0", bears: { Police: "police" } } } },
      demand: { incidents: { to: "incident", contacts: 4, per: "everyone", every: "year" } },
      interventions: {
        wardens: reaching({
          costs: { team: { pays: { police: 900 }, ...once } },
          effects: {
            fewer: { cut: { incident: 0.5 } },
            reports: {
              chain: { ...people, fiscal: { catalogue: "pssru-2025.nurse", bears: { NHS: "police" } } },
              byYear: [0],
            },
            hours: { saves: { police: 650 }, ...once },
            advice: { chain: { ...people, fiscal: { police: 35 } } },
          },
        }),
      },
    }),
  ),
  { draws: 1 },
);

test("assumptions give the doubts about a unit cost, and the share of savings that it prices", () => {
  const rows = Object.fromEntries(
    assumptions(simulation).map(({ address, doubts, shareOfSavings }) => [address, [doubts, shareOfSavings]]),
  );
  expect(rows["services.incident.cost.police"]).toEqual([["rated red"], 0.5]);
  expect(rows["interventions.wardens.effects.hours.saves.police"]).toEqual([[], 0.325]);
  expect(rows["interventions.wardens.effects.advice.chain.fiscal.police"]).toEqual([[], 0.175]);
  expect(rows["interventions.wardens.effects.reports.chain.fiscal.police"]).toEqual([[], null]);
  expect(rows["interventions.wardens.costs.team.pays.police"]).toEqual([[], null]);
});

test("the answer gives the share of savings whose unit costs a reader might doubt", () => {
  expect(doubtNote(simulation, "wardens")).toEqual([
    "50% of the savings is priced at unit costs that are old, rated red, or of no known payer.",
  ]);
});

law("the shares of savings sum to 1, if there are savings", (form) => {
  const shares = assumptions(simulate(read(form), { draws: 2 })).flatMap(({ shareOfSavings }) => shareOfSavings ?? []);
  if (shares.length > 0) expect(shares.reduce((sum, share) => sum + share, 0)).toBeCloseTo(1, 9);
});
