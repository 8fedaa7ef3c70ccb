import { counted } from "../../base/problems/problem.js";
import { reportWarning } from "../../quantity/context.js";
import type { ScenarioContext } from "../context.js";
import { type Graded, gradesOf, gradesOfEffects } from "../money/grades.js";
import type { Scenario } from "../scenario.js";

/** If a scenario corrects for optimism bias, warns of numbers without a grade and of an unverified table. */
export const checkGrades = (scenario: Scenario, context: ScenarioContext): void => {
  const { optimismBias } = scenario.money;
  if (optimismBias === null) return;
  const place = "money.optimismBias";
  if (!optimismBias.isVerified)
    reportWarning(
      context,
      place,
      `The corrections of ${optimismBias.name} were not checked against their source.`,
      "Open the guidance, and write a table of your own: { costs: [0%, …], benefits: [0%, …] }, grade 1 to 6.",
    );
  const ungraded = [
    ...new Set(evidenceOf(scenario).flatMap(({ address, grade }) => (grade === null ? [address] : []))),
  ];
  if (ungraded.length === 0) return;
  const shown = ungraded.slice(0, 5).join(", ");
  const more = ungraded.length > 5 ? `, and ${ungraded.length - 5} more` : "";
  const count = `${counted(ungraded.length, "number")} without a grade count${ungraded.length === 1 ? "s" : ""}`;
  reportWarning(
    context,
    place,
    `${count} as grade 6, the worst: ${shown}${more}.`,
    "Write grade: 1 (best) to 6 on the number, or on its effect, line, service or intervention.",
  );
};

/** Every number that should have a grade: the sizes of effects, lines of money, unit costs, and exit costs. */
const evidenceOf = (scenario: Scenario): readonly Graded[] => {
  const { interventions, services, quantities } = scenario;
  const amounts = [
    ...Object.values(interventions).flatMap(({ lines }) => lines.flatMap((line) => line.amounts)),
    ...Object.values(services).flatMap(({ costs, closing }) => [...costs, ...(closing?.exitCosts ?? [])]),
  ];
  return [
    ...gradesOfEffects(scenario, Object.keys(interventions)),
    ...amounts.flatMap(({ pounds }) => gradesOf(pounds, quantities)),
  ];
};
