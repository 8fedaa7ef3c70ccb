import { createHash } from "node:crypto";
import * as z from "zod";
import { type Problem, ScenarioError } from "../../base/problems/problem.js";
import { exactJson } from "../../base/texts/exact-json.js";
import type { BookDraws } from "../../engine/book/book-draws.js";
import type { SummedDraws } from "../../results/sums/summed-draws.js";
import type { RowLine } from "../each/row-runs.js";
import { checkPlainFile, inputOf, readingMistake } from "../files/files.js";
import type { RunTerms } from "../run-terms.js";
import type { Shard } from "./shard.js";

/*
 * A part is a file of three pieces:
 *
 *   who-saves part 3 SHA-256\n      the format, its version, and the checksum of all that follows
 *   {"product": …}\n                the terms of the run, which part this is, and how the numbers are laid out
 *   doubles, little-endian          the numbers of the book; JSON of its sums, if a run keeps no draw; or JSON of the
 *                                   lines of a table, if each row of a table of values is a run
 */

const magic = "who-saves part";
const formatVersion = 3;

/** What a part is, beside its numbers. */
export interface PartHeader {
  /** The version of who-saves that ran it. */
  readonly product: string;
  readonly terms: RunTerms;
  readonly shard: Shard;
  readonly draws: number;
  /** The lengths of the arrays of numbers. */
  readonly lengths: readonly number[];
  readonly written: BookDraws["written"];
  readonly passed: BookDraws["passed"];
  /** How many bytes of JSON it has in place of numbers. */
  readonly json: number;
}

/** What must be there for a file to be taken for a part. The scenario in it is read as any other. */
const headerShape = z.looseObject({
  product: z.string(),
  terms: z.looseObject({
    scenario: z.string(),
    sha256: z.string(),
    source: z.looseObject({ text: z.string(), read: z.looseObject({ file: z.string() }), ofCosts: z.array(z.any()) }),
    settings: z.looseObject({
      draws: z.int().min(1),
      seed: z.string(),
      strategies: z.array(z.string()),
      regime: z.string().optional(),
      cycles: z.boolean(),
    }),
    each: z.strictObject({ file: z.string(), text: z.string() }).optional(),
    written: z.looseObject({}),
    show: z.array(z.string()),
  }),
  shard: z.strictObject({ index: z.int().min(1), count: z.int().min(1).max(1_000_000) }),
  draws: z.int().min(1),
  lengths: z.array(z.int().min(0)),
  written: z.array(z.int().min(0)),
  passed: z.array(z.tuple([z.string(), z.looseObject({ bound: z.string(), draws: z.array(z.number()) })])),
  json: z.int().min(0),
});

/** What a part says of itself, whatever it has of its draws. */
type PartName = Pick<PartHeader, "product" | "terms" | "shard">;

/** The content of a part: its head, and its numbers as bytes. */
export const partContent = (name: PartName, { draws, numbers, written, passed }: BookDraws): readonly Uint8Array[] => {
  const lengths = numbers.map(({ length }) => length);
  return contentOf(
    { ...name, draws, lengths, written, passed, json: 0 },
    numbers.map(({ buffer, byteOffset, byteLength }) => new Uint8Array(buffer, byteOffset, byteLength)),
  );
};

/** The content of a part that has sums, or lines of a table, in place of draws. */
export const jsonPartContent = (
  name: PartName,
  draws: number,
  data: SummedDraws | readonly (readonly RowLine[])[],
): readonly Uint8Array[] => {
  const bytes = new TextEncoder().encode(exactJson(data));
  return contentOf({ ...name, draws, lengths: [], written: [], passed: [], json: bytes.length }, [bytes]);
};

const contentOf = (header: PartHeader, pieces: readonly Uint8Array[]): readonly Uint8Array[] => {
  const rest = [new TextEncoder().encode(`${JSON.stringify(header)}\n`), ...pieces];
  const hash = createHash("sha256");
  for (const bytes of rest) hash.update(bytes);
  return [new TextEncoder().encode(`${magic} ${formatVersion} ${hash.digest("hex")}\n`), ...rest];
};

/** A part as it was read from a file. */
export interface RunPart {
  readonly file: string;
  readonly header: PartHeader;
  readonly draws: BookDraws;
  /** The sums or lines that it has in place of draws, as JSON. */
  readonly json: string;
}

/** Reads a part. What is no whole part of this version is a problem. */
export const readPart = (file: string): RunPart | Problem => {
  const wrong = (what: string, mend: string): Problem => ({ severity: "error", address: file, what, mend });
  const again = "Remove it, and make this part again.";
  const bytes = bytesOf(file);
  if (!Buffer.isBuffer(bytes)) return bytes;
  const headEnd = bytes.indexOf("\n");
  const [, version, checksum] =
    /^who-saves part (\d+) ([0-9a-f]{64})$/.exec(bytes.toString("latin1", 0, headEnd)) ?? [];
  if (version === undefined)
    return wrong("This is no part of a run.", "A part is what who-saves run FILE --shard 1/8 --out PART.part writes.");
  if (Number(version) !== formatVersion)
    return wrong(
      `This part has format ${version}, and this who-saves reads format ${formatVersion}.`,
      "Merge it with the version of who-saves that made it.",
    );
  const rest = bytes.subarray(headEnd + 1);
  if (createHash("sha256").update(rest).digest("hex") !== checksum)
    return wrong("This part is damaged: its checksum is not that of its content.", again);
  const end = rest.indexOf("\n");
  const header = headerOf(rest.toString("utf8", 0, end));
  const numbers = rest.subarray(end + 1);
  if (header === undefined || sumOf(header.lengths) * bytesPerNumber + header.json !== numbers.length)
    return wrong("This part is not as who-saves writes it.", again);
  const { draws, written, passed, lengths } = header;
  const kept = arraysIn(numbers, lengths);
  const json = numbers.toString("utf8", numbers.length - header.json);
  return { file, header, draws: { draws, written, passed, numbers: kept }, json };
};

const bytesPerNumber = Float64Array.BYTES_PER_ELEMENT;

const sumOf = (lengths: readonly number[]): number => lengths.reduce((sum, length) => sum + length, 0);

const bytesOf = (file: string): Buffer | Problem => {
  try {
    checkPlainFile(file, "part", file, Number.POSITIVE_INFINITY);
    return inputOf(file);
  } catch (error) {
    const mistaken = readingMistake(file, "part", error);
    if (mistaken instanceof ScenarioError) return mistaken.problems[0];
    throw mistaken;
  }
};

const headerOf = (text: string): PartHeader | undefined => {
  try {
    const header: PartHeader = JSON.parse(text);
    return headerShape.safeParse(header).success ? header : undefined;
  } catch {
    return undefined;
  }
};

/** Arrays of some lengths, one after another in some bytes. */
const arraysIn = (bytes: Uint8Array, lengths: readonly number[]): readonly Float64Array[] => {
  const { buffer } = new Uint8Array(bytes); // a copy begins where a double may begin
  let at = 0;
  return lengths.map((length) => {
    const array = new Float64Array(buffer, at * bytesPerNumber, length);
    at += length;
    return array;
  });
};
