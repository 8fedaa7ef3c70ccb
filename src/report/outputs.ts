import { keysOf } from "../base/records.js";
import { frozen } from "../data/frozen.js";
import type { Output } from "./output.js";
import { acceptabilityOutput } from "./outputs/acceptability.js";
import { activityOutput } from "./outputs/activity.js";
import { answerOutput } from "./outputs/answer.js";
import { appraisalOutput } from "./outputs/appraisal.js";
import { assumptionsOutput } from "./outputs/assumptions.js";
import { budgetGapOutput } from "./outputs/budget-gap.js";
import { calibrationOutput } from "./outputs/calibration.js";
import { cashOutput } from "./outputs/cash.js";
import { cashByYearOutput } from "./outputs/cash-by-year.js";
import { concentrationOutput } from "./outputs/concentration.js";
import { contactsPerPersonOutput } from "./outputs/contacts-per-person.js";
import { costEffectivenessOutput } from "./outputs/cost-effectiveness.js";
import { costShiftsOutput } from "./outputs/cost-shifts.js";
import { dealOutput } from "./outputs/deal.js";
import { decideOutput } from "./outputs/decide.js";
import { evpiOutput } from "./outputs/evpi.js";
import { evppiOutput } from "./outputs/evppi.js";
import { expectationsOutput } from "./outputs/expectations.js";
import { explainOutput } from "./outputs/explain.js";
import { failureDemandOutput } from "./outputs/failure-demand.js";
import { horizonsOutput } from "./outputs/horizons.js";
import { interplayOutput } from "./outputs/interplay.js";
import { ledgerOutput } from "./outputs/ledger.js";
import { outcomesOutput } from "./outputs/outcomes.js";
import { peopleOutput } from "./outputs/people.js";
import { placeCountOutput } from "./outputs/place-count.js";
import { postingsOutput } from "./outputs/postings.js";
import { priceOfSilosOutput } from "./outputs/price-of-silos.js";
import { publicValueOutput } from "./outputs/public-value.js";
import { readBackOutput } from "./outputs/read-back.js";
import { referencesOutput } from "./outputs/references.js";
import { scanOutput } from "./outputs/scan.js";
import { sensitivityOutput } from "./outputs/sensitivity.js";
import { settleOutput } from "./outputs/settle.js";
import { switchingValuesOutput } from "./outputs/switching-values.js";
import { valueForMoneyOutput } from "./outputs/value-for-money.js";
import { votesOutput } from "./outputs/votes.js";
import { waitingOutput } from "./outputs/waiting.js";
import { whoSavesOutput } from "./outputs/who-saves.js";
import { wrongPocketsOutput } from "./outputs/wrong-pockets.js";

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
