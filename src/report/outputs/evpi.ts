import { type EvpiRow, evpi } from "../../results/evpi.js";
import { isUpperBound } from "../../results/upper-bounds.js";
import { type MakePage, rowsPage } from "../output.js";
import { upperBoundNote } from "../words.js";

const page = rowsPage<EvpiRow>(
  {
    of: ["net of", "text"],
    best: ["best on the mean", "text"],
    net: ["its net", "pounds"],
    netWithPerfectInformation: ["net knowing all", "pounds"],
    evpi: ["worth of knowing", "pounds"],
    leftOut: ["not chosen from", "text", 15],
    upperBound: ["upper bound", "mark", 14],
  },
  evpi,
);

export const evpiPage: MakePage = (simulation, options) => {
  const { scenario, settings } = simulation;
  const bounds = settings.strategies.filter((name) => isUpperBound(scenario, name));
  const isApart = bounds.length > 0 && bounds.length < settings.strategies.length;
  const note = isApart ? ["An upper bound is left out of the choice."] : [];
  return { ...page(simulation, options), after: [...upperBoundNote(bounds), ...note] };
};
