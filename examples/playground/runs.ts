import type { RunAnswer, RunRequest } from "who-saves/worker";
import { tablesFor } from "./example-texts.js";
import { rangesOf } from "./ranges.js";
import type { Choices, PlacedProblem, State } from "./state.js";
import { workerNamed } from "./worker-named.js";

/** At a move of a slider: what is quick to report on few draws. */
const quick = { draws: 500, show: ["answer", "who-saves", "cash-by-year", "cash", "budget-gap", "concentration"] };

/** What takes longer comes after it. */
const slow = ["acceptability", "outcomes", "decide", "assumptions"];

/** The runs that a state needs, one after another. */
type Step = "survey" | "quick" | "full";

/**
 * Runs a state in workers, again at each call, and hands over what changes in the state by what comes back. A new text
 * is first surveyed without the sliders: which numbers have a range, and which regimes there are. What takes longer has
 * a worker of its own, so that a move of a slider never waits for it.
 */
export const runner = (update: (change: Partial<State>) => void): ((state: State) => Promise<void>) => {
  const [first, second] = [workerNamed("quick"), workerNamed("full")];
  let [asked, surveyed] = [0, ""];
  let current: State | undefined;
  const post = async (step: Step, state: State): Promise<void> => {
    const number = asked;
    const files = await tablesFor(state.text);
    const request = { ...requestOf(step, state, files), id: `${number} ${step}` };
    if (number === asked) (step === "full" ? second : first).postMessage(request);
  };
  const learn = (state: State, change: Partial<State>): State => {
    update(change);
    current = { ...state, ...change };
    return current;
  };
  const heard = ({ data: answer }: MessageEvent<RunAnswer>): void => {
    const [number, step] = String(answer.id).split(" ");
    if (Number(number) !== asked || current === undefined) return;
    if (answer.kind === "read" && step === "survey") learn(current, { scenario: answer.scenario });
    if (answer.kind === "problems") update({ problems: answer.problems.map(placed), waiting: undefined });
    if (answer.kind === "progress" && step === "full") update({ waiting: answer.done });
    if (answer.kind === "partial") update({ answer });
    if (answer.kind !== "result") return;
    if (step === "survey") {
      surveyed = current.text;
      void post("quick", learn(current, surveyOf(answer, current)));
    } else if (step === "quick") void post("full", learn(current, { answer }));
    else update({ answer, waiting: undefined, ...regimesIn(answer) });
  };
  for (const worker of [first, second]) worker.addEventListener("message", heard);
  return (state) => {
    asked++;
    current = state;
    second.postMessage({ kind: "stop" });
    return post(state.text === surveyed ? "quick" : "survey", state);
  };
};

const requestOf = (step: Step, state: State, files: Readonly<Record<string, string>>): Omit<RunRequest, "id"> => {
  const { text: scenario, set, strategy, regime, seed, draws } = state;
  const asked = { kind: "run", scenario, charts: false } as const; // the page has the pictures
  if (step === "survey") return { ...asked, read: { files }, options: { draws: 256, seed }, show: ["assumptions"] };
  return {
    ...asked,
    read: { files, set },
    options: {
      draws: step === "quick" ? Math.min(quick.draws, draws) : draws,
      seed,
      ...(strategy === "" ? {} : { strategies: [strategy] }),
      ...(regime === "" ? {} : { regime }),
    },
    show: step === "quick" ? quick.show : [...quick.show, ...slow, ...(regime === "" ? [] : ["settle"])],
  };
};

/** What a survey of a text changes: its ranges, and the choices that it still has. */
const surveyOf = (
  { report, warnings }: Extract<RunAnswer, { kind: "result" | "partial" }>,
  { scenario, set, strategy, regime, regimes }: State,
): Partial<State> => {
  if (scenario === undefined) return {};
  const ranges = rangesOf(scenario, report);
  const addresses = new Set(ranges.map(({ address }) => address));
  const own = report.labels.regimes ?? {};
  const kept: Partial<Choices> = {
    set: Object.fromEntries(Object.entries(set).filter(([address]) => addresses.has(address))),
    strategy: strategy in scenario.strategies ? strategy : "",
    regime: regime in own || regime in regimes || /^[a-z-]+$/.test(regime) ? regime : "",
  };
  return { ranges, problems: warnings.map(placed), regimes: own, ...kept };
};

/** The regimes that a report compares, with their names. */
const regimesIn = ({ report }: Extract<RunAnswer, { kind: "result" | "partial" }>): Partial<State> => {
  const table = report.parts.find(({ name }) => name === "decide")?.table;
  const at = table?.columns.findIndex(({ key }) => key === "regime") ?? -1;
  const keys = [...new Set(table?.rows.map((row) => String(row[at])))];
  return { regimes: Object.fromEntries(keys.map((key) => [key, report.labels.regimes?.[key] ?? key])) };
};

const placed = ({ place, severity, address, what, mend }: ProblemPosted): PlacedProblem => ({
  line: place?.line ?? 1,
  column: place?.column ?? 1,
  severity,
  text: [place === undefined ? `${address}:` : "", what, mend].filter(Boolean).join(" "),
});

type ProblemPosted = Extract<RunAnswer, { kind: "problems" }>["problems"][number];
