import { sum } from "../../../base/mathematics/statistics.js";
import { type Flow, type FlowPanel, flowChart } from "../../charts/flows.js";
import { groupsBy, isSome, type Picture, type PictureRow, pictureRows } from "../../charts/picture.js";

/** Whose payment became whose saving. */
export const costShiftsPicture: Picture = {
  describe:
    "What is paid comes in on the left, and agencies that spend more stand below those that pay. What is saved goes " +
    "out on the right. In between, the money of each payer meets what it saved others. As much comes in as goes out: " +
    "a net gain comes in from the left, a net loss goes out to the right.",
  words: ({ table }) =>
    groupsBy(ofAgencies(pictureRows(table)), ["strategy", "payer"]).flatMap(({ heading, rows }) => [
      `${heading === "" ? rows[0].text("payer") : heading} pays ${rows[0].text("pays")}.`,
      ...rows.map(
        (row) => `${row.text("payer")} to ${row.text("saver")}: ${row.text("kind")} of ${row.text("pounds")}.`,
      ),
    ]),
  draw: (part, width) => flowChart(panelsOf(part.table), width),
};

const ofAgencies = (rows: readonly PictureRow[]): readonly PictureRow[] =>
  rows.filter((row) => row.cell("level") === "agency" && isSome(row.number("pounds")));

const panelsOf = (table: Parameters<typeof pictureRows>[0]): readonly FlowPanel[] =>
  groupsBy(ofAgencies(pictureRows(table)), ["strategy"]).map(({ heading, rows }) => {
    const payers = groupsBy(rows, ["payer"]).map(({ rows: own }) => flowsOf(own));
    return {
      heading,
      columns: ["what is paid", "what is saved"],
      none: "Nothing that is paid changes the costs of another.",
      stages: [inOrder(payers.flatMap(({ into }) => into)), inOrder(payers.flatMap(({ out }) => out))],
    };
  });

/** The order of nodes on a side. */
const order: readonly Flow["mark"][] = ["pays", "spent", "gain", "saved", "loss"];

const inOrder = (flows: readonly Flow[]): readonly Flow[] =>
  flows.toSorted((a, b) => order.indexOf(a.mark) - order.indexOf(b.mark));

/** What comes into the middle for one payer, and what goes out: as much. */
const flowsOf = (rows: readonly PictureRow[]): Readonly<Record<"into" | "out", readonly Flow[]>> => {
  const payer = rows[0].text("payer");
  const pays = rows[0].number("pays");
  const flow = (from: string, to: string, pounds: number, mark: Flow["mark"], text: string): readonly Flow[] =>
    isSome(pounds) ? [{ from, to, size: Math.abs(pounds), text, mark }] : [];
  const [saved, spent] = [
    rows.filter((row) => row.number("pounds") > 0),
    rows.filter((row) => row.number("pounds") < 0),
  ];
  const net = sum(rows.map((row) => row.number("pounds"))) - pays;
  return {
    into: [
      ...flow(payer, payer, Math.max(0, pays), "pays", rows[0].text("pays")),
      ...spent.flatMap((row) => flow(row.text("saver"), payer, row.number("pounds"), "spent", row.text("pounds"))),
      ...flow("Net gain", payer, Math.max(0, net), "gain", ""),
    ],
    out: [
      ...saved.flatMap((row) => flow(payer, row.text("saver"), row.number("pounds"), "saved", row.text("pounds"))),
      ...flow(payer, "Net loss", Math.max(0, -net), "loss", ""),
      ...flow(payer, payer, Math.max(0, -pays), "saved", rows[0].text("pays")),
    ],
  };
};
