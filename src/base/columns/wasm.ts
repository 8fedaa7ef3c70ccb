import { wasmText } from "./wasm-text.js";

/** The loops that WebAssembly runs, on a memory of their own. `src/base/columns/wasm-kernels` holds their source. */
export interface WasmKernels {
  readonly memory: ArrayBuffer;
  /** Takes groups of sums of products of columns of `bytes` bytes, as the table at address `table` lists them. */
  readonly takeSums: (table: number, groups: number, bytes: number) => void;
  /** out += scale · a, both at addresses, over `bytes` bytes of numbers. */
  readonly addScaled: (out: number, scale: number, a: number, bytes: number) => void;
  /** out += scale · a, then b, c and d */
  readonly addFourScaled: (
    out: number,
    scale: number,
    a: number,
    b: number,
    c: number,
    d: number,
    bytes: number,
  ) => void;
  /** to += from · share and from −= from · share */
  readonly moveShare: (to: number, from: number, share: number, bytes: number) => void;
  /** Divides `count` columns by their sum; they begin `distance` bytes apart, from an address on. */
  readonly divideBySum: (columns: number, count: number, distance: number, bytes: number) => void;
  /** plain += a and scaled += scale · a */
  readonly addBoth: (plain: number, scaled: number, scale: number, a: number, bytes: number) => void;
  /** out = (1 − share) · a + share · b */
  readonly mixInto: (out: number, a: number, b: number, share: number, bytes: number) => void;
  /** out = the larger of out and a */
  readonly raiseTo: (out: number, a: number, bytes: number) => void;
  /** out = a · b / divisor, for square matrices of `size` rows that begin `row` bytes apart. */
  readonly multiply: (out: number, a: number, b: number, size: number, row: number, divisor: number) => void;
  /** One cycle of a queue, whose columns begin `distance` bytes apart in the order of `queueColumns`. */
  readonly stepQueue: (columns: number, distance: number, isRanked: boolean, bytes: number) => void;
  /** A first try at `draws` gammas, from words, the edges of a ziggurat, a column and a list at addresses. */
  readonly tryGammas: (
    words: number,
    edges: number,
    column: number,
    failed: number,
    draws: number,
    d: number,
    c: number,
    squeeze: number,
  ) => number;
}

/**
 * The loops on a new memory of at least `bytes` bytes. Undefined where WebAssembly is not allowed, has no SIMD or no
 * room; and in a page beside its document, where a strict content policy would report the attempt to its reader.
 */
export const wasmKernels = (bytes: number): WasmKernels | undefined => {
  if (isRefused || "document" in globalThis) return undefined;
  try {
    program ??= new WebAssembly.Module(Uint8Array.from(wasmText.match(/../g) ?? [], (byte) => Number(`0x${byte}`)));
  } catch {
    isRefused = true;
    return undefined;
  }
  try {
    const memory = new WebAssembly.Memory({ initial: Math.ceil(bytes / pageBytes) });
    const { exports } = new WebAssembly.Instance(program, { env: { memory } });
    return { ...(exports as unknown as Omit<WasmKernels, "memory">), memory: memory.buffer };
  } catch {
    return undefined;
  }
};

const pageBytes = 65_536;

/** The compiled program, once in a process, when first needed. */
let program: WebAssembly.Module | undefined;
let isRefused = false;
