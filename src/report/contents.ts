/** A word that may follow the name of an output. */
export type Taken =
  | "agency"
  | "year"
  | "of"
  | "level"
  | "figure"
  | "outcome"
  | "willingnessToPay"
  | "years"
  | "pounds"
  | "horizonYears"
  | "blame"
  | "by";

/** What an output is called, which question it answers, and which words may follow its name after colons. */
export interface OutputSummary {
  readonly title: string;
  readonly answers: string;
  readonly takes?: readonly Taken[];
}

const entries = {
  answer: {
    title: "The answer",
    answers: "Who pays, who saves, the total, the chance, and what it hangs on: one screen.",
  },
  "who-saves": {
    title: "Who pays, who saves",
    answers: "What each agency pays and saves over all years, in present value, and how sure that is.",
  },
  "cost-shifts": {
    title: "Cost shifts",
    answers: "Whose payment produced whose saving, in present value over all years.",
  },
  "wrong-pockets": {
    title: "Wrong pockets",
    answers:
      "How far those who pay are not those who save, whom that leaves worse off, and what they would have to pay each other (below £0: get).",
    takes: ["level", "figure"],
  },
  decide: {
    title: "Would anybody sign?",
    answers:
      "What goes ahead under each funding regime, who blocks it, and what they would have to be given to agree: present value of cash (decide:net counts what is freed as well).",
    takes: ["figure", "horizonYears", "blame"],
  },
  votes: {
    title: "Who signs",
    answers: "What each agency ends up with under each regime, whether its consent is needed, and whether it gives it.",
    takes: ["figure", "horizonYears", "blame"],
  },
  "price-of-silos": {
    title: "The price of silos",
    answers:
      "What could be had beside what each regime realises, by the years that are counted and the weight of blame.",
    takes: ["figure"],
  },
  settle: {
    title: "Settled",
    answers:
      "Where each party stands under each funding regime, before and after its rules; undiscounted, over all years or by year.",
    takes: ["by"],
  },
  postings: {
    title: "Postings",
    answers: "What funding rules move in the central run, from whom to whom and why.",
    takes: ["year"],
  },
  ledger: {
    title: "Ledger",
    answers: "What every line does to each agency's budget in each year; more than £0 is good for it.",
    takes: ["years", "pounds"],
  },
  activity: {
    title: "Activity",
    answers: "How many contacts each service has in each year, without and with.",
  },
  "contacts-per-person": {
    title: "Contacts a person",
    answers:
      "How many contacts a person has in a year, without and with: everyone, or those an intervention has taken in.",
  },
  cash: {
    title: "Cash",
    answers: "What stops, in each year, and what of a saving is cash because of it, idle, or filled by others.",
  },
  "budget-gap": {
    title: "Budget gap",
    answers:
      "What each agency spends beside what it has, when the money runs out, and how many it turns away; undiscounted.",
  },
  people: {
    title: "People",
    answers: "How many people there are in each state and each intervention, without and with, in each year.",
  },
  concentration: {
    title: "Concentration",
    answers: "How few people make how much of the demand, from the segment of least need to that of most.",
  },
  appraisal: {
    title: "Appraisal",
    answers: "Costs, benefits, ratio and payback for the place, the public purse and society.",
  },
  "public-value": {
    title: "Public value",
    answers:
      "The financial case, cash alone, beside public value: fiscal, economic and social, less what is only transferred.",
  },
  outcomes: {
    title: "Outcomes",
    answers: "What comes of it besides money, such as life years or jobs, without and with, in each year.",
  },
  "value-for-money": {
    title: "Value for money",
    answers: "Net beside outcomes, and how often both are better: better outcomes at less cost.",
  },
  "cost-effectiveness": {
    title: "Cost-effectiveness",
    answers: "What each strategy costs, what comes of it, and what one outcome more costs, in present value.",
    takes: ["outcome", "of"],
  },
  acceptability: {
    title: "Acceptability",
    answers: "How likely each strategy is to be the best, by what one outcome is worth.",
    takes: ["outcome", "of", "willingnessToPay"],
  },
  evpi: {
    title: "Value of perfect information",
    answers: "The most it can be worth to find out before choosing a strategy, or none, by net in present value.",
    takes: ["of"],
  },
  assumptions: {
    title: "Assumptions",
    answers: "Every number it stands on, its source, and how much of the spread of society's net goes with it.",
  },
  explain: {
    title: "One figure explained",
    answers: "An agency's net in one year of the central run, as a sum a reader can redo; undiscounted.",
    takes: ["agency", "year"],
  },
  sensitivity: {
    title: "Sensitivity",
    answers: "What the central result becomes when one number goes to the ends of its range.",
    takes: ["of", "figure"],
  },
  "switching-values": {
    title: "Switching values",
    answers: "How wrong one number would have to be for the central result to change sign.",
    takes: ["of", "figure"],
  },
  expectations: {
    title: "Expectations",
    answers: "Published results beside what the central run gives.",
  },
} as const satisfies Readonly<Record<string, OutputSummary>>;

/** The name of an output. */
export type OutputName = keyof typeof entries;

/** The outputs there are. Apart from what makes them, so that a list of them loads nothing. */
export const contents: Readonly<Record<OutputName, OutputSummary>> = entries;

/** The names of all outputs, in reading order. */
export const outputNames = Object.keys(entries) as readonly OutputName[];
