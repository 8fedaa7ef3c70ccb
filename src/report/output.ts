import type { StopSignal } from "../base/problems/options.js";
import { listed } from "../base/problems/problem.js";
import type { Simulation } from "../engine/simulate.js";
import { answerLevelOf } from "../results/money/answer-level.js";
import { isReading, optionsOf } from "../results/sums/strategies.js";
import type { Measure } from "../results/sums/sums.js";
import type { Level } from "../scenario/agencies/level.js";
import { labelOf } from "../scenario/label.js";
import { regimeNameIn } from "../scenario/regimes/regime.js";
import type { Scenario } from "../scenario/scenario.js";
import type { Cell } from "./numbers.js";
import { checkAsked, type OptionName, type OutputOptions } from "./options.js";
import { columnsOf, type Page, type Table, type TableColumn, type TableColumns, tableOf } from "./table.js";
import { measureNote, noStrategy, upperBoundNote } from "./words.js";

/** What stops an output while it computes. */
export interface Stop {
  readonly signal?: StopSignal;
}

/** Called with the share that is done, 0 to 1, by outputs that run many times. */
export type OnProgress = (done: number) => void;

/** Builds the page of an output, until a signal stops it. */
export type MakePage = (simulation: Simulation, options?: OutputOptions, stop?: Stop, onProgress?: OnProgress) => Page;

/** Something a simulation can be asked for. */
export interface Output {
  /** A title for readers. */
  readonly title: string;
  /** The question it answers, in a sentence. */
  readonly answers: string;
  /** The options that may follow its name after colons, in this order. */
  readonly takes: readonly OptionName[];
  /** True if it reads draws in sums alone, so that a summed run has it, too. Default: false. */
  readonly isSummable?: true;
  /** The columns of its table; none for the answer, whose columns depend on the run. */
  readonly columns: readonly TableColumn[];
  /** Makes its page from a run. */
  readonly page: MakePage;
}

/** The net that an output is about, where its options ask for no other. */
interface NetBasis {
  /** A level, the level of the answer, or words such as `each agency`. */
  readonly of:
    | Level
    | "the answer"
    | `each ${string}`
    | `all ${string}`
    | ((options: OutputOptions) => Level | "the answer");
  /** Default: net. */
  readonly figure?: Measure | ((options: OutputOptions) => Measure);
  /** Default: the mean of the draws. */
  readonly run?: "the central run" | "the mean of the draws";
}

/** All facts of an output that is a table: its words, options, columns, rows and the sentences around them. */
interface TableOutput<Row> extends Pick<Output, "title" | "answers" | "isSummable"> {
  /** Default: none. */
  readonly takes?: readonly OptionName[];
  readonly columns: TableColumns<Row>;
  readonly rows: (
    simulation: Simulation,
    options: Omit<OutputOptions, "regimes">,
    regimes: OutputOptions["regimes"],
    stop: Stop,
    onProgress: OnProgress,
  ) => readonly Row[];
  /** Why there may be no rows, if there are strategies (or if it is about business as usual). */
  readonly empty?: string;
  /** True if there are rows about business as usual where there are no strategies to compare. Default: false. */
  readonly ofUsual?: true;
  /** True if it is about options: readings are left out, and a sentence says so. Default: false. */
  readonly ofOptions?: true;
  /** A table for readers, which text and markdown print in place of the rows. */
  readonly summary?: (rows: readonly Row[], options: OutputOptions, simulation: Simulation) => Table | undefined;
  /** What was found, in one sentence with numbers, or a few. */
  readonly finding?: (rows: readonly Row[], simulation: Simulation, options: OutputOptions) => readonly string[];
  /** The net that its figures are of, which the first sentence above the table says. Default: they are of none. */
  readonly net?: NetBasis;
  /** Sentences above the table. */
  readonly before?: (options: OutputOptions, simulation: Simulation) => readonly string[];
  /** True if its figures are before the optimism bias of a scenario, which a sentence says. Default: false. */
  readonly beforeBias?: true;
  /** Sentences below the table and below the note on upper bounds. */
  readonly after?: (rows: readonly Row[], simulation: Simulation) => readonly string[];
}

/** What rows of several outputs have. */
interface SharedKeys {
  readonly strategy?: Cell;
  readonly regime?: Cell;
  readonly upperBound?: Cell;
}

