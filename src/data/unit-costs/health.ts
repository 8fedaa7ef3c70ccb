import { greaterManchester, pssru2025 } from "./sources.js";
import type { UnitCost } from "./unit-cost.js";

const published2012 = { priceYear: "2011/12", ...greaterManchester } as const;
const published2014 = { priceYear: "2013/14", confidence: null, ...greaterManchester } as const;
const fall = { unit: "admission", priceYear: "2000/01", confidence: "amber", ...greaterManchester } as const;

/** Unit costs of hospitals, general practice, ambulances and mental health. */
export const health: readonly UnitCost[] = [
  {
    code: "HE1.0",
    what: "Alcohol dependency",
    unit: "drinker year",
    payers: { NHS: 1800 },
    priceYear: "2009/10",
    confidence: "amber",
    ...greaterManchester,
  },
  { code: "HE3.0", what: "Ambulance call-out", unit: "call-out", payers: { NHS: 216 }, ...published2014 },
  { code: "HE3.0.1", what: "Ambulance, see and treat", unit: "call-out", payers: { NHS: 180 }, ...published2014 },
  { code: "HE3.0.2", what: "Ambulance, see and convey", unit: "call-out", payers: { NHS: 231 }, ...published2014 },
  {
    code: "HE4.0",
    what: "A&E attendance",
    unit: "attendance",
    payers: { NHS: 109 },
    confidence: "green",
    covers: ["HE4.1", "HE4.2"],
    ...published2012,
  },
  {
    code: "HE4.1",
    what: "A&E attendance, admitted",
    unit: "attendance",
    payers: { NHS: 147 },
    confidence: "green",
    ...published2012,
  },
  {
    code: "HE4.2",
    what: "A&E attendance, not admitted",
    unit: "attendance",
    payers: { NHS: 95 },
    confidence: "green",
    ...published2012,
  },
  { code: "HE7.0", what: "Hospital inpatient", unit: "episode", payers: { NHS: 1807 }, ...published2014 },
  { code: "HE7.0.1", what: "Inpatient, elective", unit: "episode", payers: { NHS: 3375 }, ...published2014 },
  { code: "HE7.0.2", what: "Inpatient, non-elective", unit: "episode", payers: { NHS: 1542 }, ...published2014 },
  {
    code: "HE7.10",
    what: "Hip fracture",
    unit: "fracture",
    payers: { NHS: 10000, "Local authority": 2700 },
    priceYear: "2008/09",
    confidence: "amber",
    note: "Over two years; some people pay for their own care.",
    ...greaterManchester,
  },
  { code: "HE7.11", what: "Fall, admission, age 60 or more", payers: { NHS: 2014 }, ...fall },
  { code: "HE7.11.1", what: "Fall on one level, admission, 60 or more", payers: { NHS: 2353 }, ...fall },
  { code: "HE8.0", what: "Outpatient attendance", unit: "attendance", payers: { NHS: 111 }, ...published2014 },
  {
    code: "HE11.0",
    what: "Depression or anxiety",
    unit: "person year",
    payers: { NHS: 764, "Local authority": 66 },
    priceYear: "2007/08",
    confidence: null,
    ...greaterManchester,
  },
  {
    code: "HE14.0",
    what: "Mental health inpatient",
    unit: "bed-day",
    payers: { NHS: 429 },
    confidence: null,
    ...published2012,
  },
  {
    code: "HE20.2",
    what: "GP consultation, 11.7 minutes",
    unit: "consultation",
    payers: { NHS: 38 },
    ...published2014,
  },
  { code: "pssru-2025.ae", what: "A&E attendance", unit: "attendance", payers: { NHS: 280 }, ...pssru2025 },
  { code: "pssru-2025.elective", what: "Inpatient, elective", unit: "stay", payers: { NHS: 6620 }, ...pssru2025 },
  { code: "pssru-2025.long", what: "Inpatient, non-elective, long", unit: "stay", payers: { NHS: 5395 }, ...pssru2025 },
  {
    code: "pssru-2025.short",
    what: "Inpatient, non-elective, short",
    unit: "stay",
    payers: { NHS: 824 },
    ...pssru2025,
  },
  { code: "pssru-2025.nurse", what: "Nurse, band 5", unit: "hour", payers: { NHS: 57 }, ...pssru2025 },
];
