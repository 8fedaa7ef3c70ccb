import { withThousands } from "../../base/problems/number-text.js";
import { mistake } from "../../base/problems/problem.js";

/**
 * The most steps that a result may take: a quarter of an hour or so of rules. A step is an agency in a year of one draw
 * under one regime; or one draw of one strategy at one worth of an outcome.
 */
const mostSteps = 1e8;

/** Refuses, before it starts, what would take too long, with the number of draws that fit. */
export const refuseSteps = (
  perDraw: number,
  draws: number,
  { what, parts, mend }: { readonly what: string; readonly parts: string; readonly mend: string },
): void => {
  if (perDraw * draws <= mostSteps) return;
  const millions = (steps: number): string => withThousands(String(Math.round(steps / 1e6)));
  const fit = withThousands(String(Math.floor(mostSteps / perDraw)));
  throw mistake(
    "options.draws",
    `${what} would take ${millions(perDraw * draws)} million steps (${parts}), ` +
      `more than ${millions(mostSteps)} million.`,
    `Run fewer draws (${fit} fit), or ${mend}.`,
  );
};
