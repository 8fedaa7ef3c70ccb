import { type LedgerRow, ledger } from "../../results/ledger.js";
import { type MakePage, type OutputOptions, rowsPage } from "../output.js";

const page = rowsPage<LedgerRow>(
  {
    strategy: ["strategy", "text", 0.5],
    year: ["year", "year", 2],
    label: ["from", "text"],
    agency: ["agency", "text"],
    address: ["line", "text"],
    kind: ["kind", "text"],
    pounds: ["pounds", "pounds"],
    presentPounds: ["present value", "pounds"],
    upperBound: ["upper bound", "mark", 14],
  },
  ledger,
);

/** How years and pounds are told, where they are not those of other outputs. */
const toldOf = ({ years, pounds }: OutputOptions): readonly string[] => [
  ...(years === "financial"
    ? ["By financial year; each model year's money is spread evenly over its months, what falls once stays whole."]
    : []),
  ...(pounds === "cash" ? ["Pounds are the cash of the day; present values stay in real pounds."] : []),
];

export const ledgerPage: MakePage = (simulation, options = {}) => {
  const made = page(simulation, options);
  return { ...made, before: [...made.before, ...toldOf(options)] };
};
