import { mean } from "../base/statistics.js";
import type { Entry } from "../engine/book.js";
import type { Simulation } from "../engine/simulate.js";
import type { Line } from "../scenario/line.js";
import { yearLabel } from "../scenario/time.js";
import { figureOf, isUpperBound, leastPounds, strategiesOf, yearsOf } from "./figures.js";

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
  /** Measured with nobody to compare with: at most this. */
  readonly upperBound: boolean;
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
  // Each agency's part of each service or line, once, with all its kinds of entry.
  const parts = new Map(drawn.entries.map(({ agency, address }) => [`${agency} ${address}`, { agency, address }]));
  return strategiesOf(simulation).flatMap(([index, strategy]) =>
    yearsOf(scenario).flatMap((year) =>
      [...parts.values()].flatMap((part) =>
        ledgerFigures.flatMap((figure) => {
          const only = ({ address }: Entry): boolean => address === part.address;
          const of = (money: "plain" | "present"): number =>
            mean(figureOf(drawn, index, figure, { agencies: [part.agency], year, money, only }));
          const [pounds, presentPounds] = [of("plain"), of("present")];
          if (Math.abs(pounds) < leastPounds && Math.abs(presentPounds) < leastPounds) return [];
          return postingsOf(figure, part.agency, lines.get(part.address)).map(({ agency, kind, sign }) => ({
            strategy,
            year,
            label: yearLabel(scenario.time, year),
            agency,
            address: part.address,
            kind,
            pounds: sign * pounds,
            presentPounds: sign * presentPounds,
            upperBound: isUpperBound(scenario, strategy),
          }));
        }),
      ),
    ),
  );
};

const ledgerFigures = ["pays", "cash", "idle", "cheaper"] as const;

interface LedgerPosting {
  readonly agency: string;
  readonly kind: LedgerKind;
  readonly sign: 1 | -1;
}

/** How a figure stands in the ledger: what an agency pays another is theirs to spend. */
const postingsOf = (
  figure: (typeof ledgerFigures)[number],
  agency: string,
  line: Line | undefined,
): readonly LedgerPosting[] => {
  if (figure !== "pays") return [{ agency, kind: figure, sign: 1 }];
  if (line?.to === undefined || line.to === agency) return [{ agency, kind: "spends", sign: -1 }];
  return [
    { agency, kind: "pays", sign: -1 },
    { agency: line.to, kind: "receives", sign: 1 },
    { agency: line.to, kind: "spends", sign: -1 },
  ];
};