/** An output that is a table of rows. */
export const output = <Row extends Readonly<Record<keyof Row, Cell>> & SharedKeys>({
  title,
  answers,
  takes = [],
  isSummable,
  columns,
  rows,
  empty,
  ofUsual,
  ofOptions,
  summary = () => undefined,
  finding = () => [],
  net,
  before = () => [],
  beforeBias,
  after = () => [],
}: TableOutput<Row>): Output => ({
  title,
  answers,
  takes,
  ...(isSummable && { isSummable }),
  columns: columnsOf(columns),
  page: (simulation, options = {}, stop = {}, onProgress = () => {}) => {
    checkAsked(simulation.scenario, options);
    const { regimes, ...own } = options;
    const all = rows(simulation, own, regimes, stop, onProgress);
    const why = (!ofUsual && whyNone(simulation, ofOptions)) || empty;
    const { scenario } = simulation;
    const read = withRegimeNames(all, scenario);
    const short = summary(read, options, simulation);
    return {
      finding: all.length === 0 ? [] : finding(read, simulation, options),
      before: [
        ...(net ? [netNote(net, takes, options, simulation)] : []),
        ...before(options, simulation),
        ...(beforeBias ? biasNote(simulation) : []),
      ],
      table: tableOf(columns, all),
      ...(short && { summary: short }),
      after:
        why === noStrategy
          ? []
          : [
              ...upperBoundNote(boundsIn(all).map((name) => scenario.strategies[name].name)),
              ...(ofOptions ? readingNote(simulation) : []),
              ...after(read, simulation),
            ],
      empty: why,
    };
  },
});

/** The sentence that names the net of an output: its agency or level, and its run. */
const netNote = (
  { of: usual, figure = "net", run = "the mean of the draws" }: NetBasis,
  takes: readonly OptionName[],
  options: OutputOptions,
  simulation: Simulation,
): string => {
  const asked = takes.includes("of") ? options.of : takes.includes("level") ? options.level : undefined;
  const whose = typeof usual === "function" ? usual(options) : usual;
  const of = asked ?? (whose === "the answer" ? answerLevelOf(simulation) : whose);
  const askedFigure = takes.includes("figure") ? options.figure : undefined;
  const measure = typeof figure === "function" ? figure(options) : (askedFigure ?? figure);
  return measureNote(measure, { of, run }, simulation.scenario);
};

/** Rows in which regimes go by their names, for sentences and for tables that only readers see. */
const withRegimeNames = <Row extends SharedKeys>(rows: readonly Row[], scenario: Scenario): readonly Row[] =>
  rows.map((row) => (typeof row.regime === "string" ? { ...row, regime: regimeNameIn(scenario, row.regime) } : row));

/** A table of lines of the accounts as readers see it: the words of each line in place of its address. */
export const tableInWords =
  <Row extends Readonly<Record<keyof Row, Cell>> & { readonly address: string }>(columns: TableColumns<Row>) =>
  (rows: readonly Row[], _: OutputOptions, { scenario }: Simulation): Table =>
    tableOf(
      columns,
      rows.map((row) => ({ ...row, address: labelOf({ address: row.address }, scenario) })),
    );

/** Why an output about strategies, or about options alone, has no rows. Undefined if it may have some. */
const whyNone = (simulation: Simulation, ofOptions: true | undefined): string | undefined => {
  if (simulation.settings.strategies.length === 0) return noStrategy;
  return ofOptions && optionsOf(simulation).length === 0 ? "every strategy is a reading, not an option" : undefined;
};

/** A sentence on the optimism bias that figures are before; none if the scenario asks for none. */
const biasNote = ({ scenario }: Simulation): readonly string[] =>
  scenario.money.optimismBias === null
    ? []
    : ["These figures are before the optimism bias that the file sets; the answer, appraisal and decide are after it."];

/** A sentence on the strategies of a run that are readings; none if there are none. */
const readingNote = ({ scenario, settings }: Simulation): readonly string[] => {
  const readings = settings.strategies.filter((name) => isReading(scenario, name));
  if (readings.length === 0) return [];
  const are = readings.length === 1 ? "is a reading, not an option" : "are readings, not options";
  return [`${listed(readings.map((name) => scenario.strategies[name].name))} ${are}, and left out here.`];
};

/** The strategies of rows that are upper bounds. */
const boundsIn = (rows: readonly SharedKeys[]): readonly string[] => {
  const bounds = rows.flatMap(({ strategy, upperBound }) =>
    upperBound === true && typeof strategy === "string" ? [strategy] : [],
  );
  return [...new Set(bounds)];
};
