import { choicesView } from "./choices-view.js";
import { byId } from "./dom.js";
import { downloadsView } from "./downloads-view.js";
import { editorView } from "./editor-view.js";
import { exampleText } from "./example-texts.js";
import { lawsView } from "./laws-view.js";
import { choicesIn, hashOf } from "./link.js";
import { reportView } from "./report-view.js";
import type { RuleAnswer } from "./rule-messages.js";
import { runner } from "./runs.js";
import { slidersView } from "./sliders-view.js";
import { type Choices, firstChoices, type State } from "./state.js";
import { workerNamed } from "./worker-named.js";

let state: State = {
  ...firstChoices,
  scenario: undefined,
  ranges: [],
  problems: [],
  answer: undefined,
  regimes: {},
  waiting: undefined,
  rules: [],
  rule: "",
  laws: [],
};

/** The one way in which the page changes: a new state, which every view shows. */
const update = (change: Partial<State>): void => {
  state = { ...state, ...change };
  for (const view of views) view(state);
};

/** A choice of the user: shown, run, and kept in the address. */
const choose = (choices: Partial<Choices>): void => {
  update({ ...choices, waiting: 0 });
  void run(state);
  void keepInAddress();
};

const run = runner(update);

const keepInAddress = async (): Promise<void> => {
  const { example, text, set, strategy, regime, draws, seed } = state;
  const hash = await hashOf({ example, text, set, strategy, regime, draws, seed }, await exampleText(example));
  history.replaceState(null, "", hash === "" ? location.pathname + location.search : hash);
};

const lawWorker = workerNamed("laws");
const chooseRule = (rule: string): void => {
  update({ rule, laws: [] });
  lawWorker.postMessage(rule);
};
lawWorker.addEventListener("message", ({ data }: MessageEvent<RuleAnswer>) => {
  if (data.kind === "laws" && data.rule === state.rule) update({ laws: data.laws });
  if (data.kind !== "rules") return;
  update({ rules: data.rules });
  chooseRule(data.rules[0].key);
});

const views = [
  choicesView(byId("choices"), choose),
  slidersView(byId("sliders"), choose),
  lawsView(byId("laws"), chooseRule, choose),
  editorView(byId("editor"), byId("problems"), choose),
  downloadsView(byId("downloads")),
  reportView(),
];

const open = async (): Promise<void> => {
  const choices = await choicesIn(location.hash);
  choose({ ...choices, text: choices.text === "" ? await exampleText(choices.example) : choices.text });
};

window.addEventListener("hashchange", () => void open());
void open();
