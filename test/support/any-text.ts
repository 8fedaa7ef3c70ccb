import fc from "fast-check";

/** Any character. `unit: "binary"` of fast-check lists all of Unicode first: it takes a second, and stays in memory. */
const character = fc
  .oneof(fc.integer({ min: 0, max: 0xd7ff }), fc.integer({ min: 0xe000, max: 0x10ffff }))
  .map((code) => String.fromCodePoint(code));

/** Text of any characters at all. */
export const anyText = (limits: { readonly maxLength?: number } = {}): fc.Arbitrary<string> =>
  fc.string({ unit: fc.oneof(character, fc.string({ minLength: 1, maxLength: 1 })), ...limits });
