import { greaterManchester } from "./sources.js";
import type { UnitCost } from "./unit-cost.js";

const pupil = { unit: "pupil year", priceYear: "2005/06", confidence: "amber", ...greaterManchester } as const;
const claimant = {
  unit: "claimant year",
  priceYear: "2012/13",
  confidence: "green",
  note: "A saving; what DWP saves the claimant loses, and the economic value is what they earn.",
  ...greaterManchester,
} as const;

/** Unit costs of missing school, and of being out of work. */
export const schoolAndWork: readonly UnitCost[] = [
  {
    code: "E&S1.0",
    what: "Persistent truancy",
    payers: {
      "Local authority alternative provision": 706,
      NHS: 52,
      "Criminal justice system": 423.5,
      "Local authority social services": 327.8333,
    },
    note: "Where social services and alternative provision are counted elsewhere, leave them out: £476.",
    ...pupil,
  },
  {
    code: "E&S2.0",
    what: "Permanent exclusion from school",
    payers: {
      "Local authority alternative provision": 7181,
      NHS: 63.6875,
      "Criminal justice system": 970.4375,
      "Local authority social services": 1003.5,
    },
    ...pupil,
  },
  {
    code: "E&E1.0",
    what: "Jobseeker's Allowance to work",
    payers: { DWP: 9234, NHS: 566 },
    economic: { Society: 14044 },
    transfer: { DWP: 9234 },
    ...claimant,
  },
  {
    code: "E&E2.0",
    what: "Employment and Support Allowance to work",
    payers: { DWP: 7500, NHS: 1132 },
    economic: { Society: 12568 },
    transfer: { DWP: 7500 },
    ...claimant,
  },
  {
    code: "E&E3.0",
    what: "Lone parent Income Support to work",
    payers: { DWP: 7004, NHS: 566 },
    economic: { Society: 8701 },
    transfer: { DWP: 7004 },
    ...claimant,
  },
  {
    code: "E&E10.0",
    what: "Not in education, work or training, 18 to 24",
    unit: "person year",
    payers: { DWP: 3218, HMRC: 1039 },
    economic: { Society: 8998 },
    priceYear: "2010/11",
    confidence: null,
    ...greaterManchester,
  },
];
