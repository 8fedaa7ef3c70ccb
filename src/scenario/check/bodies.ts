import { nearestName } from "../../base/problems/problem.js";
import { reportWarning } from "../../quantity/context.js";
import type { ScenarioContext } from "../context.js";
import type { Scenario } from "../scenario.js";

/** Warns of a body that only one agency names, if its name is nearly that of another body. */
export const checkBodies = ({ agencies }: Scenario, context: ScenarioContext): void => {
  const bodies = Object.values(agencies).flatMap(({ body }) => body ?? []);
  for (const [agency, { body }] of Object.entries(agencies)) {
    if (body === null || bodies.filter((each) => each === body).length > 1) continue;
    const meant = nearestName(
      body,
      bodies.filter((each) => each !== body),
    );
    if (meant !== undefined)
      reportWarning(
        context,
        `agencies.${agency}.body`,
        `${agency} is the only agency of the body ${body}, so no row sums it with others.`,
        `Did you mean ${meant}?`,
      );
  }
};
