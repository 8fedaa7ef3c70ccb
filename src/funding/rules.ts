import { frozen } from "../data/frozen.js";
import { damped } from "./allocate/damped.js";
import { incremental } from "./allocate/incremental.js";
import { increments } from "./allocate/increments.js";
import { matched } from "./allocate/matched.js";
import { needsFormula } from "./allocate/needs-formula.js";
import { perCapita } from "./allocate/per-capita.js";
import { salami } from "./allocate/salami.js";
import { outcomesContract } from "./finance/outcomes-contract.js";
import { outcomesPartnership } from "./finance/outcomes-partnership.js";
import { prudentialLoan } from "./finance/prudential-loan.js";
import { revolvingLoan } from "./finance/revolving-loan.js";
import { transformationGrant } from "./finance/transformation-grant.js";
import { activityTariff } from "./pay/activity-tariff.js";
import { blended } from "./pay/blended.js";
import { block } from "./pay/block.js";
import { crossCharge } from "./pay/cross-charge.js";
import { earnBack } from "./pay/earn-back.js";
import { marginalRate } from "./pay/marginal-rate.js";
import { medicareSharedSavings } from "./pay/medicare-shared-savings.js";
import { outputConditional } from "./pay/output-conditional.js";
import { paymentByResults } from "./pay/payment-by-results.js";
import { planningObligation } from "./pay/planning-obligation.js";
import { ratesRetention } from "./pay/rates-retention.js";
import { riskCorridor } from "./pay/risk-corridor.js";
import { sharedSavings } from "./pay/shared-savings.js";
import { targetPool } from "./pay/target-pool.js";
import { budgetHoldingLeadProfessional } from "./permit/budget-holding-lead-professional.js";
import { leadAgency } from "./permit/lead-agency.js";
import { ringFenced } from "./permit/ring-fenced.js";
import { singleBudget } from "./permit/single-budget.js";
import { virement } from "./permit/virement.js";
import { blend } from "./share/blend.js";
import { byBenefit } from "./share/by-benefit.js";
import { byInvestment } from "./share/by-investment.js";
import { clarke } from "./share/clarke.js";
import { constrainedEqual } from "./share/constrained-equal.js";
import { equalGross } from "./share/equal-gross.js";
import { equalNet } from "./share/equal-net.js";
import { fixed } from "./share/fixed.js";
import { leadKeeps } from "./share/lead-keeps.js";
import { leadPays } from "./share/lead-pays.js";
import { makeWhole } from "./share/make-whole.js";
import { nucleolus } from "./share/nucleolus.js";
import { postedContributions } from "./share/posted-contributions.js";
import { shapley } from "./share/shapley.js";
import { silo } from "./share/silo.js";
import { carryForward } from "./year-end/carry-forward.js";
import { deficitSupport } from "./year-end/deficit-support.js";
import { keepShare } from "./year-end/keep-share.js";
import { outturnPlus } from "./year-end/outturn-plus.js";
import { ratchet } from "./year-end/ratchet.js";
import { useItOrLoseIt } from "./year-end/use-it-or-lose-it.js";
import { weitzman } from "./year-end/weitzman.js";

/**
 * Every named funding rule, by its family, in the order in which a year applies the families.
 * A rule without parameters is itself the function. A rule with parameters is called with them: pounds for money, 0 to
 * 1 or "60%" for shares. The functions read and return whole pence. A plain function of the same type works in place of
 * a rule.
 * @throws ScenarioError, from a call with parameters beyond their bounds: which bound, and why it is one
 * @example
 * const year = { base: 100_00, reserve: 0, spent: 70_00 };
 * rules.yearEnd.carryForward({ cap: "10%" })(year) // => { base: 10000, reserve: 1000, surrendered: 2000 }
 */
export const rules = frozen({
  permit: { ringFenced, virement, singleBudget, leadAgency, budgetHoldingLeadProfessional },
  finance: { transformationGrant, revolvingLoan, prudentialLoan, outcomesContract, outcomesPartnership },
  share: {
    silo,
    leadPays,
    leadKeeps,
    equalNet,
    equalGross,
    fixed,
    byInvestment,
    byBenefit,
    makeWhole,
    blend,
    shapley,
    nucleolus,
    constrainedEqual,
    postedContributions,
    clarke,
  },
  pay: {
    block,
    outputConditional,
    activityTariff,
    marginalRate,
    blended,
    paymentByResults,
    targetPool,
    sharedSavings,
    medicareSharedSavings,
    ratesRetention,
    earnBack,
    crossCharge,
    riskCorridor,
    planningObligation,
  },
  yearEnd: { useItOrLoseIt, carryForward, keepShare, deficitSupport, ratchet, weitzman, outturnPlus },
  allocate: { perCapita, needsFormula, damped, incremental, increments, salami, matched },
} as const);
