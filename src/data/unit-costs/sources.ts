/** The database of Greater Manchester. The ratings are those of an earlier release (2014) for the same figures. */
export const greaterManchester = {
  source: "Greater Manchester Unit Cost Database v1.4 (New Economy / GMCA, March 2015)",
  licence: "CC BY 4.0, New Economy / GMCA",
} as const;

// From a public copy: check the original before you rely on the last digits.
/** The yearly unit costs of health and social care. */
export const pssru2025 = {
  source: "Unit Costs of Health and Social Care 2025 (PSSRU), as transcribed in a public copy",
  licence: "see the publisher",
  priceYear: "2024/25",
  confidence: null,
} as const;

/** The estimates of the Home Office: all costs of a crime, to all of society. */
export const homeOffice2026 = {
  source: "Economic and social costs of crime 2019/20 (Home Office, 27 May 2026), as transcribed in a public copy",
  licence: "Open Government Licence",
  priceYear: "2019/20",
  confidence: null,
} as const;
