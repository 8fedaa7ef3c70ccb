import { expect, test } from "vitest";
import { jsonSchema } from "../src/scenario/schema.js";
import { scenarioFilePage } from "./support/scenario-file.js";

test("docs/scenario-file.md is written from the schema (vitest -u writes it anew)", async () => {
  await expect(scenarioFilePage(jsonSchema())).toMatchFileSnapshot("../docs/scenario-file.md");
});
