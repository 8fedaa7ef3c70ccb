import { listed } from "../../../base/problems/problem.js";
import { wordsOf } from "../../../scenario/names.js";
import { allLines, type DoubtsIn } from "../doubt.js";

/** Whose work it is: words of agencies, and words of what they alone do. */
const sectors: readonly { readonly agency: RegExp; readonly work: RegExp }[] = [
  {
    agency: /\b(?:nhs|hospitals?|trust|ambulances?|integrated care|clinical|general practices?|health)\b/,
    work: new RegExp(
      "\\b(?:admissions?|inpatient|outpatient|a ?& ?e|bed-?days?|ambulances?|gps?(?: (?:visit|appointment)s?)?|" +
        "therapy|psychiatr\\w+)\\b",
    ),
  },
  { agency: /\b(?:police|constabulary)\b/, work: /\b(?:police|arrests?)\b/ },
  { agency: /\b(?:fire|rescue)\b/, work: /\bfire (?:response|service|call-out)s?\b/ },
  {
    agency: new RegExp(
      "\\b(?:councils?|borough|county|city|district|housing associations?|landlords?|social care|housing|education|" +
        "schools?|children's services|local authorit(?:y|ies))\\b",
    ),
    work: new RegExp(
      "\\b(?:home care|social care|residential care|reablement|foster\\w*|looked after|temporary accommodation|" +
        "evictions?|homeless\\w*|refuges?|child protection|children in need|alternative provision)\\b",
    ),
  },
  { agency: /\b(?:justice|prisons?|probation|courts?)\b/, work: /\b(?:prisons?|sentences?|probation)\b/ },
  {
    agency: /\b(?:dwp|work and pensions|jobcentres?)\b/,
    work: /\b(?:out-of-work benefits?|universal credit|jobseekers?|housing benefit)\b/,
  },
];

/** True if what a service is called is the work of an agency: `council contact`, `desks of the police`. */
const isWorkOf = (agency: string, said: string): boolean => {
  const name = wordsOf(agency).toLowerCase();
  return new RegExp(`\\b${name} (?:contact|case|desk|call|work|officer)s?\\b|\\bof (?:the )?${name}\\b`).test(said);
};

/** Services that are the work of an agency, or of its sector, which bears none of their cost. */
export const borneByAnother: DoubtsIn = ({ scenario: { agencies, services } }) => {
  const isOf = (key: string, words: RegExp): boolean =>
    words.test(`${wordsOf(key)} ${agencies[key].name}`.toLowerCase());
  const hasSector = (key: string): boolean => sectors.some(({ agency }) => isOf(key, agency));
  return Object.entries(services).flatMap(([key, { name, unit, costs, layer }]) => {
    const said = `${wordsOf(key)} ${name} ${unit.one}`.toLowerCase();
    const own = sectors.filter(({ work }) => work.test(said));
    const named = Object.keys(agencies).filter((agency) => isWorkOf(agency, said));
    const ofSector = Object.keys(agencies).filter((agency) => own.some((sector) => isOf(agency, sector.agency)));
    const able = [...named, ...(own.length === 1 ? ofSector : [])];
    const payers = costs.map(({ agency }) => agency);
    const isOther = (agency: string): boolean =>
      !able.includes(agency) && !ofSector.includes(agency) && (named.length > 0 || hasSector(agency));
    if (able.length === 0 || layer !== "fiscal" || payers.length === 0 || !payers.every(isOther)) return [];
    return {
      address: `services.${key}.cost`,
      what:
        `${listed(payers)} ${payers.length > 1 ? "bear" : "bears"} the cost of ${name}, ` +
        `and ${listed([...new Set(able)])} none of it.`,
      mend: "Check whose budget it comes from. If it is right, accept it with its reason.",
    };
  });
};

const paysFor = "(?:pays|buys|funds|fits|hires|employs|commissions|spends|opens|builds|provides|sets up)";

/** Agencies that the question says pay, while no intervention has a cost of theirs. */
export const paysInTheQuestion: DoubtsIn = ({ scenario }) => {
  const { agencies, question } = scenario;
  const lines = allLines(scenario);
  const paying = lines.flatMap(({ kind, amounts }) => (kind === "pays" ? amounts.map(({ agency }) => agency) : []));
  const [, subject = ""] =
    new RegExp(`\\b(?:the|a|an|if) ([a-z][a-z' ]{2,40}?) ${paysFor}\\b`, "i").exec(question) ?? [];
  const said = Object.keys(agencies).filter((key) =>
    [agencies[key].name.toLowerCase().replace(/^the /, ""), wordsOf(key).toLowerCase()].includes(
      subject.toLowerCase().replace(/^the /, ""),
    ),
  );
  if (said.length !== 1 || paying.length === 0 || paying.includes(said[0])) return [];
  const payers = [...new Set(paying)];
  const pay = payers.length > 1 ? "pay" : "pays";
  return [
    {
      address: lines[0].address,
      what: `The question says that ${said[0]} pays, and here ${listed(payers)} ${pay} all.`,
      mend: "Check who pays. If it is right, accept it with its reason.",
    },
  ];
};
