import { type LedgerRow, ledger } from "../../results/ledger.js";
import { rowsPage } from "../output.js";

export const ledgerPage = rowsPage<LedgerRow>(
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
