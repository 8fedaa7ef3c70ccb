export const shared = {
  title: "Grit",
  question: "Who saves?",
  time: { start: "2025-10-01", years: 1, cycle: "week" },
  money: { priceYear: "2024/25", discount: "none" },
} as const;
export const agencies = {
  council: { name: "Council", kind: "local" },
  hospital: { name: "Hospital", kind: "local" },
} as const;
export const cohorts = { residents: { size: 220_000 } };

export const gritting = { reaches: "everyone" } as const;
export const bed = { unit: "night", cost: { hospital: 100 }, cashable: 1 } as const;
export const falls = { to: "bed", contacts: 1, per: "person", every: "year" } as const;
export const base = { ...shared, agencies, cohorts, interventions: { gritting }, services: { bed } } as const;
