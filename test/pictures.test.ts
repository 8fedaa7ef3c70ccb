import { expect, test } from "vitest";
import { simulate } from "../src/engine/simulate.js";
import { report, toSvg } from "../src/report/index.js";
import { example } from "./support/read.js";

// `npx vitest run test/pictures.test.ts -u` draws the pictures of the pages anew.

test("the picture of docs/pictures.md is that of the example", async () => {
  const built = report(simulate(example("warm-homes/scenario.yaml"), { draws: 2048 }), { show: ["who-saves"] });
  await expect(toSvg(built)).toMatchFileSnapshot("../docs/warm-homes.svg");
});
