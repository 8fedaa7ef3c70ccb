import { byId, element } from "./dom.js";
import type { State } from "./state.js";

/** The texts of the sections of a report by their headings. Their numbers, which change with those before, are left out. */
const textsOf = (html: string): ReadonlyMap<string, string> =>
  new Map(
    (html.match(/<section[\s\S]*?<\/section>/g) ?? []).map((text) => [
      unescaped(/<h2[^>]*>([\s\S]*?)<\/h2>/.exec(text)?.[1] ?? ""),
      text.replaceAll(/ (?:id|aria-labelledby)="s\d+"/g, ""),
    ]),
  );

const unescaped = (text: string): string =>
  text.replaceAll(/&#(\d+);/g, (_, code) => String.fromCharCode(Number(code)));

/** Sections of a report, ready to be put into this page: the heading of each names it. */
const sectionsOf = (html: string): readonly HTMLElement[] => {
  const page = new DOMParser().parseFromString(html, "text/html");
  return [...page.querySelectorAll<HTMLElement>("body > section")].map((section) => {
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
 * Puts the sections of a report that changed in place of those of the same name, so that the others keep their focus
 * and cost no time. While the run goes on, those that are not computed yet stay, faded.
 */
const replaceSections = (
  into: HTMLElement,
  before: ReadonlyMap<string, string>,
  texts: ReadonlyMap<string, string>,
  isAll: boolean,
): void => {
  const old = new Map(
    [...into.querySelectorAll<HTMLElement>(":scope > section")].map((each) => [each.dataset.name, each]),
  );
  for (const [name, section] of old) {
    const isComputed = name !== undefined && texts.has(name);
    section.classList.toggle("old", !isComputed && !isAll);
    if (!isComputed && isAll) section.remove();
  }
  const changed = [...texts].filter(([name, text]) => before.get(name) !== text).map(([, text]) => text);
  for (const section of sectionsOf(changed.join(""))) {
    const replaced = old.get(section.dataset.name);
    if (replaced === undefined) into.append(section);
    else {
      keepOpen(replaced, section);
      replaced.replaceWith(section);
    }
  }
  if (isAll)
    into.append(
      ...into.querySelectorAll("section[data-name^='Ref'], section[data-name='Method'], section[data-name^='How']"),
    );
};

/** The report on the run, and how far the run is. */
export const reportView = () => {
  const [title, question, into, progress, brief] = ["title", "question", "report", "progress", "brief"].map(byId);
  let shown: State["answer"];
  let texts: ReadonlyMap<string, string> = new Map();
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
    const isAll = waiting === undefined;
    const now = textsOf(answer.html);
    replaceSections(into, texts, now, isAll);
    const { finding = [] } = answer.report.parts.find(({ name }) => name === "answer") ?? {};
    brief.textContent = finding.slice(0, 2).join(" ");
    texts = isAll ? now : new Map([...texts, ...now]);
  };
};
