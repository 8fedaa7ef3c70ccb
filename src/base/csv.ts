/**
 * The rows of a CSV text by the names in its first row (RFC 4180: commas, double quotes; lines that start with # are comments).
 * Small enough to own: the core reads only columns of numbers beside a scenario.
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
