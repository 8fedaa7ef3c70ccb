import { inflateRawSync } from "node:zlib";

/** A cell of a workbook as a spreadsheet reads it: its value, and its number format if it has one. */
interface ReadCell {
  readonly value: string | number | null;
  readonly format: string | undefined;
}

/** A sheet of a workbook. */
export interface ReadSheet {
  readonly name: string;
  readonly xml: string;
  readonly rows: readonly (readonly ReadCell[])[];
}

/** The files of a zip, by the list at its end. */
export const unzipped = (zip: Uint8Array): ReadonlyMap<string, string> => {
  const bytes = Buffer.from(zip);
  const files = new Map<string, string>();
  let at = bytes.readUInt32LE(bytes.length - 22 + 16);
  for (let left = bytes.readUInt16LE(bytes.length - 22 + 10); left > 0; left--) {
    const [size, name] = [bytes.readUInt32LE(at + 20), bytes.readUInt16LE(at + 28)];
    const local = bytes.readUInt32LE(at + 42);
    const start = local + 30 + bytes.readUInt16LE(local + 26) + bytes.readUInt16LE(local + 28);
    const packed = bytes.subarray(start, start + size);
    const content = bytes.readUInt16LE(at + 10) === 0 ? packed : inflateRawSync(packed);
    files.set(bytes.toString("utf8", at + 46, at + 46 + name), content.toString("utf8"));
    at += 46 + name + bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32);
  }
  return files;
};

const plain = (xml: string): string =>
  xml.replace(/&(lt|gt|quot|apos|amp);/g, (_, name: keyof typeof signs) => signs[name]);
const signs = { lt: "<", gt: ">", quot: '"', apos: "'", amp: "&" };

const attribute = (tag: string, name: string): string | undefined => new RegExp(` ${name}="([^"]*)"`).exec(tag)?.[1];

/** The number of a column from 0: 27 for `AB7`. */
const columnOf = (address: string): number =>
  [...address.replace(/\d+/, "")].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;

/** Reads a workbook, by what the standard says of it (ECMA-376, part 1, section 18). */
export const readWorkbook = (zip: Uint8Array): readonly ReadSheet[] => {
  const files = unzipped(zip);
  const file = (name: string): string => files.get(name) ?? "";
  const texts = [...file("xl/sharedStrings.xml").matchAll(/<si><t[^>]*>([^<]*)<\/t><\/si>/g)].map(([, text]) =>
    plain(text).replace(/_x([\da-f]{4})_/gi, (_, code) => String.fromCharCode(Number.parseInt(code, 16))),
  );
  const styles = file("xl/styles.xml");
  const formats = new Map(
    [...styles.matchAll(/<numFmt [^>]*>/g)].map(([tag]) => [
      attribute(tag, "numFmtId"),
      plain(attribute(tag, "formatCode") ?? ""),
    ]),
  );
  const looks = [...(/<cellXfs.*<\/cellXfs>/s.exec(styles)?.[0] ?? "").matchAll(/<xf [^>]*>/g)].map(([tag]) =>
    formats.get(attribute(tag, "numFmtId")),
  );
  return [...file("xl/workbook.xml").matchAll(/<sheet [^>]*>/g)].map(([tag], at): ReadSheet => {
    const xml = file(`xl/worksheets/sheet${at + 1}.xml`);
    const rows = [...xml.matchAll(/<row [^>]*?(?:\/>|>(.*?)<\/row>)/gs)].map(([, inner = ""]) => {
      const row: ReadCell[] = [];
      for (const [, tag, content = ""] of inner.matchAll(/<c ([^>]*?)(?:\/>|>(.*?)<\/c>)/gs)) {
        const value = /<v>([^<]*)<\/v>/.exec(content)?.[1];
        const kind = attribute(` ${tag}`, "t");
        row[columnOf(attribute(` ${tag}`, "r") ?? "")] = {
          value: value === undefined ? null : kind === "s" ? texts[Number(value)] : Number(value),
          format: looks[Number(attribute(` ${tag}`, "s") ?? 0)],
        };
      }
      return Array.from(row, (cell) => cell ?? { value: null, format: undefined });
    });
    return { name: plain(attribute(tag, "name") ?? ""), xml, rows };
  });
};
