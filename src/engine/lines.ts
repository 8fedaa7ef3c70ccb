import { addProduct, addScaled, type Column, clear, divide, emptyColumns } from "../base/kernels.js";
import type { Moment } from "../base/time.js";
import type { Line } from "../scenario/interventions/line.js";
import type { Layer } from "../scenario/layer.js";
import type { Per } from "../scenario/people/cohort.js";
import type { Scenario } from "../scenario/scenario.js";
import { type EntryKind, entryPlaces, exitAddress } from "./axes.js";
import { type Book, writeYear } from "./book.js";
import type { Demand } from "./demand.js";
import { momentTolerance, sizeAt } from "./effects.js";
import type { Enrolment } from "./enrolment.js";
import type { People } from "./people.js";
import type { Program, Value } from "./program.js";
import type { Queue } from "./queues.js";

/** One agency's part of a line of money, as one kind of entry: what it is a cycle, times whom it counts and its weight there, by year. */
export interface LineShare {
  readonly agency: string;
  readonly address: string;
  readonly kind: EntryKind;
  readonly layer: Layer;
  /** Where it stands among the entries of the book. */
  readonly entry: number;
  readonly amount: Column;
  readonly times: Column;
  readonly scale: number;
  /** The share of the amount that falls in a cycle that begins so many years from the start. */
  readonly weightAt: (t: number) => number;
  readonly once: boolean;
  readonly money: readonly Column[];
  readonly present: readonly Column[];
}

/** Those who joined an intervention, each times the share of a line that falls so long after they did. */
interface Since {
  readonly out: Column;
  readonly joiners: readonly Column[];
  /** By the cycles since joining. */
  readonly shares: readonly number[];
  readonly dividedBy: Column | undefined;
}

/** The lines of money of a strategy: their postings, and what of them follows the clocks of those who joined. */
export interface Lines {
  readonly postings: readonly LineShare[];
  readonly since: readonly Since[];
}

/** Builds a strategy's lines of money. */
export const buildLines = (
  scenario: Scenario,
  of: readonly string[],
  program: Program,
  people: People,
  { stops }: Demand,
  cyclesPerYear: number,
): Lines => {
  const { interventions, time } = scenario;
  const placeOf = entryPlaces(scenario);
  const everyYear = (): readonly Column[] => emptyColumns(time.years, program.width);
  const posting = (part: Omit<LineShare, "entry" | "money" | "present">): LineShare => ({
    ...part,
    entry: placeOf(part),
    money: everyYear(),
    present: everyYear(),
  });
  const since: Since[] = [];
  const followed = (line: Line, per: Per, { joiners }: Enrolment): Column => {
    const out = new Float64Array(program.width);
    const shares = joiners.map((_, cycles) => weightOf(line, cycles / cyclesPerYear, cyclesPerYear));
    since.push({
      out,
      joiners,
      shares,
      dividedBy: per.people === "everyone" ? people.starting.get(per.cohort) : undefined,
    });
    return out;
  };
  const timesOf = (line: Line, enrolment: Enrolment | undefined): Column => {
    const { per } = line;
    if (per === undefined) return program.constant(1).column;
    if (per === "worker") return (enrolment as Enrolment).paid;
    if (enrolment && follows(line)) return followed(line, per, enrolment);
    const counting = { atStart: "atYears" in line.timing, perStartingPerson: per.people === "everyone" };
    const who = enrolment ? { of: { enrolledIn: enrolment.intervention } } : {};
    return people.count({ cohort: per.cohort, while: line.while, ...who }, counting);
  };
  const postingsOf = (name: string, line: Line): readonly LineShare[] => {
    const enrolment = people.enrolments.find(({ intervention }) => intervention === name);
    const { startYears } = interventions[name];
    const { per, deadweight } = line;
    const times = timesOf(line, enrolment);
    const counted = typeof per === "object" && per.people !== "everyone" ? per.people : 1;
    const weightAt =
      enrolment && follows(line) ? () => 1 : (t: number) => weightOf(line, t - startYears, cyclesPerYear);
    return line.amounts.flatMap(({ agency, pounds, uprating, cashable }) => {
      const whole = program.value(pounds);
      const amount = deadweight
        ? program.apply("multiply", whole, program.apply("subtract", program.constant(1), program.value(deadweight)))
        : whole;
      const cash = cashable ? program.apply("multiply", amount, program.value(cashable)) : amount;
      const post = (kind: EntryKind, { column }: Value): LineShare =>
        posting({
          agency,
          address: line.address,
          kind,
          layer: line.layer,
          amount: column,
          times,
          scale: (line.kind === "costsMore" ? -uprating : uprating) / counted,
          weightAt,
          once: "atYears" in line.timing,
        });
      return line.kind === "pays" ? [post("pays", amount)] : [post("avoided", amount), post("cash", cash)];
    });
  };
  const postings = [...of]
    .sort()
    .flatMap((name) => interventions[name].lines.flatMap((line) => postingsOf(name, line)));
  const exits = stops.flatMap(({ name, queue }): readonly LineShare[] =>
    (scenario.services[name].closing?.exitCosts ?? []).map(({ agency, pounds, uprating }) =>
      posting({
        agency,
        address: exitAddress(name),
        kind: "pays",
        layer: "fiscal",
        amount: program.value(pounds).column,
        times: (queue as Queue).closing?.shutting as Column,
        scale: uprating,
        weightAt: () => 1,
        once: true,
      }),
    ),
  );
  return { postings: [...postings, ...exits], since };
};

