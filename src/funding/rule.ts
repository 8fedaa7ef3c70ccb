/**
 * A funding rule: a pure function from what it is told to what it decides, in whole pence. Six families of them say who may spend what (permit), who
 * pays first (finance), who shares a gain (share), who is paid for what (pay), what happens to money that is not spent (year end), and what everybody
 * gets next year (allocate).
 */
export type Rule<World, Outcome> = (world: World) => Outcome;

/** An agency that may be given money: what it has now, what it spent, and how large and needy its place is. */
export interface Recipient {
  readonly agency: string;
  /** Pence it had this year. */
  readonly base: number;
  /** Pence it spent this year. */
  readonly spent: number;
  /** Pence of its own that it puts in, where money is matched. */
  readonly own: number;
  readonly people: number;
  /** How needy its people are: 1 is as others. */
  readonly need: number;
  /** Pence a year that it can raise by itself. */
  readonly resources: number;
}

/** A pot of pence, and those it is for. */
export interface Pot {
  readonly pot: number;
  readonly recipients: readonly Recipient[];
}

/** How a pot is divided: pence for each recipient, in their order. */
export type Allocate = Rule<Pot, readonly number[]>;

/** What an agency would spend on a purpose, and what it was given for that. */
export interface Wish {
  readonly agency: string;
  readonly purpose: string;
  /** The one person it is for; empty where it is for many. */
  readonly person: string;
  /** Pence it was given. */
  readonly entitled: number;
  /** Pence it would spend. */
  readonly wished: number;
}

/** What money may be spent on: the pence of each wish that may be spent, in their order; never more than is wished. */
export type Permit = Rule<readonly Wish[], readonly number[]>;

/** A year of an agency: pence of its base, of what it carried over (below 0: an overspend), and what it spent. */
export interface AgencyYear {
  readonly base: number;
  readonly reserve: number;
  readonly spent: number;
}

/** How a year ends: pence of the next base, of what is carried over, and of what goes back to the centre. base + reserve − spent = reserve + surrendered. */
export interface YearClosed {
  readonly base: number;
  readonly reserve: number;
  readonly surrendered: number;
}

/** What happens to money that is not spent. */
export type YearEnd = Rule<AgencyYear, YearClosed>;

/** What a payer can see of a year. */
export interface Performance {
  /** The model year, 1 and on. */
  readonly year: number;
  /** What is counted: contacts, families, successes. */
  readonly quantity: number;
  /** How many were started or taken on; for fees of attachment. */
  readonly started: number;
  /** Pence the one who is paid spent (or, for taxes, collected). */
  readonly spent: number;
  /** Whether the report that was asked for came. */
  readonly reported: boolean;
}

/** What is paid for it: pence from the payer; below 0 they flow back. */
export type Pay = Rule<Performance, number>;

/** What an agency has in a joint scheme: pence it pays, and pence its own bills fall by (below 0: they rise). */
export interface Stake {
  readonly agency: string;
  readonly pays: number;
  readonly saves: number;
}

/**
 * How a joint scheme is shared: pence each ends up with, in their order. With what they leave to the centre they sum to all that is saved less all that is
 * paid; only `fixed`, `postedContributions` (where the Treasury is named) and `clarke` leave it anything. While a scheme has cost more than it has
 * saved, only a rule that `sharesLosses` is asked.
 */
export type Share = Rule<readonly Stake[], readonly number[]> & { readonly sharesLosses?: true };

/** A scheme over years: who does it, pence it costs in each year, and what it brings. */
export interface Project {
  readonly doer: string;
  /** Pence of cost in each year. */
  readonly costs: readonly number[];
  /** Pence of cash the doer's own bills fall by in each year. */
  readonly saves: readonly number[];
  /** What an outcomes contract counts in each year. */
  readonly outcomes: readonly number[];
}

/** Where the money for a scheme comes from, and goes back to. */
export type Finance = Rule<Project, readonly Posting[]>;

/** Money that moves: whole pence, more than 0, from one party to another, why, and in which model year. */
export interface Posting {
  readonly from: string;
  readonly to: string;
  readonly pence: number;
  readonly why: string;
  readonly year: number;
}

/** Parties beyond the agencies of a place. */
export const outsiders = ["treasury", "pool", "investor"] as const;

/** The families of rules, with their worlds and outcomes. */
export interface Families {
  readonly permit: Permit;
  readonly finance: Finance;
  readonly share: Share;
  readonly pay: Pay;
  readonly yearEnd: YearEnd;
  readonly allocate: Allocate;
}

/** The name of a family, in the order in which a year meets them. */
export type RuleFamily = keyof Families;
