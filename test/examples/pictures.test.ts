import { expect, test } from "vitest";
import { simulate } from "../../src/engine/simulate.js";
import { report, toSvg } from "../../src/report/index.js";
import { example } from "../support/read.js";

// `npx vitest run test/examples/pictures.test.ts -u` draws the pictures of the pages anew. That of the laws is drawn by
// test/laws/page.test.ts, which has tried them.

/** Output, example, draws and file of each picture. */
const pictures = [
  ["who-saves", "warm-homes", 2048, "warm-homes"],
  ["cost-shifts", "warm-homes", 256, "pictures/cost-shifts"],
  ["cash", "discharge", 256, "pictures/cash"],
  ["waiting", "discharge", 256, "pictures/waiting"],
  ["contacts-per-person", "ninety-five", 256, "pictures/contacts-per-person"],
  ["cost-effectiveness", "hiv", 256, "pictures/cost-effectiveness"],
  ["decide", "own-up", 256, "pictures/decide"],
  ["deal", "gain-share", 256, "pictures/deal"],
] as const;

test.each(pictures)(
  "the picture of %s in docs/pictures.md is that of the example %s",
  async (show, name, draws, file) => {
    const built = report(simulate(example(`${name}/scenario.yaml`), { draws }), { show: [show] });
    await expect(toSvg(built)).toMatchFileSnapshot(`../../docs/${file}.svg`);
  },
);
