import { counted } from "../../base/problem.js";
import { simulate } from "../../engine/simulate.js";
import { doubtNote } from "../../report/answer/notes.js";
import { contents } from "../../report/contents.js";
import { partText } from "../../report/formats/text.js";
import { outputs } from "../../report/outputs.js";
import { assumptions } from "../../results/assumptions.js";
import { findScenario } from "../find.js";
import { loadScenario, withPlaces } from "../load.js";
import { hasColour, print, tellProblems } from "../terminal.js";

/** What `check` of a scenario may be told. */
export interface CheckCommandOptions {
  readonly expanded?: boolean;
  readonly costs?: string;
}

/** Reads a scenario, prints its problems, and compares it with the published results it expects. */
export const check = (
  said: string,
  { expanded = false, costs }: CheckCommandOptions,
  packageFolder: string,
): number => {
  const found = findScenario(said, packageFolder);
  const { scenario, problems } = loadScenario(found, costs === undefined ? {} : { costs });
  tellProblems(problems);
  if (scenario === undefined) return 2;
  const simulation = withPlaces(found, () => simulate(scenario, { draws: 1 }));
  if (expanded) {
    const { form: _form, files: _files, warnings: _warnings, ...core } = scenario;
    print(`${JSON.stringify(core, null, 2)}\n`);
    return 0;
  }
  print(
    `${said} reads ${problems.length === 0 ? "without problems" : `with ${counted(problems.length, "warning")}`}.\n`,
  );
  const unsourced = assumptions(simulation).filter(({ status }) => status === "unsourced").length;
  if (unsourced > 0)
    print(
      `${counted(unsourced, "number")} in it ${unsourced === 1 ? "names" : "name"} no source: run --show assumptions lists them.\n`,
    );
  for (const note of simulation.settings.strategies.slice(0, 1).flatMap((name) => doubtNote(simulation, name)))
    print(`${note}\n`);
  const page = outputs.expectations.page(simulation);
  if (page.table.rows.length === 0) return 0;
  const { title, answers } = contents.expectations;
  print(`\n${partText({ ...page, title, before: [answers], alone: false }, { colour: hasColour() })}`);
  const holds = page.table.columns.findIndex(({ key }) => key === "holds");
  const missed = page.table.rows.filter((row) => row[holds] !== true).length;
  if (missed === 0) return 0;
  print(
    `${missed} of ${counted(page.table.rows.length, "published result")} ${missed === 1 ? "is" : "are"} not reproduced.\n`,
  );
  return 1;
};
