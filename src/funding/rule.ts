import { keysOf } from "../base/records.js";

/**
 * A funding rule: a pure function from a world (what it reads) to an outcome (what it decides), in whole pence.
 * The six families are listed in `ruleFamilies`.
 */
export type Rule<World, Outcome> = (world: World) => Outcome;

/** An agency that an allocation rule may give money to. */
export interface Recipient {
  /** The agency's name. */
  readonly agency: string;
  /** Pence of its budget this year. */
  readonly base: number;
  /** Pence it spent this year. */
  readonly spent: number;
  /** Pence of its own money that it puts in; for matched funding. */
  readonly own: number;
  /** Its population. */
  readonly people: number;
  /** Need per person: 1 is average. */
  readonly need: number;
  /** Pence a year that it can raise by itself. */
  readonly resources: number;
}

/** Pence to divide, and the agencies to divide them among. */
export interface Pot {
  /** Pence to divide. */
  readonly pot: number;
  /** The agencies among which it is divided. */
  readonly recipients: readonly Recipient[];
}

/** What each agency gets next year: pence per recipient, in the order of the recipients. */
export type Allocate = Rule<Pot, readonly number[]>;

/** What an agency would spend on a purpose, and what it was given for it. */
export interface Wish {
  /** The agency's name. */
  readonly agency: string;
  /** What it wants to spend on, in words. */
  readonly purpose: string;
  /** The one person it is for; empty if it is for many. */
  readonly person: string;
  /** Pence it was given for this. */
  readonly entitled: number;
  /** Pence it would spend. */
  readonly wished: number;
}

/** What money may be spent on: pence allowed per wish, in the order of the wishes; never more than is wished. */
export type Permit = Rule<readonly Wish[], readonly number[]>;

/** A year of one agency, in pence. */
export interface AgencyYear {
  /** Its budget this year, in pence. */
  readonly base: number;
  /** Pence it carried over into the year; below 0, an overspend. */
  readonly reserve: number;
  /** Pence it spent this year. */
  readonly spent: number;
}

/** How a year ends, in pence. Always: base + reserve − spent of the year = reserve + surrendered. */
export interface YearClosed {
  /** The budget of the next year, in pence. */
  readonly base: number;
  /** Pence carried over into the next year. */
  readonly reserve: number;
  /** Pence that go back to the centre. */
  readonly surrendered: number;
}

/** What happens to unspent money. */
export type YearEnd = Rule<AgencyYear, YearClosed>;

/** What a payer can see of a year. */
export interface Performance {
  /** The model year, from 1. */
  readonly year: number;
  /** The number counted: contacts, families, successes. */
  readonly quantity: number;
  /** The number of cases started or taken on; for attachment fees. */
  readonly started: number;
  /** Pence that the paid party spent; for taxes, pence it collected. */
  readonly spent: number;
  /** True if the required report was published. */
  readonly reported: boolean;
  /** The years before it, the last of them just before this one; none by default. */
  readonly earlier?: readonly Pick<Performance, "quantity" | "started" | "spent">[];
}

/** What is paid for it: pence from the payer; below 0 they flow back. */
export type Pay = Rule<Performance, number>;

/** What an agency has at stake in a joint scheme. */
export interface Stake {
  /** The agency's name. */
  readonly agency: string;
  /** Pence it pays. */
  readonly pays: number;
  /** Pence its own bills fall by; below 0 they rise. */
  readonly saves: number;
}

/**
 * How the net gain of a joint scheme is shared: pence each agency ends up with, in the order of the stakes.
 * The results and the part of the Treasury sum to all savings less all costs. Only `fixed`, `postedContributions` (if
 * the Treasury is named) and `clarke` give the Treasury a part.
 * In a run the stakes are those to date, so it is also asked about a scheme that has cost more than it has saved. Of a
 * rule with `signedFor`, every agency pays its part whatever it has left; of others, at most what it has.
 */
export type Share = Rule<readonly Stake[], readonly number[]> & {
  /** True if every agency pays its part whatever it has left. Default: false. */
  readonly signedFor?: true;
};

/** A scheme over the years. Each list has one number per model year, from year 1. */
export interface Project {
  /** The agency that runs the scheme. */
  readonly doer: string;
  /** Pence of cost. */
  readonly costs: readonly number[];
  /** Pence of cash that the doer's own bills fall by. */
  readonly saves: readonly number[];
  /** The outcomes that an outcomes contract counts. */
  readonly outcomes: readonly number[];
  /** The outcomes of each kind, by the name of what is counted; for a rate card. */
  readonly counted?: Readonly<Record<string, readonly number[]>>;
}

/** Who pays first for a scheme, and who is repaid: the payments of all years. */
export type Finance = Rule<Project, readonly Posting[]>;

/** A payment: whole pence, more than 0, from one party to another. */
export interface Posting {
  /** The party that pays. */
  readonly from: string;
  /** The party that is paid. */
  readonly to: string;
  /** Whole pence, more than 0. */
  readonly pence: number;
  /** What the payment is for, in words. */
  readonly why: string;
  /** The model year, from 1. */
  readonly year: number;
}

/** Parties that are not agencies of the place. */
export const outsiders = ["treasury", "pool", "investor"] as const;

/** A party that is no agency of the place. */
export type Outsider = (typeof outsiders)[number];

/** The families of rules, each with the type of its rules. */
export interface Families {
  /** What money may be spent on. */
  readonly permit: Permit;
  /** Who puts in the money. */
  readonly finance: Finance;
  /** How the net gain of a joint scheme is shared. */
  readonly share: Share;
  /** What is paid for what is counted. */
  readonly pay: Pay;
  /** What happens to unspent money. */
  readonly yearEnd: YearEnd;
  /** How a pot is divided among agencies. */
  readonly allocate: Allocate;
}

/** The name of a family. */
export type RuleFamily = keyof Families;

/** A posting, with the family of the rule that caused it. */
export interface Booked extends Posting {
  /** The family of the rule that makes the payment. */
  readonly family: RuleFamily;
}

/** What each family decides, in the order in which a year applies them. */
export const familyTitles = {
  permit: "What money may be spent on",
  finance: "Who pays first",
  share: "Who shares a gain",
  pay: "Who is paid for what",
  yearEnd: "What happens to unspent money",
  allocate: "What each agency gets next year",
} as const satisfies Readonly<Record<RuleFamily, string>>;

/** The names of the families, in the order in which a year applies them. */
export const ruleFamilies: readonly RuleFamily[] = keysOf(familyTitles);

/** What the rules of a family read. */
export type WorldOf<Family extends RuleFamily> = Parameters<Families[Family]>[0];

/** What the rules of a family decide. */
export type OutcomeOf<Family extends RuleFamily> = ReturnType<Families[Family]>;
