import { readdirSync, readFileSync } from "node:fs";
import asc from "assemblyscript/asc";
import { expect, test } from "vitest";

const folder = "src/base/columns/wasm-kernels";

/** The program of all source files, as the compiler makes it; it takes them for TypeScript. */
const compiled = async (): Promise<Uint8Array> => {
  const sources = readdirSync(folder).map((name) => name.replace(/as$/, "ts"));
  const made = new Map<string, string | Uint8Array>();
  const { error, stderr } = await asc.main(
    [
      ...sources,
      "--outFile",
      "program",
      "--runtime",
      "stub",
      "-O3",
      "--enable",
      "simd",
      "--importMemory",
      "--noAssert",
    ],
    {
      readFile: (name) =>
        sources.includes(name) ? readFileSync(`${folder}/${name.replace(/ts$/, "as")}`, "utf8") : null,
      writeFile: (name, contents) => {
        made.set(name, contents);
      },
      listFiles: () => [],
    },
  );
  expect(error, stderr.toString()).toBeNull();
  const program = made.get("program");
  return typeof program === "object" ? program : new Uint8Array();
};

/** A file of source code that has the program as text: a page packs two digits a byte smaller than base64. */
const fileOf = (program: Uint8Array): string =>
  `/** The program of src/base/columns/wasm-kernels in hexadecimal. test/code/wasm.test.ts writes it. */
export const wasmText = \`
${Buffer.from(program)
  .toString("hex")
  .replace(/.{1,120}/g, "$&\n")}\`;
`;

test("the WebAssembly is what its source compiles to, and small enough for a page to compile at once", async () => {
  const program = await compiled();
  expect(program.length).toBeLessThan(4096);
  await expect(fileOf(program)).toMatchFileSnapshot("../../src/base/columns/wasm-text.ts");
});
