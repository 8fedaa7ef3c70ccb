import { counted } from "../../base/problem.js";
import { reportWarning } from "../../quantity/context.js";
import { type Graded, gradesOf, gradesOfEffects } from "../money/grades.js";
import type { ScenarioReading } from "../reading.js";
import type { Scenario } from "../scenario.js";

/** Where optimism bias is asked for: numbers without a grade, which count as the worst; and a table nobody has verified. */
export const checkGrades = (scenario: Scenario, reading: ScenarioReading): void => {
  const { optimismBias } = scenario.money;
  if (optimismBias === null) return;
  const place = "money.optimismBias";
  if (!optimismBias.isVerified)
    reportWarning(
      reading,
      place,
      `The corrections of ${optimismBias.name} were not read in their source.`,
      "Open the guidance, and write a table of your own: { costs: [0%, …], benefits: [0%, …] }, grade 1 to 6.",
    );
  const ungraded = [
    ...new Set(evidenceOf(scenario).flatMap(({ address, grade }) => (grade === null ? [address] : []))),
  ];
  if (ungraded.length === 0) return;
  const shown = ungraded.slice(0, 5).join(", ");
  const more = ungraded.length > 5 ? `, and ${ungraded.length - 5} more` : "";
  reportWarning(
    reading,
    place,
    `${counted(ungraded.length, "number")} without a grade count${ungraded.length === 1 ? "s" : ""} as grade 6, the worst: ${shown}${more}.`,
    "Write grade: 1 (best) to 6 on the number, or on its effect, line, service or intervention.",
  );
};

/** Every number that should have a grade: the sizes of effects, lines of money, unit costs, and what shutting costs. */
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
