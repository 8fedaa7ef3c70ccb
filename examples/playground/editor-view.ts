import { autocompletion } from "@codemirror/autocomplete";
import { yaml } from "@codemirror/lang-yaml";
import { type Diagnostic, lintGutter, setDiagnostics } from "@codemirror/lint";
import { Annotation, type EditorState } from "@codemirror/state";
import { EditorView } from "@codemirror/view";
import { basicSetup } from "codemirror";
import { schemaCompletions } from "./completion-source.js";
import { element } from "./dom.js";
import type { Choices, PlacedProblem, State } from "./state.js";

/** Marks a change of the editor that follows the state, and is not typed. */
const isFromState = Annotation.define<true>();

/** How long the page waits for the next key before it runs, in milliseconds. */
const pause = 300;

/** A problem at its place, from its column to the end of its line. */
const diagnosticOf = ({ doc }: EditorState, { line, column, severity, text }: PlacedProblem): Diagnostic => {
  const at = doc.line(Math.min(line, doc.lines));
  const from = Math.min(at.from + column - 1, at.to);
  return { from, to: Math.max(from, at.to), severity, message: text };
};

/** The file in an editor, and a list of its problems, each a button that leads to its line. */
export const editorView = (into: HTMLElement, list: HTMLElement, choose: (choices: Partial<Choices>) => void) => {
  // In a shadow the editor has style sheets of its own, where the page's policy forbids it to write a style element.
  const root = into.attachShadow({ mode: "open" });
  let timer: ReturnType<typeof setTimeout> | undefined;
  const typed = EditorView.updateListener.of(({ docChanged, state, transactions }) => {
    if (!docChanged || transactions.some((each) => each.annotation(isFromState))) return;
    clearTimeout(timer);
    timer = setTimeout(() => choose({ text: state.doc.toString() }), pause);
  });
  const view = new EditorView({
    root,
    parent: root,
    extensions: [
      basicSetup,
      yaml(),
      lintGutter(),
      autocompletion({ override: [schemaCompletions] }),
      EditorView.contentAttributes.of({ "aria-label": "The scenario, in YAML" }),
      EditorView.theme({
        "&": { border: "1px solid #6b6b6b", fontSize: "0.8125rem", maxHeight: "28rem" },
        "&.cm-focused": { outline: "3px solid #004b87" },
        ".cm-scroller": { overflow: "auto" },
        ".cm-gutters": { color: "#555" },
      }),
      typed,
    ],
  });
  view.scrollDOM.tabIndex = 0; // so that the keyboard scrolls it
  const goTo = ({ line, column }: PlacedProblem): void => {
    const { from } = diagnosticOf(view.state, { line, column, severity: "error", text: "" });
    view.dispatch({ selection: { anchor: from }, effects: EditorView.scrollIntoView(from, { y: "center" }) });
    view.focus();
  };
  const itemOf = (problem: PlacedProblem): HTMLElement =>
    element(
      "li",
      { class: problem.severity },
      element("button", { type: "button", onclick: () => goTo(problem) }, `Line ${problem.line}`),
      ` ${problem.text}`,
    );
  let [shown, shownText]: [State["problems"] | undefined, string] = [undefined, ""];
  return ({ text, problems }: State): void => {
    if (text !== shownText) {
      shownText = text;
      const written = view.state.doc.toString();
      const changes = { from: 0, to: written.length, insert: text };
      if (text !== written) view.dispatch({ changes, annotations: isFromState.of(true) });
    }
    if (problems === shown) return;
    shown = problems;
    view.dispatch(
      setDiagnostics(
        view.state,
        problems.map((problem) => diagnosticOf(view.state, problem)),
      ),
    );
    const errors = problems.filter(({ severity }) => severity === "error");
    const others = problems.filter(({ severity }) => severity === "warning");
    list.replaceChildren(
      element("p", {}, errors.length > 0 ? `${errors.length} to mend:` : "No errors."),
      element("ul", {}, ...errors.map(itemOf)),
      ...(others.length === 0
        ? []
        : [
            element(
              "details",
              {},
              element("summary", {}, `${others.length} to know`),
              element("ul", {}, ...others.map(itemOf)),
            ),
          ]),
    );
  };
};
