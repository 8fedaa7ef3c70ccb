import { keysOf } from "../base/records.js";
import { frozen } from "../data/frozen.js";
import { answerOutput } from "./answer/answer.js";
import type { Output } from "./output.js";
import { appraisalOutput } from "./outputs/money/appraisal.js";
import { cashOutput } from "./outputs/money/cash.js";
import { cashByYearOutput } from "./outputs/money/cash-by-year.js";
import { concentrationOutput } from "./outputs/money/concentration.js";
import { costShiftsOutput } from "./outputs/money/cost-shifts.js";
import { horizonsOutput } from "./outputs/money/horizons.js";
import { interplayOutput } from "./outputs/money/interplay.js";
import { ledgerOutput } from "./outputs/money/ledger.js";
import { publicValueOutput } from "./outputs/money/public-value.js";
import { whoSavesOutput } from "./outputs/money/who-saves.js";
import { wrongPocketsOutput } from "./outputs/money/wrong-pockets.js";
import { activityOutput } from "./outputs/people/activity.js";
import { budgetGapOutput } from "./outputs/people/budget-gap.js";
import { contactsPerPersonOutput } from "./outputs/people/contacts-per-person.js";
import { failureDemandOutput } from "./outputs/people/failure-demand.js";
import { outcomesOutput } from "./outputs/people/outcomes.js";
import { peopleOutput } from "./outputs/people/people.js";
import { placeCountOutput } from "./outputs/people/place-count.js";
import { waitingOutput } from "./outputs/people/waiting.js";
import { dealOutput } from "./outputs/rules/deal.js";
import { decideOutput } from "./outputs/rules/decide.js";
import { postingsOutput } from "./outputs/rules/postings.js";
import { priceOfSilosOutput } from "./outputs/rules/price-of-silos.js";
import { settleOutput } from "./outputs/rules/settle.js";
import { votesOutput } from "./outputs/rules/votes.js";
import { acceptabilityOutput } from "./outputs/uncertainty/acceptability.js";
import { calibrationOutput } from "./outputs/uncertainty/calibration.js";
import { costEffectivenessOutput } from "./outputs/uncertainty/cost-effectiveness.js";
import { evpiOutput } from "./outputs/uncertainty/evpi.js";
import { evppiOutput } from "./outputs/uncertainty/evppi.js";
import { scanOutput } from "./outputs/uncertainty/scan.js";
import { sensitivityOutput } from "./outputs/uncertainty/sensitivity.js";
import { switchingValuesOutput } from "./outputs/uncertainty/switching-values.js";
import { valueForMoneyOutput } from "./outputs/uncertainty/value-for-money.js";
import { assumptionsOutput } from "./outputs/why/assumptions.js";
import { expectationsOutput } from "./outputs/why/expectations.js";
import { explainOutput } from "./outputs/why/explain.js";
import { referencesOutput } from "./outputs/why/references.js";
import { readBackOutput } from "./read-back/read-back.js";

/**
 * Everything a simulation can be asked for, in reading order: what `who-saves run --show` takes.
 * @example Object.keys(outputs)[0] // => "answer"
 */
export const outputs = frozen({
  answer: answerOutput,
  "who-saves": whoSavesOutput,
  "cost-shifts": costShiftsOutput,
  "wrong-pockets": wrongPocketsOutput,
  horizons: horizonsOutput,
  interplay: interplayOutput,
  decide: decideOutput,
  votes: votesOutput,
  deal: dealOutput,
  "price-of-silos": priceOfSilosOutput,
  settle: settleOutput,
  postings: postingsOutput,
  ledger: ledgerOutput,
  activity: activityOutput,
  waiting: waitingOutput,
  "contacts-per-person": contactsPerPersonOutput,
  "failure-demand": failureDemandOutput,
  cash: cashOutput,
  "cash-by-year": cashByYearOutput,
  "budget-gap": budgetGapOutput,
  "place-count": placeCountOutput,
  people: peopleOutput,
  concentration: concentrationOutput,
  appraisal: appraisalOutput,
  "public-value": publicValueOutput,
  outcomes: outcomesOutput,
  "value-for-money": valueForMoneyOutput,
  "cost-effectiveness": costEffectivenessOutput,
  acceptability: acceptabilityOutput,
  evpi: evpiOutput,
  evppi: evppiOutput,
  "read-back": readBackOutput,
  calibration: calibrationOutput,
  assumptions: assumptionsOutput,
  references: referencesOutput,
  explain: explainOutput,
  sensitivity: sensitivityOutput,
  "switching-values": switchingValuesOutput,
  scan: scanOutput,
  expectations: expectationsOutput,
} as const satisfies Readonly<Record<string, Output>>);

/** The name of an output. */
export type OutputName = keyof typeof outputs;

/** The names of all outputs, in reading order. */
export const outputNames = keysOf(outputs);
