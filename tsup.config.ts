import { mkdirSync, readdirSync, writeFileSync } from "node:fs";
import { defineConfig, type Options } from "tsup";
import { noticesOf } from "./notices.js";

/** Writes the licence of every package that the bundle really holds. */
const notices: NonNullable<Options["esbuildPlugins"]>[number] = {
  name: "notices",
  setup: ({ onEnd }) =>
    onEnd(({ metafile }) => {
      const inputs = Object.values(metafile?.outputs ?? {}).flatMap((output) => Object.entries(output.inputs));
      const kept = inputs.filter(([, { bytesInOutput }]) => bytesInOutput > 0).map(([file]) => file);
      mkdirSync("dist", { recursive: true });
      writeFileSync("dist/THIRD-PARTY-NOTICES.txt", noticesOf(kept));
    }),
};

/** A file of its own for each example, so that a program reads those alone that it imports. */
const examples = readdirSync("examples/modules")
  .filter((file) => file !== "read.ts")
  .map((file) => [`examples/${file.slice(0, -3)}`, `examples/modules/${file}`] as const);

const entries = {
  index: "src/index.ts",
  report: "src/report/index.ts",
  laws: "src/laws/index.ts",
  worker: "src/worker/index.ts",
  examples: "examples/index.ts",
  ...Object.fromEntries(examples),
};

/**
 * Files of their own: plain formulas, so that a bundler that takes one of them takes neither zod nor yaml; the reading
 * of texts, so that one that takes `defineScenario` does not take yaml; and results, and what shows a report, for a page
 * whose worker or server simulates.
 */
const plain = [
  "engine/run-line",
  ...["document", "document/place"].map((name) => `scenario/${name}`),
  ...["html", "markdown", "text"].map((name) => `report/formats/${name}`),
  ...["money/cash-by-year", "money/ledger", "uncertainty/evpi"].map((name) => `results/${name}`),
  ...["appraisal", "cost-effectiveness", "discounting", "prices", "targeting"].map((name) => `base/appraisal/${name}`),
  ...["deflators", "discount-schedules", "optimism-bias", "unit-costs/index", "valuations"].map(
    (name) => `data/${name}`,
  ),
];

export default defineConfig({
  entry: {
    ...entries,
    ...Object.fromEntries(plain.map((name) => [name, `src/${name}.ts`])),
    "cli/index": "src/cli/index.ts",
    "cli/rule-process": "src/cli/rules/rule-process.ts",
    "cli/laws-thread": "src/cli/threads/laws-thread.ts",
    "cli/thread": "src/cli/threads/thread.ts",
  },
  dts: { entry: entries },
  format: "esm",
  target: "node20",
  splitting: true, // so that the CLI loads the core, and with it mathjs, only when a command needs it
  // A cold `import "mathjs"` costs seconds, its parser alone milliseconds. Half of zod's hundred files are languages.
  noExternal: ["mathjs", "papaparse", "seedrandom", "zod", "yaml"],
  esbuildOptions: (options) => {
    options.alias = {
      // The build of yaml for Node reads the environment, which Deno asks permission for.
      yaml: "./node_modules/yaml/browser/index.js",
      // The entry has constants and functions beside the parser, which a bundler cannot drop.
      "mathjs/number": "./node_modules/mathjs/lib/esm/expression/parse.js",
      // Its file for bundles, without comments.
      papaparse: "./node_modules/papaparse/papaparse.min.js",
    };
  },
  loader: { ".yaml": "text", ".csv": "text" },
  removeNodeProtocol: false,
  clean: true,
  sourcemap: true,
  banner: {
    js: "/*! Parts of mathjs (Apache-2.0), papaparse, seedrandom, zod (MIT), yaml (ISC): who-saves/dist/THIRD-PARTY-NOTICES.txt */",
  },
  esbuildPlugins: [notices],
});
