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
      external: ["*/laws/index.js"], // brought only where laws are asked for
      write: false,
      metafile: true,
      logLevel: "silent",
    });
    expect(Object.keys(metafile.inputs).filter((file) => /engine|base.formula/.test(file))).toEqual([]);
  },
);

test("help tells the defaults the engine has", async () => {
  const { stdout } = await whoSaves(["run", "--help"]);
  expect(stdout).toContain(`how many draws (${defaultSettings.draws} unless said)`);
  expect(stdout).toContain(`what the draws begin from (${defaultSettings.seed} unless said)`);
});
