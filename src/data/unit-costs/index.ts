import { frozen } from "../frozen.js";
import { costsOfCrime } from "./costs-of-crime.js";
import { crime } from "./crime.js";
import { fire } from "./fire.js";
import { health } from "./health.js";
import { housing } from "./housing.js";
import { schoolAndWork } from "./school-and-work.js";
import { socialCare } from "./social-care.js";
import type { UnitCost } from "./unit-cost.js";

/**
 * The catalogue of unit costs. A scenario uses one by its code: `{ catalogue: HE4.0, bears: { NHS: hospital } }`.
 * Each is in pounds in the prices of its own year, by payer. Most are old: use them for a sketch, until you have a
 * figure of your own.
 * @example unitCosts.find(({ code }) => code === "HE4.0")?.payers.NHS // => 109
 */
export const unitCosts: readonly UnitCost[] = frozen([
  ...health,
  ...crime,
  ...costsOfCrime,
  ...schoolAndWork,
  ...housing,
  ...socialCare,
  ...fire,
]);
