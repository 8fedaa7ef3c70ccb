import { answerPage } from "./answer/answer.js";
import { contents, type OutputName } from "./contents.js";
import type { MakePage } from "./output.js";
import { acceptabilityPage } from "./outputs/acceptability.js";
import { activityPage } from "./outputs/activity.js";
import { appraisalPage } from "./outputs/appraisal.js";
import { assumptionsPage } from "./outputs/assumptions.js";
import { budgetGapPage } from "./outputs/budget-gap.js";
import { cashPage } from "./outputs/cash.js";
import { concentrationPage } from "./outputs/concentration.js";
import { contactsPerPersonPage } from "./outputs/contacts-per-person.js";
import { costEffectivenessPage } from "./outputs/cost-effectiveness.js";
import { costShiftsPage } from "./outputs/cost-shifts.js";
import { decidePage } from "./outputs/decide.js";
import { evpiPage } from "./outputs/evpi.js";
import { expectationsPage } from "./outputs/expectations.js";
import { explainPage } from "./outputs/explain.js";
import { ledgerPage } from "./outputs/ledger.js";
import { outcomesPage } from "./outputs/outcomes.js";
import { peoplePage } from "./outputs/people.js";
import { postingsPage } from "./outputs/postings.js";
import { priceOfSilosPage } from "./outputs/price-of-silos.js";
import { publicValuePage } from "./outputs/public-value.js";
import { sensitivityPage } from "./outputs/sensitivity.js";
import { settlePage } from "./outputs/settle.js";
import { switchingValuesPage } from "./outputs/switching-values.js";
import { valueForMoneyPage } from "./outputs/value-for-money.js";
import { votesPage } from "./outputs/votes.js";
import { whoSavesPage } from "./outputs/who-saves.js";
import { wrongPocketsPage } from "./outputs/wrong-pockets.js";

/** Something a simulation can be asked for: its title, what it answers in a sentence, and what makes its page. */
export interface Output {
  readonly title: string;
  readonly answers: string;
  /** The options it takes. */
  readonly takes?: readonly string[];
  readonly page: MakePage;
}

/**
 * Everything a simulation can be asked for, in reading order: what `who-saves run --show` takes.
 * @example Object.keys(outputs)[0] // => "answer"
 */
export const outputs: { readonly [Name in OutputName]: Output } = {
  answer: { ...contents.answer, page: answerPage },
  "who-saves": { ...contents["who-saves"], page: whoSavesPage },
  "cost-shifts": { ...contents["cost-shifts"], page: costShiftsPage },
  "wrong-pockets": { ...contents["wrong-pockets"], page: wrongPocketsPage },
  decide: { ...contents.decide, page: decidePage },
  votes: { ...contents.votes, page: votesPage },
  "price-of-silos": { ...contents["price-of-silos"], page: priceOfSilosPage },
  settle: { ...contents.settle, page: settlePage },
  postings: { ...contents.postings, page: postingsPage },
  ledger: { ...contents.ledger, page: ledgerPage },
  activity: { ...contents.activity, page: activityPage },
  "contacts-per-person": { ...contents["contacts-per-person"], page: contactsPerPersonPage },
  cash: { ...contents.cash, page: cashPage },
  "budget-gap": { ...contents["budget-gap"], page: budgetGapPage },
  people: { ...contents.people, page: peoplePage },
  concentration: { ...contents.concentration, page: concentrationPage },
  appraisal: { ...contents.appraisal, page: appraisalPage },
  "public-value": { ...contents["public-value"], page: publicValuePage },
  outcomes: { ...contents.outcomes, page: outcomesPage },
  "value-for-money": { ...contents["value-for-money"], page: valueForMoneyPage },
  "cost-effectiveness": { ...contents["cost-effectiveness"], page: costEffectivenessPage },
  acceptability: { ...contents.acceptability, page: acceptabilityPage },
  evpi: { ...contents.evpi, page: evpiPage },
  assumptions: { ...contents.assumptions, page: assumptionsPage },
  explain: { ...contents.explain, page: explainPage },
  sensitivity: { ...contents.sensitivity, page: sensitivityPage },
  "switching-values": { ...contents["switching-values"], page: switchingValuesPage },
  expectations: { ...contents.expectations, page: expectationsPage },
};
