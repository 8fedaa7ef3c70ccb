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
  /** Contacts a person makes in a year at most: in the mean of a place, of a group of its people, and of a few. */
  readonly mostAYear?: readonly [number, number, number];
}

/** People. Assumption: a cohort from this size on is a place. */
const aPlace = 50_000;
/** People. Assumption: a cohort from this size on is a group that nobody chose one by one. */
export const aGroup = 2_000;

/** The most contacts that a person makes in a year, in a cohort of this size; undefined if it is not known. */
export const mostAYearOf = ({ mostAYear }: UsualService, people: number): number | undefined =>
  mostAYear?.[people >= aPlace ? 0 : people >= aGroup ? 1 : 2];

/**
 * Assumption: about a third of the least and three times the most of what NHS England (National Cost Collection), PSSRU
 * (Unit Costs of Health and Social Care 2025) and the unit cost database of Greater Manchester publish, in pounds of
 * 2024/25. So a zero too many or too few is out of them, and no published figure is. How often is some times what the
 * people of England make of each a year: 0.45 attendances, 0.3 admissions, 0.7 bed-days, 6 visits to a GP, 0.15
 * ambulances, 0.1 crimes recorded, 1.8 strokes and 5 homeless households for each 1,000. Few people, chosen because
 * they come often, make some twenty times as many.
 */
export const usualServices: readonly UsualService[] = [
  {
    named: /\b(?:a ?& ?|a and )e\b|emergency department/,
    unit: /attendance|visit|contact/,
    pounds: [70, 800],
    mostAYear: [1, 3, 60],
  },
  {
    named: /bed-?day|delayed day|night in (?:a )?hospital/,
    unit: /day|night/,
    pounds: [90, 1_800],
    mostAYear: [5, 60, 366],
  },
  { named: /amputation/, unit: /amputation|operation|admission/, pounds: [3_000, 60_000], mostAYear: [0.002, 0.1, 1] },
  { named: /\bstrokes?\b/, unit: /stroke/, pounds: [1_500, 150_000], mostAYear: [0.012, 0.1, 1] },
  {
    named: /admission|inpatient|operation|hospital stay/,
    unit: /admission|episode|stay|operation/,
    pounds: [290, 18_000],
    mostAYear: [1, 2, 6],
  },
  {
    named: /ambulance|call-?out/,
    unit: /call|journey|incident|conveyance/,
    pounds: [60, 1_200],
    mostAYear: [0.6, 2, 60],
  },
  {
    named: /\bgps?\b|general practi|practice nurse/,
    unit: /appointment|visit|consultation|contact/,
    pounds: [7, 250],
    mostAYear: [15, 30, 60],
  },
  { named: /outpatient/, unit: /appointment|attendance|visit/, pounds: [50, 800], mostAYear: [5, 10, 60] },
  { named: /attendance/, unit: /attendance/, pounds: [30, 1_000], mostAYear: [1, 3, 60] },
  { named: /arrest/, unit: /arrest|custody/, pounds: [80, 6_000], mostAYear: [0.1, 1, 20] },
  {
    named: /eviction|homeless|repossession/,
    unit: /eviction|application|case|acceptance/,
    pounds: [400, 25_000],
    mostAYear: [0.05, 0.1, 1],
  },
  { named: /reablement/, unit: /episode|package/, pounds: [500, 9_000], mostAYear: [0.1, 1, 4] },
  { named: /transport|taxi/, unit: /week/, pounds: [10, 1_500] },
  { named: /children'?s home|residential school|secure/, unit: /week/, pounds: [1_200, 20_000] },
  { named: /residential|care home|nursing home/, unit: /week/, pounds: [350, 4_500] },
  { named: /foster/, unit: /week/, pounds: [150, 3_500] },
  { named: /in care|looked after/, unit: /year/, pounds: [10_000, 500_000] },
  { named: /temporary accommodation|hostel|refuge|shelter|lodging/, unit: /week/, pounds: [80, 2_500] },
  {
    named: /temporary accommodation|hostel|refuge|shelter|b ?& ?b|bed and breakfast/,
    unit: /night/,
    pounds: [15, 350],
  },
  { named: /home care|domiciliary/, unit: /week/, pounds: [60, 1_500] },
  { named: /home care|domiciliary/, unit: /year/, pounds: [1_500, 60_000] },
  { named: /home care|domiciliary|care given/, unit: /hour/, pounds: [8, 80] },
  { named: /prison|custod/, unit: /year|place/, pounds: [18_000, 150_000] },
  { named: /prison|custod/, unit: /week/, pounds: [350, 3_000] },
  { named: /benefits?\b|universal credit|jobseeker/, unit: /week/, pounds: [35, 600] },
  { named: /benefits?\b|universal credit|jobseeker/, unit: /month/, pounds: [150, 2_600] },
  { named: /benefits?\b|universal credit|jobseeker/, unit: /^(?:claimant )?years?\b/, pounds: [1_800, 31_000] },
  { named: /violen|wounding|assault/, unit: /crime|offence|assault/, pounds: [40, 60_000], mostAYear: [0.06, 0.5, 5] },
  { named: /casualt|injur/, unit: /casualty|injury/, pounds: [100, 60_000], mostAYear: [0.02, 0.3, 2] },
  { named: /\behc|special school|alternative provision/, unit: /year|place|plan/, pounds: [2_000, 80_000] },
  {
    named: /crime|offence|conviction|burglar/,
    unit: /crime|offence|conviction/,
    pounds: [40, 60_000],
    mostAYear: [0.4, 2, 60],
  },
  { named: /anti-?social/, unit: /incident/, pounds: [10, 3_000], mostAYear: [0.3, 1, 60] },
  { named: /fire/, unit: /^fire|dwelling/, pounds: [400, 20_000], mostAYear: [0.01, 0.03, 0.5] },
  {
    named: /prosecution|court order|youth order|proceeding/,
    unit: /prosecution|order|proceeding/,
    pounds: [100, 90_000],
    mostAYear: [0.05, 0.5, 6],
  },
  {
    named: /visit|appointment|consultation|session/,
    unit: /visit|appointment|consultation|session/,
    pounds: [4, 700],
    mostAYear: [15, 60, 366],
  },
  { named: /./, unit: /\b(?:year|years) of (?:day )?care\b/, pounds: [150, 150_000] },
  { named: /./, unit: /\bhour/, pounds: [8, 500] },
  { named: /./, unit: /^(?:night|bed-day|day)\b/, pounds: [15, 5_000] },
  { named: /./, unit: /\bweek/, pounds: [40, 15_000] },
  { named: /./, unit: /\bmonth/, pounds: [60, 60_000] },
  { named: /./, unit: /placement|prosecution|fracture|stroke/, pounds: [100, 500_000], mostAYear: [0.1, 2, 12] },
  { named: /./, unit: /episode|referral|incident/, pounds: [5, 100_000], mostAYear: [2, 12, 366] },
];

/** The kind of a service that its name and its unit say; undefined if it is none of those. */
export const usualService = (names: readonly string[], unit: string): UsualService | undefined =>
  usualServices.find(
    (usual) =>
      [...names, unit].some((name) => usual.named.test(name.toLowerCase())) && usual.unit.test(unit.toLowerCase()),
  );
