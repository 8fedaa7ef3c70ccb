import { greaterManchester } from "./sources.js";
import type { UnitCost } from "./unit-cost.js";

const home = { priceYear: "2010/11", confidence: "amber", ...greaterManchester } as const;

/** Unit costs of losing a home, and of being without one. */
export const housing: readonly UnitCost[] = [
  {
    code: "HO1.0",
    what: "Eviction, complex",
    unit: "eviction",
    payers: { "Local authority or landlord": 5806, "Ministry of Justice": 174, "Local authority": 699.88 },
    ...home,
  },
  {
    code: "HO2.0",
    what: "Repossession, simple",
    unit: "repossession",
    payers: { "Local authority": 642, DWP: 48 },
    ...home,
  },
  {
    code: "HO3.0",
    what: "Homelessness application",
    unit: "application",
    payers: { "Ministry of Justice": 79.5, "Local authority": 1944.8, "Local authority or landlord": 477 },
    ...home,
  },
  { code: "HO4.0", what: "Hostel", unit: "week", payers: { "Local authority": 107.45 }, ...home },
  { code: "HO4.1", what: "Bed and breakfast", unit: "week", payers: { "Local authority": 334.95 }, ...home },
  { code: "HO5.0", what: "Homelessness prevented", unit: "scheme", payers: { "Local authority": 642 }, ...home },
  { code: "HO6.0", what: "Rough sleeper", unit: "year", payers: { "Local authority": 7900 }, ...home },
  {
    code: "HO7.0",
    what: "Housing Benefit, average award",
    unit: "week",
    payers: { DWP: 93 },
    priceYear: "2014/15",
    confidence: null,
    ...greaterManchester,
  },
];
