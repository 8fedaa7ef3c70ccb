import { counted } from "../../base/problem.js";
import type { Simulation } from "../../engine/simulate.js";
import type { ExplainRow } from "../../results/explain.js";
import { yearLabel } from "../../scenario/time.js";
import { poundsText } from "../numbers.js";
import { inSentence, largest, strategyNameIn } from "./words.js";

/** Whose net of the year is the largest, and of how many parts it is the sum. */
export const explainFinding = (rows: readonly ExplainRow[], simulation: Simulation): readonly string[] => {
  const { agencies, time } = simulation.scenario;
  const nets = rows.filter(({ what }) => what === "net");
  const { agency, strategy, year, pounds } = largest(nets, (net) => Math.abs(net.pounds));
  const parts = rows.filter((row) => row.agency === agency && row.strategy === strategy).length - 1;
  const which = nets.length > 1 ? "The largest net" : "The net";
  const of = `${inSentence(agencies[agency].name)} with ${inSentence(strategyNameIn(simulation, strategy))}`;
  return [
    `${which} of ${yearLabel(time, year)} is ${poundsText(pounds)}: ${of}, the sum of ${counted(parts, "part")}.`,
  ];
};
