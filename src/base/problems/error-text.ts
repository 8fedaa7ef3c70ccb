/**
 * What an error says. Anything can be thrown, also what has no text, so this never throws itself.
 * @example errorText(new Error("no such rule")) // => "no such rule"
 */
export const errorText = (error: unknown): string => {
  try {
    return error instanceof Error ? String(error.message) : String(error);
  } catch {
    return "an error without a text";
  }
};
