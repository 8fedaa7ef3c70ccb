/** What services of a kind cost and how often they are used. */
type UsualService = readonly [
  /** Words of the name or the unit. */
  named: RegExp,
  /** Words of the unit. */
  unit: RegExp,
  /** Pounds of one contact. */
  least: number,
  most: number,
  /** Contacts a person makes in a year at most: in the mean of a place, of a group of its people, and of a few. */
  mostAYear?: readonly [ofPlace: number, ofGroup: number, ofFew: number],
];

/** People. Assumption: a cohort from this size on is a place. */
const aPlace = 50_000;
/** People. Assumption: a cohort from this size on is a group that nobody chose one by one. */
export const aGroup = 2_000;

/** The most contacts that a person makes in a year, in a cohort of this size; undefined if it is not known. */
export const mostAYearOf = ([, , , , mostAYear]: UsualService, people: number): number | undefined =>
  mostAYear?.[people >= aPlace ? 0 : people >= aGroup ? 1 : 2];

/**
 * Assumption: about a third of the least and three times the most of what NHS England (National Cost Collection), PSSRU
 * (Unit Costs of Health and Social Care 2025) and the unit cost database of Greater Manchester publish, in pounds of
 * 2024/25. So a zero too many or too few is out of them, and no published figure is. How often is some times what the
 * people of England make of each a year: 0.45 attendances, 0.3 admissions, 0.7 bed-days, 6 visits to a GP, 0.15
 * ambulances, 0.1 crimes recorded, 1.8 strokes and 5 homeless households for each 1,000. Few people, chosen because
 * they come often, make some twenty times as many.
 */
const usual: readonly UsualService[] = [
  [/\b(?:a ?& ?|a and )e\b|emergency department/, /attendance|visit|contact/, 70, 800, [1, 3, 60]],
  [/bed-?day|delayed day|night in (?:a )?hospital/, /day|night/, 90, 1_800, [5, 60, 366]],
  [/amputation/, /amputation|operation|admission/, 3_000, 60_000, [0.002, 0.1, 1]],
  [/\bstrokes?\b/, /stroke/, 1_500, 150_000, [0.012, 0.1, 1]],
  [/admission|inpatient|operation|hospital stay/, /admission|episode|stay|operation/, 290, 18_000, [1, 2, 6]],
  [/ambulance|call-?out/, /call|journey|incident|conveyance/, 60, 1_200, [0.6, 2, 60]],
  [/\bgps?\b|general practi|practice nurse/, /appointment|visit|consultation|contact/, 7, 250, [15, 30, 60]],
  [/outpatient/, /appointment|attendance|visit/, 50, 800, [5, 10, 60]],
  [/attendance/, /attendance/, 30, 1_000, [1, 3, 60]],
  [/arrest/, /arrest|custody/, 80, 6_000, [0.1, 1, 20]],
  [/eviction|homeless|repossession/, /eviction|application|case|acceptance/, 400, 25_000, [0.05, 0.1, 1]],
  [/reablement/, /episode|package/, 500, 9_000, [0.1, 1, 4]],
  [/transport|taxi/, /week/, 10, 1_500],
  [/children'?s home|residential school|secure/, /week/, 1_200, 20_000],
  [/residential|care home|nursing home/, /week/, 350, 4_500],
  [/foster/, /week/, 150, 3_500],
  [/in care|looked after/, /year/, 10_000, 500_000],
  [/temporary accommodation|hostel|refuge|shelter|lodging/, /week/, 80, 2_500],
  [/temporary accommodation|hostel|refuge|shelter|b ?& ?b|bed and breakfast/, /night/, 15, 350],
  [/home care|domiciliary/, /week/, 60, 1_500],
  [/home care|domiciliary/, /year/, 1_500, 60_000],
  [/home care|domiciliary|care given/, /hour/, 8, 80],
  [/prison|custod/, /year|place/, 18_000, 150_000],
  [/prison|custod/, /week/, 350, 3_000],
  [/benefits?\b|universal credit|jobseeker/, /week/, 35, 600],
  [/benefits?\b|universal credit|jobseeker/, /month/, 150, 2_600],
  [/benefits?\b|universal credit|jobseeker/, /^(?:claimant )?years?\b/, 1_800, 31_000],
  [/violen|wounding|assault/, /crime|offence|assault/, 40, 60_000, [0.06, 0.5, 5]],
  [/casualt|injur/, /casualty|injury/, 100, 60_000, [0.02, 0.3, 2]],
  [/\behc|special school|alternative provision/, /year|place|plan/, 2_000, 80_000],
  [/crime|offence|conviction|burglar/, /crime|offence|conviction/, 40, 60_000, [0.4, 2, 60]],
  [/anti-?social/, /incident/, 10, 3_000, [0.3, 1, 60]],
  [/fire/, /^fire|dwelling/, 400, 20_000, [0.01, 0.03, 0.5]],
  [/prosecution|court order|youth order|proceeding/, /prosecution|order|proceeding/, 100, 90_000, [0.05, 0.5, 6]],
  [/visit|appointment|consultation|session/, /visit|appointment|consultation|session/, 4, 700, [15, 60, 366]],
  [/./, /\b(?:year|years) of (?:day )?care\b/, 150, 150_000],
  [/./, /\bhour/, 8, 500],
  [/./, /^(?:night|bed-day|day)\b/, 15, 5_000],
  [/./, /\bweek/, 40, 15_000],
  [/./, /\bmonth/, 60, 60_000],
  [/./, /placement|prosecution|fracture|stroke/, 100, 500_000, [0.1, 2, 12]],
  [/./, /episode|referral|incident/, 5, 100_000, [2, 12, 366]],
];

/** The first kind of service whose words the name and the unit of a service have; undefined if there is none. */
export const usualService = (names: readonly string[], unit: string): UsualService | undefined =>
  usual.find(
    ([named, ofUnit]) =>
      [...names, unit].some((name) => named.test(name.toLowerCase())) && ofUnit.test(unit.toLowerCase()),
  );
