import { discharge, gainShare } from "../../examples/index.js";
import * as library from "../../src/index.js";
import * as reports from "../../src/report/index.js";
import { type Kind, type Kinds, run } from "./nonsense.js";

const waiting = library.simulate(discharge, { draws: 2, strategies: [] });
const experiment = { of: "text", figure: "text", strategy: "text", signal: "signal" } as const;
const compared = { outcome: "text", of: "text", strategies: "list", figure: "text" } as const;
const deciding = {
  horizonYears: "number or object",
  blame: "number or object",
  figure: "text",
  signal: "signal",
} as const;
const settings = { files: "object", set: "object", unitCosts: "list", values: "text" } as const;
const simulated: Kinds<library.SimulateOptions> = {
  draws: "number",
  seed: "free text",
  strategies: "list",
  regime: "object",
  cycles: "flag",
  onProgress: "function",
  signal: "signal",
};

/** A call with options, and what each takes. */
const callOf = <Options>(
  name: string,
  call: (options: Options) => unknown,
  kinds: Kinds<Options>,
  right: object = {},
): readonly [string, (options: unknown) => unknown, Readonly<Record<string, Kind>>, object] => [
  name,
  call as (options: unknown) => unknown,
  kinds,
  right,
];

export const calls = [
  callOf("simulate", (options: library.SimulateOptions) => library.simulate(gainShare, options), simulated, {
    draws: 1,
  }),
  callOf(
    "compile",
    (options: library.CompileOptions) => library.compile(gainShare, options),
    { draws: "number", seed: "free text", strategies: "list", regime: "object" },
    { draws: 1 },
  ),
  callOf(
    "sweep",
    (options: library.SweepOptions) => library.sweep(gainShare, {}, options),
    {
      ...{ figure: "text", of: "text", strategy: "text", money: "text", draws: "number", seed: "free text" },
      ...{ regime: "object", onProgress: "function", signal: "signal" },
    },
    { draws: 1 },
  ),
  callOf("sensitivity", (o: library.SensitivityOptions) => library.sensitivity(gainShare, o), {
    ...experiment,
    outcome: "text",
  }),
  callOf("switchingValues", (o: library.ExperimentOptions) => library.switchingValues(gainShare, o), experiment),
  callOf("costShifts", (o: library.SimulateOptions) => library.costShifts(gainShare, o), simulated, { draws: 1 }),
  callOf("cashByYear", (options: library.CashByYearOptions) => library.cashByYear(run, options), {
    pounds: "text",
    series: "series",
  }),
  callOf("ledger", (options: library.LedgerOptions) => library.ledger(run, options), {
    years: "text",
    pounds: "text",
    series: "series",
  }),
  callOf("draws", (options: library.DrawsOptions) => library.draws(run, options), {
    figure: "text",
    of: "text",
    strategy: "text",
    money: "text",
    year: "number",
  }),
  callOf("figureByYear", (options: library.FigureOptions) => library.figureByYear(run, options), {
    figure: "text",
    of: "text",
    strategy: "text",
    money: "text",
  }),
  callOf("compare", (options: library.FigureOptions) => library.compare(run, run, options), {
    figure: "text",
    of: "text",
    strategy: "text",
    money: "text",
  }),
  callOf("wrongPockets", (options: library.WrongPocketsOptions) => library.wrongPockets(run, options), {
    level: "text",
    figure: "text",
  }),
  callOf("activity", (options: library.PeriodOptions) => library.activity(waiting, options), { period: "text" }),
  callOf("people", (options: library.PeriodOptions) => library.people(waiting, options), { period: "text" }),
  callOf(
    "costEffectiveness",
    (options: NonNullable<Parameters<typeof library.costEffectiveness>[1]>) => library.costEffectiveness(run, options),
    compared,
  ),
  callOf("acceptability", (options: library.AcceptabilityOptions) => library.acceptability(run, options), {
    ...compared,
    willingnessToPay: "list",
  }),
  callOf("evppi", (options: library.EvpiOptions) => library.evppi(run, options), {
    ...compared,
    willingnessToPay: "list",
    signal: "signal",
  }),
  callOf("evpi", (options: library.EvpiOptions) => library.evpi(run, options), {
    ...compared,
    willingnessToPay: "list",
    signal: "signal",
  }),
  callOf("assumptions", (options: library.SpreadOptions) => library.assumptions(run, options), {
    of: "text",
    strategy: "text",
  }),
  callOf(
    "explain",
    (options: library.ExplainOptions) => library.explain(run, options),
    { agency: "text", year: "number", strategy: "text", signal: "signal" },
    { agency: "council" },
  ),
  callOf("settle", (o: library.SettleOptions) => library.settle(run, "silo", o), {
    strategies: "list",
    signal: "signal",
  }),
  callOf("postings", (options: library.PostingsOptions) => library.postings(run, "silo", options), {
    strategy: "text",
    year: "number",
    signal: "signal",
  }),
  callOf("decide", (options: library.DecideOptions) => library.decide(run, ["silo"], options), deciding),
  callOf("votes", (options: library.DecideOptions) => library.votes(run, ["silo"], options), deciding),
  callOf("deal", (options: library.DealOptions) => library.deal(run, ["silo"], options), {
    horizonYears: "number",
    figure: "text",
    signal: "signal",
  }),
  callOf("priceOfSilos", (o: library.PriceOfSilosOptions) => library.priceOfSilos(run, ["silo"], o), {
    horizons: "list",
    blames: "list",
    figure: "text",
    signal: "signal",
  }),
  callOf("defineScenario", (o: library.DefineOptions) => library.defineScenario(gainShare.form as never, o), settings),
  callOf("report", (options: reports.ReportOptions) => reports.report(run, options), {
    show: "list",
    regimes: "list",
    onPart: "function",
    onProgress: "function",
    signal: "signal",
  }),
  callOf("toText", (options: reports.TextOptions) => reports.toText(reports.report(run), options), {
    colour: "flag",
    width: "number",
    lines: "number",
    allNotes: "flag",
  }),
];