/** Whether a line of an intervention that takes people in runs from when each joined. */
const follows = ({ per, clock }: Line): boolean => typeof per === "object" && clock === "joining";

/** The share of a line that falls in the cycle that begins at a moment of its intervention's clock. */
const weightOf = ({ timing, profile }: Line, years: number, cyclesPerYear: number): number => {
  if ("atYears" in timing) return Math.abs(years - timing.atYears) < momentTolerance ? 1 : 0;
  if ("everyYears" in timing) return sizeAt(profile, years, cyclesPerYear) / (cyclesPerYear * timing.everyYears);
  const since = years - profile.lagYears;
  return Math.max(0, Math.min(timing.overYears, since + 1 / cyclesPerYear) - Math.max(0, since)) / timing.overYears;
};

/** Empties the postings before a block. */
export const startLines = ({ postings }: Lines): void => {
  for (const { money, present } of postings) clear([...money, ...present]);
};

/** One cycle: each posting is added to its year, plain and in present value, and to what its agency spends. */
export const stepLines = (
  { postings, since }: Lines,
  { t, year, cycle }: Moment,
  factors: { readonly flow: number; readonly once: number },
  spend: ReadonlyMap<string, Column>,
): void => {
  for (const { out, joiners, shares, dividedBy } of since) {
    out.fill(0);
    for (let ago = 0; ago < cycle; ago++) if (shares[ago] !== 0) addScaled(out, shares[ago], joiners[cycle - 1 - ago]);
    if (dividedBy) divide(out, out, dividedBy);
  }
  for (const { agency, kind, layer, amount, times, scale, weightAt, once, money, present } of postings) {
    const weight = scale * weightAt(t);
    if (weight === 0) continue;
    addProduct(money[year - 1], weight, amount, times);
    addProduct(present[year - 1], weight * (once ? factors.once : factors.flow), amount, times);
    const spent = layer === "fiscal" ? spend.get(agency) : undefined;
    if (spent && kind !== "cash") addProduct(spent, kind === "pays" ? weight : -weight, amount, times);
  }
};

/** Writes a year of a strategy's postings into the book. */
export const writeLines = (book: Book, strategy: number, from: number, { postings }: Lines, year: number): void => {
  for (const { entry, money, present } of postings) {
    const { volume } = book.prices[entry];
    book.written.add(volume);
    writeYear(book.money, book.present, [strategy, volume, year], from, money[year], present[year]);
  }
};
