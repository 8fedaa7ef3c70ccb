import { greaterManchester } from "./sources.js";
import type { UnitCost } from "./unit-cost.js";

const aFire = { unit: "fire", priceYear: "2008/09", confidence: "amber", ...greaterManchester } as const;

/** Unit costs of fires. */
export const fire: readonly UnitCost[] = [
  {
    code: "FI1.0",
    what: "Fire, consequences",
    payers: { Multiple: 2749, "Criminal justice system": 210, Police: 17, Prison: 103 },
    note: "Deaths £972, injuries £1,499 and arson £278 hold lost output and human costs, which no body pays.",
    ...aFire,
  },
  {
    code: "FI2.0",
    what: "Fire, response",
    payers: { "Fire service": 3186 },
    note: "Not easily cash: no crew, appliance or station stops for one fire fewer.",
    ...aFire,
  },
];
