import { build } from "esbuild";
import { expect, test } from "vitest";
import { defaultSettings } from "../../src/engine/simulate.js";
import { whoSaves } from "./who-saves.js";

test.each(["list", "schema", "new"])(
  "who-saves %s is instant: it loads neither the engine nor mathjs",
  async (name) => {
    const { metafile } = await build({
      entryPoints: [`src/cli/commands/${name}.ts`],
      bundle: true,
      format: "esm",
      platform: "node",
      packages: "external",
      external: ["*/laws/index.js", "*/report/show.js", "*/report/outputs.js"], // loaded by the lists that need them
      write: false,
      metafile: true,
      logLevel: "silent",
    });
    expect(Object.keys(metafile.inputs).filter((file) => /engine|base.formula/.test(file))).toEqual([]);
  },
);

test("help states the defaults of the engine", async () => {
  const { stdout } = await whoSaves(["run", "--help"]);
  expect(stdout).toContain(`the number of draws (${defaultSettings.draws} by default)`);
  expect(stdout).toContain(`the seed of the draws (${defaultSettings.seed} by default)`);
});
