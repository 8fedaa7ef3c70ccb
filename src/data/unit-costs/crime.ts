import { greaterManchester } from "./sources.js";
import type { UnitCost } from "./unit-cost.js";

const antiSocial = { unit: "incident", priceYear: "2002/03", confidence: "red", ...greaterManchester } as const;
const offence = { unit: "offence", priceYear: "2010/11", ...greaterManchester } as const;

/** Unit costs of crime and of the criminal justice system. */
export const crime: readonly UnitCost[] = [
  { code: "CR1.0", what: "Anti-social behaviour, further action", payers: { Police: 500 }, ...antiSocial },
  { code: "CR1.1", what: "Anti-social behaviour, report only", payers: { Police: 35 }, ...antiSocial },
  {
    code: "CR2.0",
    what: "Domestic violence",
    unit: "incident",
    payers: {
      NHS: 1171,
      "Criminal justice system": 581,
      Police: 415,
      "Local authority children's services": 193,
      "Local authority housing": 110,
    },
    economic: { Society: 1473 },
    social: { Society: 6795 },
    priceYear: "2008/09",
    confidence: "amber",
    ...greaterManchester,
  },
  {
    code: "CR3.0",
    what: "Prison place",
    unit: "year",
    payers: { "Ministry of Justice": 33785 },
    priceYear: "2013/14",
    confidence: null,
    note: "An average that holds central costs: one prisoner fewer saves less.",
    ...greaterManchester,
  },
  {
    code: "CR4.0",
    what: "First-time entrant to youth justice",
    unit: "year",
    payers: { "Criminal justice system": 3152 },
    priceYear: "2008/09",
    confidence: null,
    ...greaterManchester,
  },
  {
    code: "CR7.0",
    what: "Arrest, detained",
    unit: "arrest",
    payers: { Police: 593 },
    priceYear: "2006/07",
    confidence: "amber",
    note: "Holds £245 of duty solicitor and £6 of youth offending service.",
    ...greaterManchester,
  },
  {
    code: "CR8.0",
    what: "Any crime",
    payers: { Police: 229, Probation: 21, Courts: 81, Prison: 108, "Other criminal justice": 58, NHS: 112 },
    economic: { Society: 676 },
    social: { Society: 1648 },
    confidence: null,
    covers: ["CR8", "crime-2020"],
    note: "What the police pay is what the other parts leave of £609.",
    ...offence,
  },
  {
    code: "CR8.2",
    what: "Serious wounding",
    payers: { Police: 7013, Probation: 414, Courts: 3808, Prison: 3237, "Other criminal justice": 2539, NHS: 1598 },
    confidence: "green",
    ...offence,
  },
  {
    code: "CR8.6",
    what: "Robbery",
    payers: { Police: 1041, Probation: 95, Courts: 561, Prison: 1009, "Other criminal justice": 395, NHS: 572 },
    confidence: "green",
    ...offence,
  },
  {
    code: "CR8.7",
    what: "Burglary of a dwelling",
    payers: { Police: 683, Probation: 81, Courts: 129, Prison: 366, "Other criminal justice": 102 },
    confidence: "green",
    ...offence,
  },
  {
    code: "CR9.0",
    what: "Police officer, up to sergeant",
    unit: "hour",
    payers: { Police: 38.4 },
    priceYear: "2013/14",
    confidence: null,
    ...greaterManchester,
  },
];
