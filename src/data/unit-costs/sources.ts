/** The database of Greater Manchester, whose ratings are those an earlier release (2014) gives to the same figures. */
export const greaterManchester = {
  source: "Greater Manchester Unit Cost Database v1.4 (New Economy / GMCA, March 2015)",
  licence: "CC BY 4.0, New Economy / GMCA",
} as const;

// From a public copy: open the original before relying on the last digits.
/** The yearly volume on health and social care. */
export const pssru2025 = {
  source: "Unit Costs of Health and Social Care 2025 (PSSRU), as transcribed in a public copy",
  licence: "see the publisher",
  priceYear: "2024/25",
  confidence: null,
} as const;

/** The Home Office's estimates: of all that a crime costs, to whomever. */
export const homeOffice2026 = {
  source: "Economic and social costs of crime 2019/20 (Home Office, 27 May 2026), as transcribed in a public copy",
  licence: "Open Government Licence",
  priceYear: "2019/20",
  confidence: null,
} as const;
