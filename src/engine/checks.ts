import type { Column } from "../base/kernels.js";
import { ScenarioError } from "../base/problem.js";
import type { Plan } from "./plan.js";

/** What becomes of a draw whose numbers are not finite, or breed without end: it stops the run, or its own results are no numbers. */
export type WhenUnsound = "stop" | "mark";

// Past this a sum of a few such numbers, or a product of three, would no longer be one.
const largest = 1e100;

const isSound = (column: Column): boolean => {
  for (let draw = 0; draw < column.length; draw++) if (!(Math.abs(column[draw]) < largest)) return false;
  return true;
};

/** The addresses of what a finished run found not to be finite: services, then lines of money. */
export const unsoundIn = ({ costs, lines }: Plan): readonly string[] => [
  ...costs
    .filter(
      ({ contacts, bearers }) =>
        ![...contacts, ...bearers.flatMap(({ years }) => years.map(({ cost }) => cost))].every(isSound),
    )
    .map(({ name }) => `services.${name}`),
  ...lines.filter(({ money }) => !money.every(isSound)).map(({ address }) => address),
];

/** The addresses of the numbers that are not finite in a cycle. */
export const unsoundNow = ({ program }: Plan): readonly string[] =>
  [...program.values].filter(([, { column }]) => !isSound(column)).map(([address]) => address);

/** Stops a run whose numbers are not finite, naming where they come from. */
export const notFinite = (addresses: readonly string[], when: string): ScenarioError =>
  new ScenarioError(
    addresses.slice(0, 3).map((address) => ({
      severity: "error",
      address,
      what: `This is not a finite number ${when}: it divides by 0, takes the root or logarithm of what has none, or grows past all bounds.`,
      mend: "Hold it within bounds, as with max(x, 1).",
    })),
  );
