import { defineConfig } from "vitest/config";

/** Imports a scenario or a table as its text, as the build does. */
const text = {
  name: "text",
  transform: (code: string, file: string) =>
    /\.(yaml|csv)$/.test(file) ? `export default ${JSON.stringify(code)}` : undefined,
};

export default defineConfig({
  plugins: [text],
  resolve: { tsconfigPaths: true },
  test: {
    // `npm test` tries the product; `npm run check` reads the code: its floors, its words, its templates.
    // `npm run test:examples` runs every example, and every block of code in README, docs and comments.
    // `npm run test:browser` opens pages in Chromium, `npm run test:workbook` workbooks in LibreOffice,
    // `npm run test:notebook` runs a notebook in Deno, and `npm run test:cluster` parts under Slurm and GNU parallel.
    projects: [
      {
        extends: true,
        test: {
          name: "product",
          include: ["test/**/*.test.ts"],
          exclude: ["code", "browser", "cluster", "deno", "examples", "workbook"].map((folder) => `test/${folder}/**`),
          globalSetup: "test/support/build.ts",
        },
      },
      {
        extends: true,
        test: { name: "examples", include: ["test/examples/**/*.test.ts"], globalSetup: "test/support/build.ts" },
      },
      { extends: true, test: { name: "browser", include: ["test/browser/**/*.test.ts"] } },
      { extends: true, test: { name: "cluster", include: ["test/cluster/**/*.test.ts"], testTimeout: 300_000 } },
      { extends: true, test: { name: "deno", include: ["test/deno/**/*.test.ts"] } },
      { extends: true, test: { name: "workbook", include: ["test/workbook/**/*.test.ts"] } },
      { extends: true, test: { name: "code", include: ["test/code/**/*.test.ts"] } },
    ],
    setupFiles: "test/support/hunt.ts",
    isolate: false, // the modules keep no state, and mathjs unbundled takes half a second to load
    maxWorkers: "100%", // many tests wait for a command line of their own
    testTimeout: 30_000, // what runs without end fails; how fast it runs is for the benchmark
    silent: "passed-only",
    coverage: { include: ["src/**"] },
  },
});
