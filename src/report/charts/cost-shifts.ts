import type { Part } from "../table.js";
import { type FlowPanel, flowChart } from "./flows.js";
import { groupsBy, isSome, type Picture, pictureRows } from "./picture.js";

/** Whose payment became whose saving. */
export const costShiftsPicture: Picture = {
  describe:
    "Agencies that pay are on the left, those whose costs change on the right. The width of each band is what one " +
    "saves, or spends more, because of what the other pays. Savings and more spending end at different places.",
  words: ({ table }) =>
    pictureRows(table).map(
      (row) => `${row.text("payer")} to ${row.text("saver")}: ${row.text("kind")} of ${row.text("pounds")}.`,
    ),
  draw: (part, width) => flowChart(panelsOf(part), width),
};

const panelsOf = ({ table }: Part): readonly FlowPanel[] =>
  groupsBy(
    pictureRows(table).filter((row) => row.cell("level") === "agency"),
    ["strategy"],
  ).map(({ heading, rows }) => ({
    heading,
    columns: ["who pays", "whose costs change"],
    none: "Nothing that is paid changes the costs of another.",
    flows: rows
      .filter((row) => isSome(row.number("pounds")))
      .map((row) => ({
        from: row.text("payer"),
        to: row.text("saver"),
        size: Math.abs(row.number("pounds")),
        text: row.text("pounds"),
        mark: row.number("pounds") < 0 ? "spent" : "saved",
      })),
  }));
