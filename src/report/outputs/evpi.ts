import { type EvpiRow, evpi } from "../../results/evpi.js";
import { isUpperBound } from "../../results/figures.js";
import { type MakePage, rowsPage } from "../output.js";
import { upperBoundNote } from "../words.js";

const page = rowsPage<EvpiRow>(
  {
    of: ["net of", "text"],
    best: ["best on the mean", "text"],
    net: ["its net", "pounds"],
    netWithPerfectInformation: ["net knowing all", "pounds"],
    evpi: ["worth of knowing", "pounds"],
    upperBound: ["upper bound", "mark", 14],
  },
  evpi,
);

export const evpiPage: MakePage = (simulation, options) => ({
  ...page(simulation, options),
  after: upperBoundNote(simulation.settings.strategies.filter((name) => isUpperBound(simulation.scenario, name))),
});
