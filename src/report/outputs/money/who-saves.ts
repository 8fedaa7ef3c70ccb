import { type WhoSavesRow, whoSaves } from "../../../results/money/who-saves.js";
import { type BarRow, barPicture, inRow } from "../../charts/bars.js";
import { figuresIn, groupsBy, isSome, type PictureRow, pictureRows } from "../../charts/picture.js";
import { namedStrategies, whoSavesFinding } from "../../finding/who-saves.js";
import { output } from "../../output.js";
import { dataOnly } from "../../table.js";

export const whoSavesOutput = output<WhoSavesRow>({
  title: "Who pays, who saves",
  answers: "What each agency pays and saves over all years, in present value, and how sure that is.",
  finding: (rows, simulation) => whoSavesFinding(simulation, namedStrategies(simulation, rows)),
  isSummable: true,
  columns: {
    strategy: ["strategy", "text", 0.5],
    level: ["level", "text", dataOnly],
    agency: ["agency", "text", dataOnly],
    name: ["who", "text"],
    pays: ["pays", "pounds", 1.4],
    paysUndiscounted: ["pays, undiscounted", "pounds", 11],
    avoided: ["avoided", "pounds", 1.8],
    cash: ["cash", "pounds", 1.5],
    freed: ["freed", "pounds", 2],
    backfilled: ["backfilled", "pounds", 5],
    idle: ["idle", "pounds", 7],
    cheaper: ["cheaper", "pounds", 2.2],
    transfers: ["transfers", "pounds", 2.1],
    net: ["net", "pounds"],
    netP5: ["net 5th", "pounds", 1.1],
    netP95: ["net 95th", "pounds", 1.1],
    netError: ["error of net", "pounds", 8.5],
    optimismBias: ["optimism bias", "pounds", 1.3],
    netAvoided: ["net avoided", "pounds", 6],
    netCentral: ["central net", "pounds", 8],
    chance: ["chance", "share", 1.2],
    paybackYear: ["payback year", "year", 4],
    neverPaysBack: ["never pays back", "share", 9],
    makeWhole: ["makes it whole", "pounds", 10],
    upperBound: ["upper bound", "mark", dataOnly],
  },
  rows: whoSaves,
  after: (_, { scenario }) =>
    scenario.money.optimismBias === null
      ? []
      : ["Optimism bias is in the net and what follows from it. Pays, avoided, cash and freed are before it."],
});

/** What each party pays, to the left, and what comes back to it, to the right; below that its net with the range. */
export const whoSavesPicture = barPicture(
  "One row for each agency that pays or saves, then for those that sum some. What it pays runs to the left of 0. " +
    "Cash runs to the right, then what is freed but still paid for. The diamond is its net; the line through it " +
    "spans 90% of draws.",
  ({ table }) =>
    groupsBy(pictureRows(table), ["strategy"]).map(({ heading, rows }) => {
      const changed = rows.filter((row) => drawn.some((key) => isSome(row.number(key))));
      return { heading, base: 0, rows: (changed.length > 0 ? changed : rows).map(rowOf) };
    }),
);

/** The figures of a row. A row whose figures are all £0 is in the table alone. */
const drawn = ["pays", "cash", "cheaper", "freed", "transfers", "net", "netP5", "netP95"];

const rowOf = (row: PictureRow): BarRow => {
  const net = row.number("net");
  const hasRange = row.cell("netP5") !== null && row.cell("netP95") !== null;
  const [low, high] = hasRange ? [row.number("netP5"), row.number("netP95")] : [net, net];
  const range = hasRange && low !== high ? ` (${row.text("netP5")} to ${row.text("netP95")})` : "";
  const chance = row.cell("chance") === null ? "" : `; gains in ${row.text("chance")} of draws`;
  const parts = figuresIn(row, [
    ["pays", "pays"],
    ["cash", "cash"],
    ["freed", "freed"],
    ["cheaper", "cheaper"],
    ["transfers", "transfers"],
  ]);
  return {
    label: row.text("name"),
    figures: `${parts === "" ? "" : `${parts}; `}net ${row.text("net")}${range}${chance}`,
    bars: inRow([
      ["pays", -row.number("pays")],
      ["cash", row.number("cash")],
      ["cheaper", row.number("cheaper")],
      ["freed", row.number("freed")],
    ]),
    point: { value: net, low, high },
    isSum: row.cell("level") !== "agency",
  };
};
