/** What an agency does in a year, before any rule: whole pence. */
export interface AgencyAccount {
  readonly agency: string;
  /** What it is planned to be given. */
  readonly planned: number;
  /** What it spends, on services, on the scheme and on all else. */
  readonly outturn: number;
  /** What it bears of the scheme. */
  readonly pays: number;
  /** Cash its own bills fall by because of the scheme; below 0 they rise. */
  readonly saves: number;
  /** Whether somebody gives it a budget, which permit, year end and allocate bind; a household's money is its own. Default: true. */
  readonly isFunded?: boolean;
}

/** A year's accounts of all agencies, in one order in every year, and what is counted of it. */
export interface YearAccounts {
  /** The model year, 1 and on. */
  readonly year: number;
  readonly agencies: readonly AgencyAccount[];
  /** What the finance rule counts as outcomes. */
  readonly outcomes?: number;
  /** What the pay rule counts. */
  readonly quantity?: number;
  /** What the pay rule counts as started. */
  readonly started?: number;
  /** Contacts of the service that is the report the pay rule asks for. */
  readonly reports?: number;
}

/** What goes from one year into the next: whole pence by agency, in the order of the accounts, and what is in the pool. */
export interface Carried {
  /** By how much each base is above the plan. */
  readonly changes: readonly number[];
  /** What each carries over; below 0 an overspend. */
  readonly reserves: readonly number[];
  readonly pool: number;
  /** What each pays and saves to date. */
  readonly paid: readonly number[];
  readonly saved: readonly number[];
  /** What finance has moved to each to date, less what it has moved from it. */
  readonly financed: readonly number[];
  /** What sharing has moved to each to date. */
  readonly moved: readonly number[];
  /** The years so far; kept only where a finance rule asks. */
  readonly years: readonly YearAccounts[];
}

/**
 * What there is before the first year: nothing is carried over, and nothing has been paid or saved. What `apply` takes for its first year.
 * @param agencies in the order of the accounts
 * @example nothingCarried(["council"]).reserves // => [0]
 */
export const nothingCarried = (agencies: readonly string[]): Carried => {
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
