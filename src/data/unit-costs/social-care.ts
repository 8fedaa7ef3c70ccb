import { greaterManchester } from "./sources.js";
import type { UnitCost } from "./unit-cost.js";

const published2014 = { priceYear: "2013/14", confidence: null, ...greaterManchester } as const;

/** Unit costs of children's and adults' social care. */
export const socialCare: readonly UnitCost[] = [
  { code: "SS1.0", what: "Child in care", unit: "year", payers: { "Local authority": 51080 }, ...published2014 },
  { code: "SS2.0", what: "Foster care", unit: "week", payers: { "Local authority": 700 }, ...published2014 },
  {
    code: "SS3.0",
    what: "Residential care of a child",
    unit: "week",
    payers: { "Local authority": 2995 },
    ...published2014,
  },
  {
    code: "SS4.1",
    what: "Section 31 application",
    unit: "application",
    payers: { Multiple: 25000 },
    priceYear: "2005/06",
    confidence: null,
    note: "Borne by the criminal justice system and the local authority.",
    ...greaterManchester,
  },
  {
    code: "SS6.0",
    what: "Common Assessment Framework",
    unit: "six months",
    payers: { "Local authority": 1515 },
    priceYear: "2010/11",
    confidence: null,
    ...greaterManchester,
  },
  {
    code: "SS7.1",
    what: "Residential care of an adult",
    unit: "week",
    payers: { "Local authority": 767.7 },
    ...published2014,
  },
  {
    code: "SS10.0",
    what: "Reablement",
    unit: "user",
    payers: { "Local authority": 2046 },
    priceYear: "2012/13",
    confidence: "green",
    ...greaterManchester,
  },
  { code: "SS11.0", what: "Home care", unit: "week", payers: { "Local authority": 128.5 }, ...published2014 },
  { code: "SS18.10", what: "Family support worker", unit: "hour", payers: { "Local authority": 30 }, ...published2014 },
];
