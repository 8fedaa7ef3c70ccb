import { drawsFrom } from "../base/columns/cube.js";
import { addScaled, type Column } from "../base/columns/kernels.js";
import type { Destination } from "./book/book.js";
import { withUsualFirst } from "./book/strategy-index.js";
import { writeDraws, writeYear } from "./book/yearly-cube.js";
import type { Demand } from "./contacts/demand.js";
import type { Plan } from "./plan.js";
import { cohortAddress } from "./reach.js";
import { drawsPast, type PastBound } from "./values/passed-bounds.js";

/** Writes the contacts under way and the people of a plan after its last cycle. */
export const writePlan = (destination: Destination, plan: Plan): void => {
  writeUnderWay(destination, plan);
  writePeople(destination, plan);
};

/** Writes the contacts served in a year (from 0), and the figures of queues. */
export const writeContacts = ({ book, strategy, from }: Destination, { accounts }: Plan, year: number): void => {
  const services = book.activity.plain.axes[1].labels;
  const arm = withUsualFirst(strategy);
  for (const { name, plain, present, figures } of accounts) {
    const numbers = { plain: plain.served[year], present: present.served[year] };
    writeYear(book.activity, [arm, services.indexOf(name), year], from, numbers);
    for (const { place, years } of figures) writeDraws(book.queues, [arm, place, year], from, years[year]);
  }
};

/** Writes the people and the contacts of a cycle (1 and on), if the book records cycles. */
export const writeCycle = (
  { book, strategy, from }: Destination,
  { people, demand, program }: Plan,
  cycle: number,
): void => {
  if (!book.byCycle) return;
  const { people: heads, contacts } = book.byCycle;
  const arm = withUsualFirst(strategy);
  for (const { place, counted } of people.groups) {
    const draws = drawsFrom(heads, from, program.width, [arm, place, cycle - 1]);
    for (const column of counted) addScaled(draws, 1, column);
  }
  const services = contacts.axes[1].labels;
  for (const { name, served, queue } of demand.services)
    for (const [place, column] of [served, queue?.turnedAway].entries())
      if (column) writeDraws(contacts, [arm, services.indexOf(name), place, cycle - 1], from, column);
};

/** Writes the contacts under way to each service. */
const writeUnderWay = ({ book, strategy, from }: Destination, { demand, program }: Plan): void => {
  for (const [place, service] of book.underWay.axes[1].labels.entries()) {
    const underWay = underWayTo(demand, service, program.width);
    if (underWay) writeDraws(book.underWay, [withUsualFirst(strategy), place], from, underWay);
  }
};

/** The sum of contacts under way to a service; undefined if none of its causes has a delay. */
const underWayTo = ({ causes }: Demand, service: string, width: number): Column | undefined => {
  const slots = causes.flatMap(({ to, underWay, late, spread }) =>
    to === service ? [...(spread ? [] : underWay), ...(late.cycles > 0 || spread ? [late.sum] : [])] : [],
  );
  if (slots.length === 0) return undefined;
  const out = new Float64Array(width);
  for (const slot of slots) addScaled(out, 1, slot);
  return out;
};

const writePeople = ({ book, strategy, from }: Destination, { people }: Plan): void => {
  const arm = withUsualFirst(strategy);
  for (const { place, years } of people.groups)
    for (let year = 0; year < years.length; year++) writeDraws(book.people, [arm, place, year], from, years[year]);
};

/**
 * How many draws of a block, from one up to another, passed a bound, by number. Those that the plan shares with
 * business as usual are among them.
 */
export const passedIn = ({ program, people }: Plan, usual: Plan, from: number, to: number): readonly PastBound[] => {
  const isOwn = (address: string): boolean =>
    program.compiled.some((own) => own.address === address) ||
    people.cohorts.some(({ name }) => address.startsWith(`${cohortAddress(name)}.`));
  const shared = usual.program === program ? [] : drawsPast(usual.program.bounds, from, to);
  return [...drawsPast(program.bounds, from, to), ...shared.filter(({ address }) => !isOwn(address))];
};
