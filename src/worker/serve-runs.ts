import { errorText } from "../base/problems/error-text.js";
import {
  checkArgument,
  listOf,
  type OptionCheck,
  objectWith,
  ofKind,
  optionProblems,
  stopIfAborted,
} from "../base/problems/options.js";
import { type Problem, ScenarioError } from "../base/problems/problem.js";
import type { Simulation } from "../engine/simulate.js";
import { simulateAsync } from "../engine/simulate-async.js";
import { charts } from "../report/charts.js";
import { toHtml } from "../report/formats/html.js";
import { report } from "../report/report.js";
import type { Report } from "../report/table.js";
import { dataChecks, readScenario } from "../scenario/read.js";
import type { PostedChart, RunAnswer, RunRequest } from "./messages.js";

/** Where requests come from and answers go to: `self` in a worker of a page, `parentPort` of Node, a `MessagePort`. */
export interface Port {
  /** Sends an answer to the page. */
  readonly postMessage: (answer: RunAnswer) => void;
  /** Listens for the requests of the page. */
  readonly addEventListener: (type: "message", listen: (event: object) => void) => void;
  /** A `MessagePort` of a channel waits for it. */
  readonly start?: () => void;
}

/**
 * Answers requests to run scenarios, so that a page or a server does other work meanwhile. It is the whole of a worker.
 * A port runs one request at a time: a new request, or `{ kind: "stop" }`, stops the one before.
 * @param port `self` in a worker of a page, `parentPort` in one of Node, or a port of a `MessageChannel`
 * @returns nothing; it posts answers. What is wrong with a request is posted as problems
 * @example
 * const { port1, port2 } = new MessageChannel();
 * serveRuns(port1);
 * port2.postMessage({ kind: "run", id: 1, scenario: "title: Empty" });
 * const { data } = await new Promise((resolve) => { port2.onmessage = resolve; });
 * [port1, port2].forEach((port) => port.close());
 * [data.kind, data.problems[0].what] // => ["problems", "question is missing."]
 */
export const serveRuns = (port: Port): void => {
  checkArgument("port", port, portCheck, "Call it in the file of a worker: serveRuns(self).");
  let running = new AbortController();
  port.addEventListener("message", (event) => {
    const data = "data" in event ? event.data : undefined;
    running.abort();
    running = new AbortController();
    if (isOfKind(data, "stop")) return;
    if (isRun(data)) void answer(data, running.signal, (message) => port.postMessage(message));
    else port.postMessage({ kind: "problems", id: "", problems: [notUnderstood] });
  });
  port.start?.();
};

/** A page would hear its own answers, and answer them without end. */
const portCheck: OptionCheck = (port, name) =>
  objectWith({ postMessage: Function, addEventListener: Function })(port, name) ??
  ("document" in Object(port) ? `${name} is a page, not a worker.` : undefined);

const notUnderstood: Problem = {
  severity: "error",
  code: "option",
  address: "",
  what: "A message to the worker is a run or a stop.",
  mend: 'Post { kind: "run", id: 1, scenario: "…" } or { kind: "stop" }.',
};

const isOfKind = (data: unknown, kind: "run" | "stop"): data is object =>
  typeof data === "object" && data !== null && "kind" in data && data.kind === kind;

/** True if a request is meant as a run. What it lacks is answered as problems, under its id. */
const isRun = (data: unknown): data is RunRequest => isOfKind(data, "run");

/** The keys of a request to run. What reads them checks what is in `read` and `options`, and the names in lists. */
const requestChecks = {
  ...Object.fromEntries(["kind", "id", "scenario"].map((key) => [key, () => undefined])),
  read: ofKind("object"),
  options: ofKind("object"),
  show: listOf(ofKind("string")),
  regimes: listOf(ofKind("string")),
  charts: ofKind("boolean"),
};

/** The key of a request in which a key stands that is often written beside it. */
const homes: Readonly<Record<string, string>> = {
  ...Object.fromEntries(["draws", "seed", "strategies", "cycles", "regime"].map((key) => [key, "options"])),
  ...Object.fromEntries(["file", ...Object.keys(dataChecks)].map((key) => [key, "read"])),
};

/** What is wrong with the keys of a request, and where a misplaced one belongs. */
const requestProblems = (request: RunRequest): readonly Problem[] =>
  optionProblems(request, requestChecks, ["id", "scenario"]).map((problem) => {
    const key = problem.address.replace("options.", "");
    const mend = Object.hasOwn(homes, key) ? { mend: `Write ${homes[key]}: { ${key}: … }.` } : {};
    return { ...problem, address: problem.address.replace("options", "request"), ...mend };
  });

const answer = async (request: RunRequest, signal: AbortSignal, post: (answer: RunAnswer) => void): Promise<void> => {
  const { id = "", scenario: source, read, options, show, regimes, charts: hasCharts = true } = request;
  try {
    const misused = requestProblems(request);
    if (misused.length > 0) throw new ScenarioError(misused);
    // The requests that wait already stop this one before it takes time.
    await new Promise((resolve) => setTimeout(resolve));
    stopIfAborted(signal, "The run");
    const { scenario, problems } = readScenario(source, read);
    if (scenario === undefined) throw new ScenarioError(problems);
    post({ kind: "read", id, scenario });
    const postReport = (kind: "partial" | "result", simulation: Simulation): void => {
      const made = report(simulation, { ...(show && { show }), ...(regimes && { regimes }), signal });
      post({
        kind,
        id,
        draws: simulation.settings.draws,
        report: made,
        html: toHtml(made),
        charts: hasCharts ? postedCharts(made) : [],
        warnings: simulation.warnings,
      });
    };
    const onProgress = (done: number): void => post({ kind: "progress", id, done });
    const onPartial = (partial: Simulation): void => postReport("partial", partial);
    postReport("result", await simulateAsync(scenario, { ...options, signal, onProgress, onPartial }));
  } catch (error) {
    post(signal.aborted ? { kind: "stopped", id } : { kind: "problems", id, problems: problemsOf(error) });
  }
};

/** The width of a picture, in pixels. */
const chartWidth = 700;

const postedCharts = (made: Report): readonly PostedChart[] =>
  charts(made).map(({ svg, name, title, describe }) => ({ name, title, describe, svg: svg(chartWidth) }));

const problemsOf = (error: unknown): readonly Problem[] =>
  error instanceof ScenarioError ? error.problems : [{ severity: "error", address: "", what: errorText(error) }];
