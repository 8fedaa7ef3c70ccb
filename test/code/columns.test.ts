import { expect, test } from "vitest";
import { columnsOfOutputs, columnsPage } from "./column-comments.js";

const outputs = columnsOfOutputs();

test("docs/columns.md is written from the comments of the rows (vitest -u writes it anew)", async () => {
  await expect(columnsPage(outputs)).toMatchFileSnapshot("../../docs/columns.md");
});

test("every column has a comment", () => {
  const silent = outputs.flatMap(({ name, columns }) =>
    columns.flatMap(({ key, comment }) => (comment === "" ? [`${name}.${key}`] : [])),
  );
  expect(silent).toEqual([]);
});
