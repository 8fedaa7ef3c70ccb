import * as z from "zod";
import type { Problem } from "../base/problems/problem.js";
import { strictObject } from "../base/strict-object.js";
import type { UnitCost } from "../data/unit-costs/unit-cost.js";
import type { Regime } from "../funding/regime.js";
import type { Quantity } from "../quantity/expression.js";
import { quantityForm } from "../quantity/forms.js";
import { type Agency, agencyForm } from "./agencies/agency.js";
import type { Names } from "./define/names.js";
import type { RegimeSource, ScenarioSource } from "./define/scenario.js";
import { type Expectation, expectForm } from "./expect.js";
import { type Intervention, interventionForm } from "./interventions/intervention.js";
import { type Strategy, strategyForm } from "./interventions/strategy.js";
import { type Money, moneyForm } from "./money/money.js";
import { labelForm, nameForm } from "./name-forms.js";
import { type Calibration, type Observation, observedForm } from "./observed.js";
import { type Cohort, cohortForm } from "./people/cohort.js";
import { regimeForm } from "./regimes/regime-form.js";
import type { Cause } from "./services/demand.js";
import { causeForm } from "./services/demand-form.js";
import { type Service, serviceForm } from "./services/service.js";
import type { Source } from "./source.js";
import { sourceForm } from "./source-form.js";
import type { Time } from "./time/time.js";
import { timeForm } from "./time/time-form.js";

const reasonForm = z.string().min(1).max(400);

/** A scenario as its author writes it: in YAML, JSON or TypeScript. The JSON Schema is built from this. */
export const scenarioForm = strictObject({
  $schema: z.string().describe("Where an editor finds the JSON Schema.").optional(),
  title: z.string().max(200).describe("What the scenario is called."),
  question: z.string().max(4000).describe("The question it answers, and its story."),
  time: timeForm,
  money: moneyForm,
  sources: z.record(nameForm, sourceForm).describe("Where figures were read, by the name that values use.").optional(),
  quantities: z.record(nameForm, quantityForm).describe("Named numbers, which any formula may read.").optional(),
  agencies: z.record(nameForm, agencyForm).describe("The bodies that pay and save."),
  cohorts: z.record(nameForm, cohortForm).describe("The people, cases or homes."),
  services: z
    .record(nameForm, serviceForm)
    .describe("The services people come to, and what a contact costs each agency.")
    .optional(),
  demand: z.record(nameForm, causeForm).describe("What brings contacts to services.").optional(),
  interventions: z.record(labelForm, interventionForm).describe("What an agency might pay for."),
  strategies: z
    .record(labelForm, strategyForm)
    .describe("Sets of interventions to compare; by default each intervention, and all of them together.")
    .optional(),
  answer: z
    .array(z.string().max(200))
    .min(1)
    .describe("The outputs that answer the question, as --show takes them: [budget-gap, explain:hospital:2].")
    .optional(),
  regimes: z
    .record(labelForm, regimeForm)
    .describe("Funding rules to compare: who pays whom, who keeps the savings, and whose consent is needed.")
    .optional(),
  expect: z
    .record(labelForm, expectForm)
    .describe("Published results that the central run should reproduce.")
    .optional(),
  observed: z
    .record(labelForm, observedForm)
    .describe("What was counted in business as usual: the draws count by how well they agree with it.")
    .optional(),
  accept: z
    .record(z.string(), z.union([reasonForm, z.record(z.string(), reasonForm)]))
    .describe("What check warns of and is meant: the reason by address, or by kind: { interventions.hub: … }.")
    .optional(),
}).describe("A place and its agencies, without and with interventions.");

/** A scenario as its author writes it, with every number in any of its forms. */
export type ScenarioForm = z.input<typeof scenarioForm>;

/** A value in place of one in the scenario: a number or text, or a number with its range and source. */
export type SettingForm =
  | number
  | string
  | {
      readonly value: number | string;
      readonly low?: number | string;
      readonly high?: number | string;
      readonly source?: string;
      readonly priceYear?: string;
      readonly note?: string;
    };

/** Values that replace those in the scenario, by address: `{ "quantities.effect": "50%", "time.years": 10 }`. */
export type Settings = Readonly<Record<string, SettingForm>>;

/** The texts of the files a scenario refers to, by the path it writes. */
export type Files = Readonly<Record<string, string>>;

/**
 * A scenario that was read: every name is checked, every number is a quantity with its address, sugar is expanded,
 * and maps are sorted by name, but strategies and regimes keep the order of the file. It is plain data, and all that
 * the engine knows.
 * `form`, `files` and `unitCosts` are its sources, so that a changed scenario can be read again.
 */
export interface Scenario<N extends Names = Names> {
  /** The title. */
  readonly title: string;
  /** What it asks, and its story. */
  readonly question: string;
  /** When it starts, how many years it has, and how long a cycle is. */
  readonly time: Time;
  /** Price year, discount rates and optimism bias. */
  readonly money: Money;
  /** The sources, by key. */
  readonly sources: Readonly<Record<N["source"], Source>>;
  /** The named numbers, by name. */
  readonly quantities: Readonly<Record<N["quantity"], Quantity>>;
  /** The agencies, by name. */
  readonly agencies: Readonly<Record<N["agency"], Agency>>;
  /** The groups of people, by name. */
  readonly cohorts: Readonly<Record<N["cohort"], Cohort>>;
  /** The services, by name. */
  readonly services: Readonly<Record<N["service"], Service>>;
  /** The causes of contacts, by name. */
  readonly demand: Readonly<Record<N["demand"], Cause>>;
  /** The interventions, by name. */
  readonly interventions: Readonly<Record<N["intervention"], Intervention>>;
  /** The strategies, by name; if the file has none, each intervention and all of them. */
  readonly strategies: Readonly<Record<N["strategy"], Strategy>>;
  /** The outputs that answer its question, as `--show` takes them. This floor does not know whether they exist. */
  readonly answer: readonly string[];
  /** As the scenario writes them. `regimeNamed` builds their rules. */
  readonly regimes: Readonly<Record<N["regime"], RegimeSource>>;
  /** The funding rules of a run: a name, or a value of its own. Null by default; `simulate` sets them. */
  readonly inForce: string | Regime | null;
  /** The results that it should give, by name. */
  readonly expect: Readonly<Record<string, Expectation>>;
  /** What was counted in business as usual, by name. */
  readonly observed: Readonly<Record<string, Observation>>;
  /** What `observed` makes of the draws of a run. Null by default; `simulate` sets it. */
  readonly calibration: Calibration | null;
  /** What looks wrong and is meant: the reason by address, or by the kinds of doubt there. */
  readonly accept: Readonly<Record<string, string | Readonly<Record<string, string>>>>;
  /** The file as data. */
  readonly form: ScenarioSource<Names>;
  /** The texts of the CSV files that it names, by path. */
  readonly files: Files;
  /** The unit costs of your own that it was read with. */
  readonly unitCosts: readonly UnitCost[];
  /** The values that replace those in the scenario, by address. */
  readonly set: Settings;
  /** Warnings for readers of the results. None of them is an error. */
  readonly warnings: readonly Problem[];
}
