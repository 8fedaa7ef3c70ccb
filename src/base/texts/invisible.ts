const names: Readonly<Record<string, string>> = {
  "\u00A0": "no-break space",
  "\u00AD": "soft hyphen",
  "\u2007": "figure space",
  "\u2009": "thin space",
  "\u200B": "zero-width space",
  "\u200C": "zero-width non-joiner",
  "\u200D": "zero-width joiner",
  "\u200E": "left-to-right mark",
  "\u200F": "right-to-left mark",
  "\u202F": "narrow no-break space",
  "\u2060": "word joiner",
  "\u3000": "ideographic space",
  "\uFEFF": "byte order mark",
};

/** A character that looks like a space or like nothing: in text from a web page, a document or a PDF. */
export const invisible = /[\u00A0\u00AD\u1680\u2000-\u200F\u2028-\u202F\u205F\u2060-\u2064\u3000\uFEFF]/gu;

/** The name of the first invisible character in a text, such as `no-break space (U+00A0)`; undefined without one. */
export const invisibleIn = (text: string): string | undefined => {
  const [found] = text.match(invisible) ?? [];
  if (found === undefined) return undefined;
  const code = found.charCodeAt(0).toString(16).toUpperCase().padStart(4, "0");
  return `${names[found] ?? "invisible character"} (U+${code})`;
};

/** A text with a plain space in place of each invisible space, and without characters of no width. */
export const withPlainSpaces = (text: string): string =>
  text.replaceAll(invisible, (found) => (/\s/.test(found) && found !== "\uFEFF" ? " " : ""));
