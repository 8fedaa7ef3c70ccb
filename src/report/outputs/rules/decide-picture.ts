import { type GridPanel, gridChart } from "../../charts/grid.js";
import { groupsBy, type Picture, type PictureRow, pictureRows } from "../../charts/picture.js";
import type { SignName } from "../../charts/style.js";
import type { Part } from "../../table.js";

/** Which strategies go ahead under which regimes. */
export const decidePicture: Picture = {
  describe:
    "A row for each regime, and a column for each strategy. A full circle is a strategy that goes ahead, a cross is " +
    "one that does not, and a square is one about which all who are asked are indifferent.",
  words: ({ table }) =>
    pictureRows(table).map((row) => `${row.text("strategy")} under ${row.text("regime")}: ${wordsOfDecision(row)}.`),
  draw: (part, width) => gridChart([panelOf(part)], meanings, width),
};

const meanings = { full: "goes ahead", cross: "does not go ahead", half: "all who are asked are indifferent" };

const signOf: ReadonlyMap<string, SignName> = new Map([
  ["yes", "full"],
  ["no", "cross"],
  ["indifferent", "half"],
]);

/** What happens, who blocks it and what would be needed. */
const wordsOfDecision = (row: PictureRow): string => {
  if (row.text("outcome") === "yes") return `goes ahead; net of the scheme ${row.text("netBenefit")}`;
  if (row.text("outcome") === "indifferent") return "all who are asked are indifferent";
  const blocks = row.text("block") === "" ? "" : `${row.text("block")} would need ${row.text("sidePayment")}`;
  const mayNot = row.text("mayNot") === "" ? "" : `${row.text("mayNot")} may not spend it`;
  return [blocks, mayNot].filter((text) => text !== "").join("; ");
};

const panelOf = ({ table }: Part): GridPanel => {
  const rows = pictureRows(table);
  const strategies = [...new Set(rows.map((row) => row.text("strategy")))];
  return {
    heading: strategies.length === 1 ? strategies[0] : "",
    columns: strategies,
    rows: groupsBy(rows, ["regime"]).map(({ rows: own }) => ({
      label: own[0].text("regime"),
      figures: strategies.length === 1 ? wordsOfDecision(own[0]) : "",
      cells: strategies.map((strategy) => {
        const found = own.find((row) => row.text("strategy") === strategy);
        return signOf.get(found?.text("outcome") ?? "");
      }),
    })),
  };
};
