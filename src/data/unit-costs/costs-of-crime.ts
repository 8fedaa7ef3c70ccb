import { homeOffice2026 } from "./sources.js";
import type { UnitCost } from "./unit-cost.js";

const offence = { unit: "offence", ...homeOffice2026 } as const;

/** The cost of an offence to society: in anticipation, as a consequence, and in response. Victims bear most of it. */
export const costsOfCrime: readonly UnitCost[] = [
  { code: "crime-2020.homicide", what: "Homicide", payers: { Multiple: 3346680 }, ...offence },
  {
    code: "crime-2020.injury",
    what: "Violence with injury",
    payers: { Multiple: 15720 },
    note: "1.64 offences for each recorded.",
    ...offence,
  },
  {
    code: "crime-2020.violence",
    what: "Violence without injury",
    payers: { Multiple: 7150 },
    note: "0.98 offences for each recorded.",
    ...offence,
  },
  {
    code: "crime-2020.rape",
    what: "Rape",
    payers: { Multiple: 48000 },
    note: "2.78 offences for each recorded.",
    ...offence,
  },
  {
    code: "crime-2020.robbery",
    what: "Robbery",
    payers: { Multiple: 10490 },
    note: "2.02 offences for each recorded.",
    ...offence,
  },
  {
    code: "crime-2020.burglary",
    what: "Burglary",
    payers: { Multiple: 7720 },
    note: "2.17 offences for each recorded.",
    ...offence,
  },
  {
    code: "crime-2020.vehicle",
    what: "Theft of a vehicle",
    payers: { Multiple: 20330 },
    note: "0.71 offences for each recorded.",
    ...offence,
  },
  {
    code: "crime-2020.theft",
    what: "Theft from the person",
    payers: { Multiple: 1590 },
    note: "3.43 offences for each recorded.",
    ...offence,
  },
  {
    code: "crime-2020.damage",
    what: "Criminal damage",
    payers: { Multiple: 1970 },
    note: "1.85 offences for each recorded.",
    ...offence,
  },
];
