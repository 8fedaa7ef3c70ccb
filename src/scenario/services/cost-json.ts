/**
 * A replacer for `JSON.stringify` that prints the costs of a service with the key of a scenario file: `shareOfRise` is
 * `rising` there. It leaves all other values as they are.
 */
export const costReplacer = (_key: string, value: unknown): unknown => {
  if (typeof value !== "object" || value === null || !("shareOfRise" in value)) return value;
  const parts = Object.entries(value);
  return Object.fromEntries(parts.map(([key, part]) => [key === "shareOfRise" ? "rising" : key, part]));
};
