/** The cells of a CSV text, as RFC 4180 has them. */
export const csvCells = (text: string): readonly (readonly string[])[] => {
  const rows: string[][] = [[]];
  for (const [, cell = "", end] of text.replace(/^\ufeff/, "").matchAll(/("(?:[^"]|"")*"|[^,"\r\n]*)(,|\r?\n)/g)) {
    rows[rows.length - 1].push(cell.startsWith('"') ? cell.slice(1, -1).replaceAll('""', '"') : cell);
    if (end !== ",") rows.push([]);
  }
  return rows.slice(0, -1);
};
