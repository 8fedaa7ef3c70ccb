import { listed } from "../../../base/problems/problem.js";
import { firstCapital } from "../../../scenario/names.js";
import { type FlowPanel, flowChart } from "../../charts/flows.js";
import { groupsBy, isSome, type Picture, type PictureRow, pictureRows } from "../../charts/picture.js";

import type { Part } from "../../table.js";

/** The payments with which all would sign. */
export const dealPicture: Picture = {
  describe: "Agencies that would pay are on the left, those that would be paid on the right. A band is a payment.",
  words: (part) =>
    groupsBy(pictureRows(part.table), keys).flatMap(({ heading, rows }) =>
      rows.map((row) => {
        const says = isPaid(row) ? `${row.text("from")} pays ${row.text("to")} ${paymentOf(row)}` : noneOf(row);
        return `${heading === "" ? "" : `${heading}: `}${says}.`;
      }),
    ),
  draw: (part, width) => flowChart(panelsOf(part), width),
};

const keys = ["regime", "strategy"];

const isPaid = (row: PictureRow): boolean => isSome(row.number("pounds"));

const paymentOf = (row: PictureRow): string => `${row.text("pounds")} in ${row.text("label")}`;

/** Why a deal has no payments. */
const noneOf = (row: PictureRow): string => {
  if (row.cell("deal") === "not needed") return "no payment is needed";
  const short = row.number("short") > 0 ? `, short by ${row.text("short")}` : "";
  return `there is no deal${short}; ${row.text("block") || "nobody"} would refuse`;
};

/** A panel for each regime and strategy with payments, then those without any, in a sentence for each reason. */
const panelsOf = ({ table }: Part): readonly FlowPanel[] => {
  const groups = groupsBy(pictureRows(table), keys).map(
    ({ heading, rows }): FlowPanel => ({
      heading,
      columns: ["pays", "is paid"],
      none: noneOf(rows[0]),
      stages: [
        rows.filter(isPaid).map((row) => ({
          from: row.text("from"),
          to: row.text("to"),
          size: row.number("pounds"),
          text: paymentOf(row),
          mark: "paid",
        })),
      ],
    }),
  );
  const hasFlows = ({ stages: [flows] }: FlowPanel): boolean => flows.length > 0;
  const [paid, others] = [groups.filter(hasFlows), groups.filter((group) => !hasFlows(group))];
  const sentences = [...new Set(others.map(({ none }) => none))].map((none) => {
    const headings = others.filter((other) => other.none === none).map(({ heading }) => heading);
    return `${groups.length > 1 ? `${listed(headings)}: ` : ""}${none}.`;
  });
  return [
    ...paid,
    ...sentences.map((none) => ({
      heading: "",
      columns: ["", ""] as const,
      stages: [[]] as const,
      none: firstCapital(none),
    })),
  ];
};
