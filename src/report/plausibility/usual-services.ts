/**
 * What services of a kind cost and how often they are used, by the words of their name and unit. The first that fits
 * is taken.
 */
export interface UsualService {
  /** Words of the name or the unit. */
  readonly named: RegExp;
  /** Words of the unit. */
  readonly unit: RegExp;
  /** Pounds of one contact, at least and at most. */
  readonly pounds: readonly [number, number];
  /** Contacts a person makes in a year at most, in the mean of a population. */
  readonly mostAYear?: number;
}

/**
 * Assumption: about a third of the least and three times the most of what NHS England (National Cost Collection), PSSRU
 * (Unit Costs of Health and Social Care 2025) and the unit cost database of Greater Manchester publish, in pounds of
 * 2024/25. So a zero too many or too few is out of them, and no published figure is. How often is some times what the
 * people of England make of each: 0.45 attendances, 0.3 admissions, 0.1 crimes recorded.
 */
export const usualServices: readonly UsualService[] = [
  {
    named: /\b(?:a ?&|a and) ?e\b|emergency department/,
    unit: /attendance|visit|contact/,
    pounds: [70, 800],
    mostAYear: 3,
  },
  { named: /bed-?day|delayed day|night in (?:a )?hospital/, unit: /day|night/, pounds: [90, 1_800] },
  {
    named: /admission|inpatient|operation|hospital stay/,
    unit: /admission|episode|stay|operation/,
    pounds: [290, 18_000],
    mostAYear: 2,
  },
  { named: /ambulance|call-?out/, unit: /call|journey|incident|conveyance/, pounds: [60, 1_200], mostAYear: 2 },
  {
    named: /\bgps?\b|general practi|practice nurse/,
    unit: /appointment|visit|consultation|contact/,
    pounds: [7, 250],
    mostAYear: 30,
  },
  { named: /outpatient/, unit: /appointment|attendance|visit/, pounds: [50, 800], mostAYear: 6 },
  { named: /attendance/, unit: /attendance/, pounds: [30, 1_000], mostAYear: 3 },
  { named: /arrest/, unit: /arrest|custody/, pounds: [80, 6_000], mostAYear: 1 },
  {
    named: /eviction|homeless|repossession/,
    unit: /eviction|application|case|acceptance/,
    pounds: [400, 25_000],
    mostAYear: 1,
  },
  { named: /reablement/, unit: /episode|package/, pounds: [500, 9_000], mostAYear: 1 },
  { named: /residential|care home|nursing home/, unit: /week/, pounds: [350, 4_500] },
  { named: /foster/, unit: /week/, pounds: [150, 3_500] },
  { named: /children'?s home|secure/, unit: /week/, pounds: [1_200, 20_000] },
  { named: /home care|domiciliary/, unit: /week/, pounds: [60, 1_500] },
  { named: /home care|domiciliary/, unit: /year/, pounds: [1_500, 60_000] },
  { named: /home care|domiciliary|care given/, unit: /hour/, pounds: [8, 80] },
  { named: /prison|custod/, unit: /year|place/, pounds: [18_000, 150_000] },
  { named: /crime|offence|conviction/, unit: /crime|offence|conviction/, pounds: [40, 60_000], mostAYear: 1 },
  { named: /fire/, unit: /^fire|dwelling/, pounds: [400, 20_000], mostAYear: 1 },
  { named: /visit|appointment|consultation|session/, unit: /visit|appointment|consultation|session/, pounds: [4, 700] },
  { named: /./, unit: /\bhour/, pounds: [8, 500] },
  { named: /./, unit: /\b(?:night|bed-day|day)/, pounds: [15, 5_000] },
  { named: /./, unit: /\bweek/, pounds: [40, 15_000] },
  { named: /./, unit: /\bmonth/, pounds: [60, 60_000] },
  { named: /./, unit: /placement|prosecution|fracture|stroke/, pounds: [100, 500_000], mostAYear: 2 },
  { named: /./, unit: /episode|referral|incident/, pounds: [5, 100_000], mostAYear: 12 },
];

/** The kind of a service that its name and its unit say; undefined if it is none of those. */
export const usualService = (names: readonly string[], unit: string): UsualService | undefined =>
  usualServices.find(
    (usual) =>
      [...names, unit].some((name) => usual.named.test(name.toLowerCase())) && usual.unit.test(unit.toLowerCase()),
  );
