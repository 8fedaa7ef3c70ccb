/**
 * The columns and rows of a CSV text. The first row has the names of the columns.
 * Commas and double quotes are as in RFC 4180, but a cell cannot contain a line break. Lines that start with # are
 * comments. The core reads only columns of numbers, so it needs no library.
 */
export const readCsv = (
  text: string,
): { readonly columns: readonly string[]; readonly rows: readonly (readonly string[])[] } => {
  const lines = text
    .replace(/^\uFEFF/, "")
    .split(/\r?\n/)
    .filter((line) => line.trim() !== "" && !line.startsWith("#"));
  const [columns = [], ...rows] = lines.map(cells);
  return { columns, rows };
};

const cells = (line: string): string[] =>
  [...line.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^,]*))/g)].map(([, quoted, plain]) =>
    quoted === undefined ? (plain ?? "").trim() : quoted.replaceAll('""', '"'),
  );
