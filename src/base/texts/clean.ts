/**
 * A text without characters that a terminal obeys: control characters, and marks of reading direction.
 * @example clean("\u001b[2Jred") // => "[2Jred"
 */
export const clean = (text: string): string =>
  text.replace(/[^\P{Cc}\n\t]|[\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu, "");
