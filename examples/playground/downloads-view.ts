import { element } from "./dom.js";
import type { State } from "./state.js";

/** Hands a text to the browser as a file. */
const save = (name: string, type: string, text: string): void => {
  const url = URL.createObjectURL(new Blob([text], { type }));
  element("a", { href: url, download: name }).click();
  setTimeout(() => URL.revokeObjectURL(url), 1000);
};

/** Buttons that save the report and the file. */
export const downloadsView = (into: HTMLElement) => {
  let now: State | undefined;
  const button = (words: string, onclick: () => void) => element("button", { type: "button", onclick }, words);
  into.append(
    button("Report (HTML)", () => {
      if (now?.answer !== undefined) save("report.html", "text/html", now.answer.html);
    }),
    button("Scenario (YAML)", () => save("scenario.yaml", "text/yaml", now?.text ?? "")),
    button("Tables (JSON)", () => {
      if (now?.answer !== undefined)
        save("report.json", "application/json", JSON.stringify(now.answer.report, null, 2));
    }),
  );
  return (state: State): void => {
    now = state;
  };
};
