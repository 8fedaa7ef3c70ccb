import { sum } from "../../../base/mathematics/statistics.js";
import { grouped } from "../../../base/records.js";
import { type LedgerRow, ledger } from "../../../results/money/ledger.js";
import { agencyName, agencyRows, eachStrategy, largest } from "../../finding/words.js";
import { roundedPounds } from "../../numbers.js";
import { output, tableInWords } from "../../output.js";
import { dataOnly, type TableColumns } from "../../table.js";

const columns: TableColumns<LedgerRow> = {
  strategy: ["strategy", "text", 0.5],
  year: ["year", "year", 2],
  label: ["from", "text"],
  level: ["level", "text", dataOnly],
  agency: ["agency", "text", dataOnly],
  name: ["who", "text"],
  address: ["line", "text"],
  kind: ["kind", "text"],
  pounds: ["pounds", "pounds"],
  presentPounds: ["present value", "pounds"],
  upperBound: ["upper bound", "mark", dataOnly],
};

export const ledgerOutput = output<LedgerRow>({
  title: "Ledger",
  answers: "What every line does to each agency's budget in each year; above £0 is a gain.",
  takes: ["years", "pounds"],
  isSummable: true,
  columns,
  finding: (rows, simulation) =>
    eachStrategy(
      rows,
      simulation,
      (own) => {
        const totals = [...grouped(agencyRows(own), ({ agency }) => agency)].map(([agency, lines]) => ({
          name: agencyName(simulation, agency),
          net: sum(lines.map(({ pounds }) => pounds)),
        }));
        const { name, net } = largest(totals, (total) => total.net);
        return `${name}, ${net < 0 ? "down" : "up"} ${roundedPounds(Math.abs(net))}`;
      },
      "The budget that changes most over all years, without discount",
    ),
  summary: tableInWords(columns),
  beforeBias: true,
  rows: ledger,
  before: ({ years, pounds }) => [
    ...(years === "financial"
      ? ["By financial year. A model year's money is spread evenly over its months; one-off payments stay whole."]
      : []),
    ...(pounds === "cash" ? ["Pounds are the cash of the day; present values stay in real pounds."] : []),
  ],
});
