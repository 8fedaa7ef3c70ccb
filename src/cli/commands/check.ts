import { simulate } from "../../engine/simulate.js";
import { contents } from "../../report/contents.js";
import { partText } from "../../report/formats/text.js";
import { outputs } from "../../report/outputs.js";
import { plural } from "../../report/words.js";
import { findScenario } from "../find.js";
import { loadScenario, withPlaces } from "../load.js";
import { hasColour, print, tellProblems } from "../terminal.js";

/** Reads a scenario, prints its problems, and compares it with the published results it expects. */
export const check = (
  said: string,
  { expanded = false }: { readonly expanded?: boolean },
  packageFolder: string,
): number => {
  const found = findScenario(said, packageFolder);
  const { scenario, problems } = loadScenario(found);
  tellProblems(problems);
  if (scenario === undefined) return 2;
  const simulation = withPlaces(found, () => simulate(scenario, { draws: 1 }));
  if (expanded) {
    const { form: _form, files: _files, warnings: _warnings, ...core } = scenario;
    print(`${JSON.stringify(core, null, 2)}\n`);
    return 0;
  }
  print(
    problems.length === 0
      ? `${said} reads without problems.\n`
      : `${said} reads, with ${plural(problems.length, "warning")}.\n`,
  );
  const page = outputs.expectations.page(simulation);
  if (page.table.rows.length === 0) return 0;
  const { title, answers } = contents.expectations;
  print(`\n${partText({ ...page, title, before: [answers], alone: false }, { colour: hasColour() })}`);
  const holds = page.table.columns.findIndex(({ key }) => key === "holds");
  return page.table.rows.every((row) => row[holds] === true) ? 0 : 1;
};
