import { readFileSync } from "node:fs";
import asc from "assemblyscript/asc";
import { expect, test } from "vitest";

/** The program of a source file, as the compiler makes it. */
const compiled = async (source: string): Promise<Uint8Array> => {
  const made = new Map<string, string | Uint8Array>();
  const { error, stderr } = await asc.main(
    [
      "kernels.ts",
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
      readFile: (name) => (name === "kernels.ts" ? readFileSync(source, "utf8") : null),
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

/** A file of source code that has the program as text. */
const fileOf = (program: Uint8Array): string => {
  const lines =
    Buffer.from(program)
      .toString("base64")
      .match(/.{1,110}/g) ?? [];
  const text = lines.map((line) => `  "${line}",\n`).join("");
  return `/** The program of src/base/columns/wasm-kernels.as in base64. test/code/wasm.test.ts writes it. */\nexport const wasmText = [\n${text}].join("");\n`;
};

test("the WebAssembly is what its source compiles to, and small enough for a page to compile at once", async () => {
  const program = await compiled("src/base/columns/wasm-kernels.as");
  expect(program.length).toBeLessThan(4096);
  await expect(fileOf(program)).toMatchFileSnapshot("../../src/base/columns/wasm-text.ts");
});
