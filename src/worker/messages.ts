import type { Problem } from "../base/problems/problem.js";
import type { SimulateOptions } from "../engine/simulate.js";
import type { ReportOptions } from "../report/report.js";
import type { Report } from "../report/table.js";
import type { ReadOptions } from "../scenario/read.js";
import type { Scenario } from "../scenario/scenario.js";

/** A request to read a scenario, run it and report on it. It stops the request before it. */
export interface RunRequest {
  /** Asks for a run. */
  readonly kind: "run";
  /** A number or name of your own, which each answer repeats. */
  readonly id: number | string;
  /** The text of a scenario, or what it was parsed to. */
  readonly scenario: string | object;
  /** How it is read: values to change, the texts of its files. Default: as it is. */
  readonly read?: ReadOptions;
  /** How it is run. A regime is a name, since a function cannot be posted. Default: that of `simulate`. */
  readonly options?: Pick<SimulateOptions, "draws" | "seed" | "strategies" | "cycles"> & { readonly regime?: string };
  /** The outputs of the report, as `report` takes them. Default: the answer. */
  readonly show?: NonNullable<ReportOptions["show"]>;
  /** False to leave out the pictures as data, since the page of HTML has them too. Default: true. */
  readonly charts?: boolean;
  /** The regimes that outputs compare, by name. Default: as `report`. */
  readonly regimes?: NonNullable<ReportOptions["regimes"]>;
}

/** A request to stop the run that goes on. */
export interface StopRequest {
  /** Asks a run to stop. */
  readonly kind: "stop";
}

/** A picture of a report as data. `svg` is 700 pixels wide. */
export interface PostedChart {
  /** The name of the output. */
  readonly name: string;
  /** Its title, for readers. */
  readonly title: string;
  /** What the picture shows, in words, for readers who do not see it. */
  readonly describe: string;
  /** The picture. */
  readonly svg: string;
}

/** A report on some draws, as data, as one page of HTML, and its pictures. */
export interface PostedReport {
  /** The run that it is of. */
  readonly id: RunRequest["id"];
  /** The number of draws that the report is made from. */
  readonly draws: number;
  /** The report as data. */
  readonly report: Report;
  /** The report as a page. */
  readonly html: string;
  /** Empty if the request left them out. */
  readonly charts: readonly PostedChart[];
  /** What a reader should know beside the results. */
  readonly warnings: readonly Problem[];
}

/**
 * What a worker posts, in this order: the scenario that was read; how much is done, 0 to 1; results of fewer draws, if
 * there are many; and one of the result, the problems, or that it was stopped.
 */
export type RunAnswer =
  | { readonly kind: "read"; readonly id: RunRequest["id"]; readonly scenario: Scenario }
  | { readonly kind: "progress"; readonly id: RunRequest["id"]; readonly done: number }
  | ({ readonly kind: "partial" | "result" } & PostedReport)
  | { readonly kind: "problems"; readonly id: RunRequest["id"]; readonly problems: readonly Problem[] }
  | { readonly kind: "stopped"; readonly id: RunRequest["id"] };
