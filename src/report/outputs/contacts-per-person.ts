import { type ContactsPerPersonRow, contactsPerPerson } from "../../results/contacts-per-person.js";
import { contactsPerPersonFinding } from "../finding/contacts-per-person.js";
import { output } from "../output.js";
import { dataOnly } from "../table.js";

export const contactsPerPersonOutput = output<ContactsPerPersonRow>({
  title: "Contacts a person",
  answers:
    "How many contacts a person has in a year, without and with: for everyone, or for the people in an intervention.",
  columns: {
    strategy: ["strategy", "text", 0.5],
    of: ["people", "text", 0.5],
    service: ["service", "text", 0.5],
    unit: ["contact", "text", 2],
    year: ["year", "year", 3],
    label: ["from", "text"],
    without: ["without", "number"],
    with: ["with", "number"],
    change: ["change", "change"],
    upperBound: ["upper bound", "mark", dataOnly],
  },
  ofUsual: true,
  finding: contactsPerPersonFinding,
  rows: contactsPerPerson,
  empty: "people make no contacts with services",
});
