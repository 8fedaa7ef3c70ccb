import fc from "fast-check";

export const names = ["council", "hospital", "police"];

const amount = fc.integer({ min: 0, max: 1_000_000 });
const account = (agency: string) =>
  fc.record({
    agency: fc.constant(agency),
    planned: amount,
    outturn: amount,
    pays: fc.oneof(fc.constant(0), amount),
    saves: fc.integer({ min: -200_000, max: 1_000_000 }),
  });

/** One to four years of the three agencies, at random. */
export const years = fc.array(
  fc.record({
    agencies: fc.tuple(...names.map(account)),
    outcomes: fc.integer({ min: 0, max: 40 }),
    quantity: fc.integer({ min: 0, max: 500 }),
  }),
  { minLength: 1, maxLength: 4 },
);
