import type { standardRegimes } from "./regimes.js";
import type { RuleFamily } from "./rule.js";
import type { rules } from "./rules.js";

/** What each rule does, in a line, by family; apart from the rules, so that a list of them loads nothing. */
export const ruleWords: { readonly [F in RuleFamily]: { readonly [Name in keyof (typeof rules)[F]]: string } } = {
  permit: {
    ringFenced: "what was given for a purpose is spent on nothing else",
    singleBudget: "only the sum is bounded: of each agency, of all, or of those who pool",
    virement: "a ring-fence with a gate: up to a share may go elsewhere",
    leadAgency: "one agency holds everybody's budget and spends on its own wishes first",
    budgetHoldingLeadProfessional: "one worker holds what all were given for one person",
  },
  finance: {
    revolvingLoan: "a fund lends the cost, and has a share of what is saved until it is repaid",
    transformationGrant: "the Treasury pays a share of the cost and asks nothing back",
    outcomesContract: "an investor pays the cost, and is paid for outcomes",
  },
  share: {
    silo: "everybody bears what it pays and keeps what its own bills fall by",
    leadPays: "one agency bears the whole cost",
    leadKeeps: "one agency has all that is left",
    equalNet: "what is left is shared equally",
    equalGross: "what is saved is shared equally, and everybody bears what it pays",
    fixed: "what is left is split in shares agreed beforehand",
    byInvestment: "what is left is shared by what each paid",
    byBenefit: "the cost is shared by what each one's own bills fall by",
    makeWhole: "whoever loses is topped up by the winners; around another rule, which then may meet a loss",
    blend: "what is left is split partly by benefit, partly by investment",
    shapley: "each has what it adds, on the mean over all orders of arriving",
    nucleolus: "the largest complaint of any group is made as small as it can be (the Talmud's rule)",
    constrainedEqual: "equal awards, but nobody has more than its claim",
    postedContributions: "each signs for its part of the cost and keeps what its own bills fall by",
    clarke: "each pays for what its word changes for the others; what that comes to goes to the Treasury",
  },
  pay: {
    block: "a fixed sum, whatever is done",
    outputConditional: "a sum of which a share is withheld unless a report comes",
    activityTariff: "a price for each",
    marginalRate: "a price for each up to a baseline, and a share of it beyond",
    blended: "a price for what was planned, and a share of it for what is more or less",
    paymentByResults: "a fee for taking somebody on, and the rest for success",
    targetPool: "a pool that is paid for a target: all or nothing, or in proportion",
    sharedSavings: "a share of what is spent below a benchmark",
    ratesRetention: "a share of local taxes, less a levy, above a safety net",
    earnBack: "a share of growth above a baseline",
    crossCharge: "whoever causes a cost to another pays for each day of it",
    riskCorridor: "gains and losses outside a corridor are shared",
    planningObligation: "whoever causes a cost pays a part of it once",
  },
  yearEnd: {
    useItOrLoseIt: "what is not spent goes back to the centre",
    carryForward: "what is not spent is kept, up to a share of the base",
    keepShare: "a share of what is not spent is kept",
    ratchet: "whoever spends less than its base has a share of the difference taken off it for good",
    weitzman: "the next base moves towards what was spent",
    outturnPlus: "the next base is what was spent, and a little more",
  },
  allocate: {
    perCapita: "a pot is divided by heads",
    needsFormula: "a pot is divided by people and their need, less what each can raise",
    damped: "another rule divides the pot, but nobody falls below a share of what it had",
    incremental: "everybody gets what it had and a little more",
    salami: "everybody is cut by the same share, but for those who are protected",
    matched: "so much for each pound that is put in",
  },
};

/** What each regime that every place knows is, in a line. */
export const regimeWords: { readonly [Name in keyof typeof standardRegimes]: string } = {
  silo: "everybody bears what it pays and keeps what it saves",
  "voluntary-partnership": "those who gain see to it that nobody loses; whoever is asked for money may walk away",
  "gain-share": "costs are shared by benefit; whoever is asked for money must sign",
  "pooled-budget": "all may spend what others do not need; one vote on what is left for all",
  "single-place-budget": "one purse and one vote, and what is saved is kept from year to year",
  "treasury-pays": "the centre pays and decides; the agencies keep what they save",
  "treasury-pays-and-claws-back": "the centre pays and decides, and has back what is not spent",
};
