import type { Column } from "../base/columns/kernels.js";
import { checkArgument, listOf } from "../base/problems/options.js";
import { pairsOf } from "../base/records.js";

/** What an agency does in a year, before any rule: whole pence. */
export interface AgencyAccount {
  /** The agency's name. */
  readonly agency: string;
  /** Its planned budget in pence. */
  readonly planned: number;
  /** Pence it spends on services, on the scheme and on everything else. */
  readonly outturn: number;
  /** Pence it pays for the scheme. */
  readonly pays: number;
  /** Pence its own bills fall by because of the scheme; below 0 they rise. */
  readonly saves: number;
  /**
   * True if the agency is given a budget, so that permit, year end and allocate apply to it. A household's money is its
   * own. Default: true.
   */
  readonly isFunded?: boolean;
}

/** The key of one of several outcomes. The prefix keeps it from the other counts. */
export const countKey = (name: string): string => `counts ${name}`;

/** A year's accounts of all agencies, in the same order every year, and what is counted in the year. */
export interface YearAccounts {
  /** The model year, from 1. */
  readonly year: number;
  /** The account of every agency, each once. */
  readonly agencies: readonly AgencyAccount[];
  /** The count that the finance rule uses as outcomes. */
  readonly outcomes?: number;
  /** The count of each outcome that the finance rule tells apart, under `countKey` of its name. */
  readonly counted?: Readonly<Record<string, number>>;
  /** The count that the pay rule pays for. */
  readonly quantity?: number;
  /** The count that the pay rule uses as started. */
  readonly started?: number;
  /** Contacts of the service that is the report the pay rule asks for. */
  readonly reports?: number;
}

/**
 * What goes from one year into the next: whole pence. Each list has one number per agency, in the order of the
 * accounts.
 */
export interface Carried {
  /** Next base less planned budget of this year. */
  readonly changes: readonly number[];
  /** What each carries over; below 0, an overspend. */
  readonly reserves: readonly number[];
  /** Pence in the pool. */
  readonly pool: number;
  /** What each has paid to date. */
  readonly paid: readonly number[];
  /** What each has saved to date. */
  readonly saved: readonly number[];
  /** What each has received by the finance rule to date, less what it has paid. */
  readonly financed: readonly number[];
  /** What each has received to date by the share rule, and by permits towards the scheme, less what it has paid. */
  readonly moved: readonly number[];
  /** The years so far; empty without a finance or pay rule. */
  readonly years: readonly YearAccounts[];
}

/**
 * The state before the first year: nothing is carried over, paid or saved. `apply` takes it for its first year.
 * @param agencies in the order of the accounts
 * @example nothingCarried(["council"]).reserves // => [0]
 */
export const nothingCarried = (agencies: readonly string[]): Carried => {
  checkArgument(
    "agencies",
    agencies,
    listOf(() => undefined),
  );
  const none = agencies.map(() => 0);
  return {
    changes: none,
    reserves: none,
    pool: 0,
    paid: none,
    saved: none,
    financed: none,
    moved: none,
    years: [],
  };
};

/**
 * A year's accounts as columns: a number per draw for each agency, in the same order every year. A run and results
 * keep them so; `YearAccounts` are those of one draw.
 */
export interface AccountColumns {
  /** The model year, from 1. */
  readonly year: number;
  /** How many numbers each column has. */
  readonly draws: number;
  readonly agencies: readonly string[];
  /** The indexes of the agencies that are given a budget. */
  readonly funded: readonly number[];
  readonly planned: readonly Column[];
  readonly outturn: readonly Column[];
  readonly pays: readonly Column[];
  readonly saves: readonly Column[];
  /** What rules count: `outcomes`, `quantity`, `started`, `reports`, and each outcome under its `countKey`. */
  readonly counted: Readonly<Record<string, Column>>;
}

/** The accounts of a year without what its rules count. */
export type UncountedAccounts = Omit<AccountColumns, "counted">;

/** Accounts with what rules count, key by key: V8 gives each copy by spread a shape, and code, of its own. */
export const withCounted = (
  { year, draws, agencies, funded, planned, outturn, pays, saves }: UncountedAccounts,
  counted: AccountColumns["counted"],
): AccountColumns => ({ year, draws, agencies, funded, planned, outturn, pays, saves, counted });

/** A year's accounts as columns of one draw. */
export const accountColumnsOf = ({ year, agencies, counted = {}, ...counts }: YearAccounts): AccountColumns => {
  const columnOf = (figure: "planned" | "outturn" | "pays" | "saves") =>
    agencies.map((account) => Float64Array.of(account[figure]));
  const stated = pairsOf({ ...counts, ...counted });
  return {
    year,
    draws: 1,
    agencies: agencies.map(({ agency }) => agency),
    funded: [...agencies.keys()].filter((at) => agencies[at].isFunded !== false),
    planned: columnOf("planned"),
    outturn: columnOf("outturn"),
    pays: columnOf("pays"),
    saves: columnOf("saves"),
    counted: Object.fromEntries(stated.map(([kind, count]) => [kind, Float64Array.of(count ?? 0)])),
  };
};
