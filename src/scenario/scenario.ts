import * as z from "zod";
import type { Problem } from "../base/problem.js";
import type { Regime } from "../funding/regime.js";
import type { Quantity } from "../quantity/expression.js";
import { quantityForm } from "../quantity/forms.js";
import { type Agency, agencyForm } from "./agencies/agency.js";
import { type Expectation, expectForm } from "./expect.js";
import { type Intervention, interventionForm } from "./interventions/intervention.js";
import { type Strategy, strategyForm } from "./interventions/strategy.js";
import { type Money, moneyForm } from "./money/money.js";
import { labelForm, nameForm } from "./names.js";
import { type Cohort, cohortForm } from "./people/cohort.js";
import { type RegimeSource, regimeForm } from "./regimes/regime-form.js";
import { type Cause, causeForm } from "./services/demand.js";
import { type Service, serviceForm } from "./services/service.js";
import { type Source, sourceForm } from "./source.js";
import { type Time, timeForm } from "./time.js";

/** A scenario as it is written: in YAML, JSON or TypeScript. The JSON Schema is made from this. */
export const scenarioForm = z
  .strictObject({
    $schema: z.string().describe("Where an editor finds the JSON Schema.").optional(),
    title: z.string().max(200).describe("What the scenario is called."),
    question: z.string().max(4000).describe("The question it answers, and its story."),
    time: timeForm,
    money: moneyForm,
    sources: z
      .record(nameForm, sourceForm)
      .describe("Where figures were read, by the name that values use.")
      .optional(),
    quantities: z.record(nameForm, quantityForm).describe("Named numbers, which any formula may read.").optional(),
    agencies: z.record(nameForm, agencyForm).describe("The bodies that pay and save."),
    cohorts: z.record(nameForm, cohortForm).describe("The people, cases or homes."),
    services: z
      .record(nameForm, serviceForm)
      .describe("What people come to, and what a contact costs whom.")
      .optional(),
    demand: z.record(nameForm, causeForm).describe("What brings contacts to services.").optional(),
    interventions: z.record(labelForm, interventionForm).describe("What a body might pay for."),
    strategies: z
      .record(labelForm, strategyForm)
      .describe("Sets of interventions to compare; each, and all, where left out.")
      .optional(),
    regimes: z
      .record(labelForm, regimeForm)
      .describe("Funding rules to compare: who pays whom, who keeps what is saved, and whose consent is needed.")
      .optional(),
    expect: z
      .record(labelForm, expectForm)
      .describe("Published results that the central run should reproduce.")
      .optional(),
  })
  .describe("A place and its agencies, without and with interventions.");

/** A scenario as it is written, every number in any of its forms. */
export type ScenarioForm = z.input<typeof scenarioForm>;

/** Values to put in place of what is written, by address: `{ "quantities.effect": "50%", "time.years": 10 }`. */
export type Settings = Readonly<Record<string, number | string>>;

/** The texts of files a scenario refers to, by the path it writes. */
export type Files = Readonly<Record<string, string>>;

/**
 * A scenario, read: every name checked, every number a quantity with its address, sugar expanded, maps sorted by name.
 * Plain data; the engine knows nothing else. `form` and `files` are what it was read from, so that a changed one can be read again.
 */
export interface Scenario {
  readonly title: string;
  readonly question: string;
  readonly time: Time;
  readonly money: Money;
  readonly sources: Readonly<Record<string, Source>>;
  readonly quantities: Readonly<Record<string, Quantity>>;
  readonly agencies: Readonly<Record<string, Agency>>;
  readonly cohorts: Readonly<Record<string, Cohort>>;
  readonly services: Readonly<Record<string, Service>>;
  readonly demand: Readonly<Record<string, Cause>>;
  readonly interventions: Readonly<Record<string, Intervention>>;
  readonly strategies: Readonly<Record<string, Strategy>>;
  /** As they are written; `regimeNamed` makes their rules. */
  readonly regimes: Readonly<Record<string, RegimeSource>>;
  /** The funding rules a run is under: none unless `simulate` is told so. */
  readonly inForce: Regime | null;
  readonly expect: Readonly<Record<string, Expectation>>;
  readonly form: ScenarioForm;
  readonly files: Files;
  /** What was set from outside, in place of what is written. */
  readonly set: Settings;
  /** What a reader of the results should know; no error is among them. */
  readonly warnings: readonly Problem[];
}
