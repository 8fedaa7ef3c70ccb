import { damped } from "../funding/allocate/damped.js";
import { incremental } from "../funding/allocate/incremental.js";
import { matched } from "../funding/allocate/matched.js";
import { needsFormula } from "../funding/allocate/needs-formula.js";
import { perCapita } from "../funding/allocate/per-capita.js";
import { salami } from "../funding/allocate/salami.js";
import { outcomesContract } from "../funding/finance/outcomes-contract.js";
import { revolvingLoan } from "../funding/finance/revolving-loan.js";
import { transformationGrant } from "../funding/finance/transformation-grant.js";
import { activityTariff } from "../funding/pay/activity-tariff.js";
import { blended } from "../funding/pay/blended.js";
import { block } from "../funding/pay/block.js";
import { crossCharge } from "../funding/pay/cross-charge.js";
import { earnBack } from "../funding/pay/earn-back.js";
import { marginalRate } from "../funding/pay/marginal-rate.js";
import { outputConditional } from "../funding/pay/output-conditional.js";
import { paymentByResults } from "../funding/pay/payment-by-results.js";
import { ratesRetention } from "../funding/pay/rates-retention.js";
import { riskCorridor } from "../funding/pay/risk-corridor.js";
import { sharedSavings } from "../funding/pay/shared-savings.js";
import { targetPool } from "../funding/pay/target-pool.js";
import { budgetHoldingLeadProfessional } from "../funding/permit/budget-holding-lead-professional.js";
import { leadAgency } from "../funding/permit/lead-agency.js";
import { ringFenced } from "../funding/permit/ring-fenced.js";
import { singleBudget } from "../funding/permit/single-budget.js";
import { virement } from "../funding/permit/virement.js";
import { blend } from "../funding/share/blend.js";
import { byBenefit } from "../funding/share/by-benefit.js";
import { byInvestment } from "../funding/share/by-investment.js";
import { clarke } from "../funding/share/clarke.js";
import { constrainedEqual } from "../funding/share/constrained-equal.js";
import { equalGross } from "../funding/share/equal-gross.js";
import { equalNet } from "../funding/share/equal-net.js";
import { fixed } from "../funding/share/fixed.js";
import { leadKeeps } from "../funding/share/lead-keeps.js";
import { leadPays } from "../funding/share/lead-pays.js";
import { makeWhole } from "../funding/share/make-whole.js";
import { nucleolus } from "../funding/share/nucleolus.js";
import { postedContributions } from "../funding/share/posted-contributions.js";
import { shapley } from "../funding/share/shapley.js";
import { silo } from "../funding/share/silo.js";
import { carryForward } from "../funding/year-end/carry-forward.js";
import { keepShare } from "../funding/year-end/keep-share.js";
import { outturnPlus } from "../funding/year-end/outturn-plus.js";
import { ratchet } from "../funding/year-end/ratchet.js";
import { useItOrLoseIt } from "../funding/year-end/use-it-or-lose-it.js";
import { weitzman } from "../funding/year-end/weitzman.js";

/**
 * The rules of ours that the matrix of laws shows, by family and in plain words, with parameters for worlds of some £100,000. Whoever wants other
 * parameters makes a matrix of their own with lawMatrix.
 * @example Object.keys(sampleRules.permit)[0] // => "ring-fenced"
 */
export const sampleRules = {
  permit: {
    "ring-fenced": ringFenced,
    "virement of 10 %": virement({ share: 0.1 }),
    "single budget of each": singleBudget({ pooled: "each" }),
    "single budget of all": singleBudget({ pooled: "all" }),
    "lead agency: the council": leadAgency({ lead: "council" }),
    "budget-holding lead professional": budgetHoldingLeadProfessional,
  },
  finance: {
    "transformation grant of the whole cost": transformationGrant({ share: 1 }),
    "transformation grant of half": transformationGrant({ share: 0.5 }),
    "invest-to-save loan": revolvingLoan({ fundPounds: 1_000_000 }),
    "outcomes contract": outcomesContract({ commissioner: "treasury", poundsEach: 1000, capPounds: 100_000 }),
  },
  share: {
    silo,
    "lead pays: the council": leadPays({ lead: "council" }),
    "lead keeps: the council": leadKeeps({ lead: "council" }),
    "equal net": equalNet,
    "equal gross": equalGross,
    "fixed: half to council and hospital": fixed({ shares: { council: 0.5, hospital: 0.5 } }),
    "by investment": byInvestment,
    "by benefit": byBenefit,
    "make whole": makeWhole({}),
    "blend, θ = 0.8": blend({ theta: 0.8 }),
    Shapley: shapley,
    nucleolus,
    "constrained equal": constrainedEqual,
    "posted contributions, half each": postedContributions({ pounds: { council: 1, hospital: 1 } }),
    Clarke: clarke,
  },
  pay: {
    "block grant": block({ grantPounds: 100_000 }),
    "output-conditional, 25 % withheld": outputConditional({ grantPounds: 100_000, withheld: 0.25 }),
    "activity tariff": activityTariff({ poundsEach: 1000 }),
    "marginal rate": marginalRate({ poundsEach: 1000, baseline: 100, beyond: 0.3 }),
    blended: blended({ poundsEach: 1000, planned: 100, variable: 0.2 }),
    "payment by results": paymentByResults({ poundsEach: 1000, attachment: [0.8, 0.6, 0.4] }),
    "target pool, all or nothing": targetPool({ poolPounds: 100_000, target: 100, released: "all-or-nothing" }),
    "target pool, in proportion": targetPool({ poolPounds: 100_000, target: 100, released: "in-proportion" }),
    "shared savings": sharedSavings({ benchmarkPounds: 100_000, minimum: 0.02, share: 0.5 }),
    "shared savings and losses": sharedSavings({
      benchmarkPounds: 100_000,
      minimum: 0.02,
      share: 0.5,
      losses: { minimum: 0.02, share: 0.3 },
    }),
    "rates retention": ratesRetention({ localShare: 0.5, baselinePounds: 40_000, levy: 0.5, safetyNet: 0.925 }),
    "earn-back": earnBack({ baselinePounds: 100_000, share: 0.4, capPounds: 20_000 }),
    "cross-charge": crossCharge({ poundsPerDay: 100 }),
    "risk corridor": riskCorridor({ targetPounds: 100_000, within: 0.03, share: 0.5 }),
  },
  yearEnd: {
    "use it or lose it": useItOrLoseIt,
    "carry-forward up to 5 %": carryForward({ cap: 0.05 }),
    "full carry-forward": carryForward({}),
    "half is kept": keepShare({ share: 0.5 }),
    "ratchet ¼, the cash kept": ratchet({ share: 0.25, of: carryForward({}) }),
    "ratchet ½, the cash kept": ratchet({ share: 0.5, of: carryForward({}) }),
    "ratchet ½, the cash given back": ratchet({ share: 0.5, of: useItOrLoseIt }),
    "Weitzman ½, the cash kept": weitzman({ share: 0.5, of: carryForward({}) }),
    "outturn plus 2 %": outturnPlus({ growth: 0.02 }),
  },
  allocate: {
    "per capita": perCapita,
    "needs formula": needsFormula({}),
    "needs formula less resources": needsFormula({ resources: 1 }),
    "needs formula, damped at 95 %": damped({ floor: 0.95, of: needsFormula({}) }),
    "incremental, 2 % a year": incremental({ growth: 0.02 }),
    "salami slice": salami({}),
    "matched, pound for pound, up to £5,000": matched({ poundsPerPound: 1, capPounds: 5000 }),
  },
} as const;
