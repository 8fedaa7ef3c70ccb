import { byId, element } from "./dom.js";
import type { State } from "./state.js";

/** The sections of a report as one page, ready to be put into this page: the heading of each names it. */
const sectionsOf = (html: string): readonly HTMLElement[] => {
  // From <main> on: the style of the report, which is before it, is not this page's.
  const page = new DOMParser().parseFromString(html.slice(html.indexOf("<main>")), "text/html");
  return [...page.querySelectorAll<HTMLElement>("main > section")].map((section) => {
    const heading = section.querySelector("h2");
    const name = heading?.textContent ?? "";
    const id = `part-${name.toLowerCase().replaceAll(/[^a-z]+/g, "-")}`;
    section.dataset.name = name;
    section.setAttribute("aria-labelledby", id);
    foldLongTables(section);
    heading?.replaceWith(Object.assign(document.createElement("h3"), { id, textContent: name }));
    return section;
  });
};

/** A table beside a picture of it, or of many rows, is folded. */
const foldLongTables = (section: HTMLElement): void => {
  const hasPicture = section.querySelector("figure") !== null;
  for (const table of section.querySelectorAll<HTMLElement>(".scroll")) {
    if (!hasPicture && table.querySelectorAll("tr").length <= mostRows) continue;
    const fold = element("details", {}, element("summary", {}, table.getAttribute("aria-label") ?? "Table"));
    table.replaceWith(fold);
    fold.append(table);
  }
};

const mostRows = 30;

/** Opens what was open before. */
const keepOpen = (before: HTMLElement, after: HTMLElement): void => {
  const folds = after.querySelectorAll("details");
  for (const [at, { open }] of before.querySelectorAll("details").entries()) if (folds[at]) folds[at].open = open;
};

/**
 * Puts the sections of a report in place of those of the same name, so that what did not change keeps its focus. While
 * the run goes on, those that are not computed yet stay, faded.
 */
const replaceSections = (into: HTMLElement, sections: readonly HTMLElement[], isAll: boolean): void => {
  const old = new Map(
    [...into.querySelectorAll<HTMLElement>(":scope > section")].map((each) => [each.dataset.name, each]),
  );
  for (const section of sections) {
    const before = old.get(section.dataset.name);
    old.delete(section.dataset.name);
    if (before === undefined) into.append(section);
    else {
      before.classList.remove("old");
      keepOpen(before, section);
      if (!before.isEqualNode(section)) before.replaceWith(section);
    }
  }
  for (const left of old.values()) {
    if (isAll) left.remove();
    else left.classList.add("old");
  }
  if (isAll)
    into.append(
      ...into.querySelectorAll("section[data-name^='Ref'], section[data-name='Method'], section[data-name^='How']"),
    );
};

/** The report on the run, and how far the run is. */
export const reportView = () => {
  const [title, question, into, progress] = ["title", "question", "report", "progress"].map(byId);
  let shown: State["answer"];
  return (state: State): void => {
    const { answer, waiting, problems, scenario } = state;
    const hasErrors = problems.some(({ severity }) => severity === "error");
    title.textContent = scenario?.title ?? "Results";
    question.textContent = scenario?.question ?? "";
    into.classList.toggle("old", hasErrors);
    progress.textContent = hasErrors
      ? "The file has an error, so these are the results before it. See the file."
      : waiting === undefined
        ? `${(answer?.draws ?? 0).toLocaleString("en-GB")} draws.`
        : `Running: ${Math.round(waiting * 100)}%`;
    if (answer === shown || answer === undefined) return;
    shown = answer;
    replaceSections(into, sectionsOf(answer.html), waiting === undefined);
  };
};
