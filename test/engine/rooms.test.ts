import { execFileSync } from "node:child_process";
import { afterEach, describe, expect, test, vi } from "vitest";
import { simulateUnchecked as simulate } from "../../src/engine/simulate.js";
import { simulationToJson } from "../../src/engine/simulation-json.js";
import { example } from "../support/read.js";

/** Every number of a run of two blocks, the second of them not whole. */
const numbers = (name: string): string => simulationToJson(simulate(example(name), { draws: 300 }));

afterEach(() => {
  vi.unstubAllGlobals();
});

describe("a run has the same bits", () => {
  test("in a page beside its document, where a strict policy would report WebAssembly", () => {
    const inWasm = numbers("hiv/scenario.yaml");
    vi.stubGlobal("document", {});
    expect(numbers("hiv/scenario.yaml") === inWasm).toBe(true);
  });

  test("where there is no more memory for WebAssembly", () => {
    const inWasm = numbers("discharge/scenario.yaml");
    const refused = () => {
      throw new RangeError("Out of memory");
    };
    vi.stubGlobal("WebAssembly", { Module: WebAssembly.Module, Instance: WebAssembly.Instance, Memory: refused });
    expect(numbers("discharge/scenario.yaml") === inWasm).toBe(true);
  });
});

test("a policy that forbids WebAssembly is asked once, and nothing is written about it", () => {
  const program = `
    let asked = 0;
    WebAssembly.Module = class {
      constructor() {
        asked++;
        throw new WebAssembly.CompileError("Refused by policy");
      }
    };
    const { simulate } = await import("./dist/index.js");
    const { hiv } = await import("./dist/examples/hiv.js");
    for (let run = 0; run < 2; run++) simulate(hiv, { draws: 300 });
    console.log(asked);`;
  expect(execFileSync("node", ["--input-type=module", "-e", program], { encoding: "utf8" })).toBe("1\n");
});
