import { addProduct, type Column } from "../base/columns/kernels.js";
import { must } from "../base/records.js";
import type { Demand } from "./contacts/demand.js";
import type { ServiceAccount } from "./money/costs.js";
import { type People, peopleNotes } from "./people/people.js";
import { type Note, takeNotes } from "./people/people-sums.js";
import type { Program } from "./values/program.js";

/** What formulas of the next cycle read of this one: people, waiting lists, contacts served, money spent. */
export interface LastValues {
  /** People and waiting lists, which formulas of the first cycle read, too. */
  readonly standing: readonly Note[];
  readonly served: readonly Note[];
  /** What agencies spend on services. */
  readonly spending: readonly {
    readonly spent: Column;
    readonly uprating: number;
    readonly cost: Column;
    readonly served: Column;
  }[];
  /** Pounds that left each agency's budget in this cycle, for the agencies whose spending a formula reads. */
  readonly spend: ReadonlyMap<string, Column>;
  readonly spends: readonly Note[];
}

/** Finds the last values that formulas read. All formulas of the strategy are compiled by now. */
export const buildLastValues = (
  agencies: readonly string[],
  { lastValues, width }: Program,
  people: People,
  { all }: Demand,
  accounts: readonly ServiceAccount[],
): LastValues => {
  const note = (name: string, column: Column | undefined): readonly Note[] => {
    const out = lastValues.get(name);
    return out && column ? [{ out, of: [column] }] : [];
  };
  const spenders = agencies.filter((agency) => lastValues.has(`spend.${agency}`));
  const spend = new Map(spenders.map((agency) => [agency, new Float64Array(width)]));
  return {
    standing: [
      ...peopleNotes(people, (name) => lastValues.get(`people.${name}`)),
      ...all.flatMap(({ name, queue }) => note(`waiting.${name}`, queue?.waiting)),
    ],
    served: all.flatMap(({ name, served }) => note(`contacts.${name}`, served)),
    spending: accounts.flatMap(({ flow: { served }, isFiscal, payers }) =>
      (isFiscal ? payers : [])
        .filter(({ agency }) => spend.has(agency))
        .map(({ agency, uprating, now: { cost } }) => ({ spent: must(spend, agency), uprating, cost, served })),
    ),
    spend,
    spends: [...spend].flatMap(([agency, column]) => note(`spend.${agency}`, column)),
  };
};

/** Writes what formulas of the next cycle read. */
export const noteLastValues = ({ standing, served: contacts, spending, spends }: LastValues): void => {
  takeNotes(standing);
  takeNotes(contacts);
  for (const { spent, uprating, cost, served } of spending) addProduct(spent, uprating, cost, served);
  takeNotes(spends);
};
