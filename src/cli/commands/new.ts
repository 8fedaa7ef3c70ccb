import { errorText } from "../../base/error-text.js";
import { systemCode, writeNewFile } from "../files.js";
import { mistake, print } from "../terminal.js";

/** Writes a small scenario that runs, for a user to change. */
export const writeNew = (name: string): number => {
  const own = name.replace(/\.ya?ml$/, "");
  if (!/^[\p{L}\p{N}][\p{L}\p{N}_-]*$/u.test(own))
    throw mistake(
      name,
      "A new scenario is written in this folder, under a plain name.",
      "Write letters, digits, - and _, such as who-saves new handrails.",
    );
  const file = `${own}.yaml`;
  try {
    writeNewFile(file, template.replaceAll("NAME", own));
  } catch (error) {
    const code = systemCode(error) ?? errorText(error);
    throw code === "EEXIST"
      ? mistake(name, `${file} already exists, and is not overwritten.`, "Use another name, or move that file.")
      : mistake(name, `${file} cannot be written (${code}).`);
  }
  print(`Wrote ${file}. Next: who-saves run ${file}\n`);
  return 0;
};

const template = `# yaml-language-server: $schema=./node_modules/who-saves/examples/scenario.schema.json
#
# A place without and with something that prevents. Every number here is invented: replace them with yours, then
#   who-saves run NAME.yaml
#   who-saves run NAME.yaml --set interventions.handrails.costs.fitting.pays.council=100
title: Handrails for older people
question: If the council fits handrails in the homes of older people, who saves?

time:  { start: 2026-04-01, years: 5, cycle: month }      # a cycle is a week, month, quarter or year
money: { priceYear: 2024/25, discount: green-book-2026 }  # the prices of all results

agencies: # the bodies that pay and save: the local ones are the place; others are national or private
  council:  { name: The council, kind: local }
  hospital: { name: The hospital, kind: local }

cohorts:
  residents: { size: 2000 } # the people over 75

services: # what people use, what a contact costs each agency, and the share of it that leaves the budget
  admission:
    unit: admission
    cost: { hospital: { value: 3000, low: 2400, high: 3600, source: assumption } }
    cashable: { value: 15%, low: 5%, high: 30%, source: assumption }
  homeCare:
    unit: week
    cost: { council: { value: 300, low: 250, high: 400, source: assumption } }
    cashable: { value: 80%, low: 50%, high: 95%, source: assumption }

demand: # what brings contacts to services
  falls:
    to: admission
    contacts: { value: 0.04, low: 0.03, high: 0.06, source: assumption } # per resident and year
    per: person
    every: year
  aftercare: # each admission is followed by weeks of care at home
    to: homeCare
    each: admission
    contacts: { value: 6, low: 3, high: 10, source: assumption }
    after: 1 month

interventions:
  handrails:
    reaches: everyone
    deadweight: { value: 20%, low: 5%, high: 40%, source: assumption } # would have fitted their own
    costs:
      fitting: { pays: { council: { value: 150, low: 120, high: 200, source: assumption } }, per: person, in: year 1 }
    effects:
      fewerFalls:
        cut: { admission: { value: 25%, low: 10%, high: 40%, source: assumption } }
        ramp: 1 year
      # money with no service behind it; its deadweight is that of the intervention by default
      # fewerAlarms: { saves: { council: 2000 }, every: year, cashable: 50%, source: assumption }

# Published results that check compares with the central run:
# expect:
#   averted: { what: contacts, service: admission, year: 1, equals: 12, within: 6 }
`;
