import { type ContactsPerPersonRow, contactsPerPerson } from "../../results/contacts-per-person.js";
import { rowsPage } from "../output.js";

export const contactsPerPersonPage = rowsPage<ContactsPerPersonRow>(
  {
    strategy: ["strategy", "text", 0.5],
    of: ["of whom", "text", 0.5],
    service: ["service", "text", 0.5],
    unit: ["contact", "text", 2],
    year: ["year", "year", 3],
    label: ["from", "text"],
    without: ["without", "number"],
    with: ["with", "number"],
    change: ["change", "change"],
    upperBound: ["upper bound", "mark", 14],
  },
  contactsPerPerson,
  "nobody brings contacts to a service",
);
