import { type Cube, drawsAt } from "../base/cube.js";
import { mean } from "../base/statistics.js";
import { type Entry, type EntryKind, entryAt } from "../engine/book.js";
import type { Simulation } from "../engine/simulate.js";
import type { Line } from "../scenario/line.js";
import { yearLabel } from "../scenario/time.js";
import { strategiesOf, yearsOf } from "./figures.js";

/**
 * How a line moves an agency's budget: `spends` on what it delivers, `pays` another that delivers, `receives` from one that pays,
 * `cash` that stays in the budget, `idle` capacity that is freed but still paid for, and what is `cheaper`.
 */
export type LedgerKind = "spends" | "pays" | "receives" | "cash" | "idle" | "cheaper";

/** One line of an agency's year: what it does to the agency's budget, in pounds of the price year, mean of the draws. */
export interface LedgerRow {
  readonly strategy: string;
  readonly year: number;
  /** The model year by its start: `2025/26`. */
  readonly label: string;
  readonly agency: string;
  /** The service or line of an intervention it comes from. */
  readonly address: string;
  readonly kind: LedgerKind;
  /** More than 0 is good for the budget. */
  readonly pounds: number;
  /** The same in present value. */
  readonly presentPounds: number;
}

/**
 * Every agency's years, line by line. Spending is booked at the agency that delivers; what another pays for it is a payment between them,
 * and payments sum to nothing. An agency's rows sum to its net in `whoSaves`.
 * @param simulation from `simulate`
 * @returns rows in pounds by strategy, year, agency and line; lines that never move are left out
 * @example ledger(simulate(gritting, { draws: 256 })).find((row) => row.kind === "receives")?.pounds // => 20000
 */
export const ledger = (simulation: Simulation): readonly LedgerRow[] => {
  const { scenario, drawn } = simulation;
  const lines = new Map(
    Object.values(scenario.interventions).flatMap((each) => each.lines.map((line) => [line.address, line])),
  );
  return strategiesOf(simulation).flatMap(([index, strategy]) =>
    yearsOf(scenario).flatMap((year) => {
      const label = yearLabel(scenario.time, year);
      const meanOf = (cube: Cube, { agency, address }: Entry, kind: EntryKind): number =>
        mean(drawsAt(cube, index, entryAt(drawn, agency, address, kind), year - 1));
      const rowsOf = (entry: Entry): readonly LedgerRow[] => {
        // What is avoided and is no cash is idle.
        const pounds = (cube: Cube): number =>
          meanOf(cube, entry, entry.kind) - (entry.kind === "avoided" ? meanOf(cube, entry, "cash") : 0);
        const [plain, present] = [pounds(drawn.money), pounds(drawn.present)];
        if (Math.abs(plain) < 1e-6 && Math.abs(present) < 1e-6) return [];
        return postingsOf(entry, lines.get(entry.address)).map(({ agency, kind, sign }) => ({
          strategy,
          year,
          label,
          agency,
          address: entry.address,
          kind,
          pounds: sign * plain,
          presentPounds: sign * present,
        }));
      };
      return drawn.entries.flatMap(rowsOf);
    }),
  );
};

interface LedgerPosting {
  readonly agency: string;
  readonly kind: LedgerKind;
  readonly sign: 1 | -1;
}

/** How an entry stands in the ledger. */
const postingsOf = ({ agency, kind }: Entry, line: Line | undefined): readonly LedgerPosting[] => {
  if (kind !== "pays") return [{ agency, kind: kind === "avoided" ? "idle" : kind, sign: 1 }];
  if (line?.to === undefined || line.to === agency) return [{ agency, kind: "spends", sign: -1 }];
  return [
    { agency, kind: "pays", sign: -1 },
    { agency: line.to, kind: "receives", sign: 1 },
    { agency: line.to, kind: "spends", sign: -1 },
  ];
};
