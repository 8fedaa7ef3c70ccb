import { type Choices, firstChoices } from "./state.js";

/** Bytes through a stream, gathered. */
const through = async (
  bytes: Uint8Array<ArrayBuffer>,
  stream: CompressionStream | DecompressionStream,
): Promise<Uint8Array> => {
  const writer = stream.writable.getWriter();
  // A broken link fails on both sides of the stream; the reading side reports it.
  writer.write(bytes).catch(() => {});
  writer.close().catch(() => {});
  return new Uint8Array(await new Response(stream.readable).arrayBuffer());
};

/** The choices as the hash of an address: compressed, in base64url. What is as in the first visit is left out. */
export const hashOf = async (choices: Choices, exampleText: string): Promise<string> => {
  const { text, ...others } = choices;
  const all: Readonly<Record<string, unknown>> = text === exampleText ? others : { ...others, text };
  const first: Readonly<Record<string, unknown>> = { ...firstChoices };
  const kept = Object.entries(all).filter(([key, value]) => JSON.stringify(value) !== JSON.stringify(first[key]));
  if (kept.length === 0) return "";
  const bytes = new TextEncoder().encode(JSON.stringify(Object.fromEntries(kept)));
  const compressed = await through(bytes, new CompressionStream("deflate-raw"));
  const letters = Array.from(compressed, (byte) => String.fromCharCode(byte)).join("");
  return `#${btoa(letters).replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "")}`;
};

/** The choices that a hash holds; undefined if it is broken. */
const keptIn = async (hash: string): Promise<unknown> => {
  try {
    const letters = atob(hash.slice(1).replaceAll("-", "+").replaceAll("_", "/"));
    const bytes = Uint8Array.from(letters, (letter) => letter.charCodeAt(0));
    const text = await through(bytes, new DecompressionStream("deflate-raw"));
    return JSON.parse(new TextDecoder().decode(text));
  } catch {
    return undefined;
  }
};

/** The choices of an address. A hash may come from anybody, so each value is checked; what is wrong is left out. */
export const choicesIn = async (hash: string): Promise<Choices> => {
  const kept = hash === "" ? undefined : await keptIn(hash);
  if (typeof kept !== "object" || kept === null) return firstChoices;
  const given = new Map<string, unknown>(Object.entries(kept));
  const textAt = (key: "example" | "text" | "strategy" | "regime" | "seed"): string => {
    const value = given.get(key);
    return typeof value === "string" ? value : firstChoices[key];
  };
  const draws = given.get("draws");
  const set = given.get("set");
  const written = typeof set === "object" && set !== null ? Object.entries(set) : [];
  return {
    example: textAt("example"),
    text: textAt("text"),
    strategy: textAt("strategy"),
    regime: textAt("regime"),
    seed: textAt("seed"),
    draws: typeof draws === "number" && Number.isInteger(draws) && draws > 0 && draws <= 100_000 ? draws : 500,
    set: Object.fromEntries(written.filter(([, value]) => typeof value === "string")),
  };
};
