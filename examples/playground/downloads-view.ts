import type { Report } from "who-saves/report";
import { element } from "./dom.js";
import type { State } from "./state.js";
import { workerNamed } from "./worker-named.js";

/** Hands a text or bytes to the browser as a file. */
const save = (name: string, type: string, content: BlobPart): void => {
  const url = URL.createObjectURL(new Blob([content], { type }));
  element("a", { href: url, download: name }).click();
  setTimeout(() => URL.revokeObjectURL(url), 1000);
};

const workbookType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

/** Saves a report as a workbook, which a worker of its own makes. */
const saveWorkbook = (report: Report): void => {
  const worker = workerNamed("workbook");
  worker.addEventListener("message", ({ data }: MessageEvent<Uint8Array<ArrayBuffer>>) => {
    save("report.xlsx", workbookType, data);
    worker.terminate();
  });
  worker.postMessage(report);
};

/** Buttons that save the report and the file. */
export const downloadsView = (into: HTMLElement) => {
  let now: State | undefined;
  const button = (words: string, onclick: () => void) => element("button", { type: "button", onclick }, words);
  into.append(
    button("Report (HTML)", () => {
      if (now?.answer !== undefined) save("report.html", "text/html", now.answer.html);
    }),
    button("Workbook (Excel)", () => {
      if (now?.answer !== undefined) saveWorkbook(now.answer.report);
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
