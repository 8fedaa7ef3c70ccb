/** Plain data, maps, sets and columns as JSON. −0, NaN, infinities and whole numbers of any size are not lost. */
export const exactJson = (data: unknown): string => JSON.stringify(data, (_, value: unknown) => toPlain(value));

/** The data of `exactJson`. Throws if the text is no JSON. */
export const fromExactJson = (text: string): unknown => JSON.parse(text, (_, value: unknown) => fromPlain(value));

/** What JSON lacks, as an object with one key of its own. */
const toPlain = (value: unknown): unknown => {
  if (typeof value === "number")
    return Number.isFinite(value) && !Object.is(value, -0) ? value : { $number: `${value}` };
  if (value instanceof Float64Array) return { $columns: base64Of(value) };
  if (value instanceof Uint32Array) return { $counts: base64Of(value) };
  if (value instanceof Map) return { $map: [...value] };
  if (typeof value === "bigint") return { $whole: `${value}` };
  return value instanceof Set ? { $set: [...value] } : value;
};

const fromPlain = (value: unknown): unknown => {
  if (typeof value !== "object" || value === null) return value;
  if ("$number" in value) return value.$number === "0" ? -0 : Number(value.$number);
  if ("$whole" in value) return BigInt(String(value.$whole));
  if ("$columns" in value) return new Float64Array(bufferOf(String(value.$columns)));
  if ("$counts" in value) return new Uint32Array(bufferOf(String(value.$counts)));
  if ("$map" in value && Array.isArray(value.$map)) return new Map(value.$map);
  return "$set" in value && Array.isArray(value.$set) ? new Set(value.$set) : value;
};

/** The bytes of numbers as base64, the lowest first, in pieces that a call can take as arguments. */
const base64Of = (numbers: ArrayBufferView): string => {
  const bytes = new Uint8Array(numbers.buffer, numbers.byteOffset, numbers.byteLength);
  const pieces = Array.from({ length: Math.ceil(bytes.length / piece) }, (_, at) =>
    String.fromCharCode(...bytes.subarray(at * piece, (at + 1) * piece)),
  );
  return btoa(pieces.join(""));
};

const piece = 8192;

const bufferOf = (text: string): ArrayBuffer => Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0)).buffer;
