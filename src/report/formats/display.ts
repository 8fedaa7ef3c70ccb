import type { Simulation } from "../../engine/simulate.js";
import type { Names } from "../../scenario/define/names.js";
import { element, escapedLines } from "../charts/drawing.js";
import { charts } from "../charts.js";
import { type ReportOptions, report } from "../report.js";
import { toText } from "./text.js";

/** What a notebook shows of a run: its text, and its pictures above the text as HTML. */
export interface Displayed {
  /** What the run is asked to show, as plain text. */
  readonly text: string;
  /** Without style and script, so that it fits into any page. */
  readonly html: string;
  /** Gives the plain text. */
  readonly toString: () => string;
}

/** The method by which Jupyter asks a value of Deno what to show. It is not counted among the keys. */
const jupyter = Symbol.for("Jupyter.display");

/**
 * A run as the last line of a notebook: the answer and the picture of who pays and who saves. Jupyter with Deno shows
 * it as it is. In Observable, or a page, set `innerHTML` to its `html`.
 * @param simulation from `simulate`
 * @param options as for `report`. Default: the answer, and who saves
 * @returns its text and its HTML; names in it are escaped
 * @throws ScenarioError as `report`
 * @example display(simulate(fdac, { draws: 64 })).html.includes("<svg") // => true
 */
export function display<N extends Names>(simulation: Simulation<N>, options?: ReportOptions<N>): Displayed;
export function display(simulation: Simulation, options: ReportOptions = {}): Displayed {
  const text = toText(report(simulation, options));
  const drawn = charts(report(simulation, { show: ["who-saves"], ...options })).flatMap(({ sheets }) => sheets(700));
  const html = element("div", {}, [...drawn, element("pre", {}, escapedLines(text))].join("\n"));
  const shown = { text, html, toString: () => text };
  return Object.defineProperty(shown, jupyter, { value: () => ({ "text/plain": text, "text/html": html }) });
}
