import { build } from "esbuild";
import { expect, test } from "vitest";
import { defaultSettings } from "../../src/engine/simulate.js";
import { whoSaves } from "./who-saves.js";

test.each(["commands/list", "commands/new", "program"])(
  "%s is instant: it loads neither the engine nor mathjs",
  async (name) => {
    const { metafile } = await build({
      entryPoints: [`src/cli/${name}.ts`],
      bundle: true,
      format: "esm",
      platform: "node",
      packages: "external",
      // Each command is loaded when it is called, and the lists load what they need.
      external: ["./commands/*", "*/laws/index.js", "*/report/show.js", "*/report/outputs.js"],
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
