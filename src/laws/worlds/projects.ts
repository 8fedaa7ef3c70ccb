import type { Project } from "../../funding/rule.js";
import { listsOf, mapped, thousands, type Worlds, whole, worldsOf } from "./worlds.js";

const yearOfProject = worldsOf({ cost: thousands(0, 20), saves: thousands(0, 20), outcomes: whole(0, 20) });

/**
 * A scheme of one to five years: its cost, the cash it saves the doer and its outcomes, by year.
 * @example [...projects.small(0)].every(({ costs, saves }) => costs.length === saves.length) // => true
 */
export const projects: Worlds<Project> = mapped(listsOf(yearOfProject, 1, 5), (list) => ({
  doer: "council",
  costs: list.map(({ cost }) => cost),
  saves: list.map(({ saves }) => saves),
  outcomes: list.map(({ outcomes }) => outcomes),
}));
