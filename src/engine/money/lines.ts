import { addProduct, addScaled, type Column, clear, divide, emptyColumns } from "../../base/columns/kernels.js";
import type { Moment } from "../../base/time.js";
import type { Line } from "../../scenario/interventions/line.js";
import { fallsAtMoments } from "../../scenario/interventions/timing.js";
import type { Layer } from "../../scenario/money/layer.js";
import type { Per } from "../../scenario/people/per.js";
import type { Scenario } from "../../scenario/scenario.js";
import { writtenVolume } from "../book/accounts.js";
import type { Destination } from "../book/book.js";
import { type EntryKind, entriesOf, entryFinder, exitAddress, kindsOfLine } from "../book/entries.js";
import { isDiscountedByCycle, writeYear } from "../book/yearly-cube.js";
import { mayShut } from "../contacts/closing.js";
import type { Demand } from "../contacts/demand.js";
import type { Enrolment } from "../people/enrolment.js";
import type { People } from "../people/people.js";
import type { Program } from "../values/program.js";
import type { ProgramValue } from "../values/program-value.js";
import { yearsSince } from "../values/strength.js";
import { drawnWeight, isDrawnLine, weightOf } from "./line-weights.js";

/** One agency's part of a money line, as one kind of entry: amount × count × scale × weight in each cycle. */
export interface LineShare {
  readonly agency: string;
  readonly address: string;
  readonly kind: EntryKind;
  readonly layer: Layer;
  /** The index of the entry in the book. */
  readonly entry: number;
  /** Pounds for each that counts. */
  readonly amount: Column;
  /** The people, workers or steps that count in this cycle. */
  readonly count: Column;
  readonly scale: number;
  /** The share of the amount that falls in a cycle that begins `t` years from the start of the run. */
  readonly weightAt: (t: number) => number;
  /** True if it falls at one moment, false if it is spread over its cycle. */
  readonly isOnce: boolean;
  /** Pounds by year from 0: undiscounted, and with each cycle discounted if anything is discounted by the cycle. */
  readonly plain: readonly Column[];
  readonly present: readonly Column[];
}

/** People counted by the time since each joined: Σ joiners × the share of a line that falls that long after joining. */
interface SinceJoining {
  readonly out: Column;
  /** People who joined, by cycle of the run from 0. */
  readonly joiners: readonly Column[];
  /** Shares by cycles since joining, from 0. A column where a length of time is drawn. */
  readonly shares: readonly (number | Column)[];
  /** The size of the cohort at the start, for a line per person of the cohort. */
  readonly dividedBy: Column | undefined;
}

/** A strategy's money lines. `sinceJoining` holds the counts of lines timed from each person's joining. */
export interface Lines {
  readonly postings: readonly LineShare[];
  readonly sinceJoining: readonly SinceJoining[];
}

/** What money lines are built with. `sinceJoining` is filled on the way. */
interface LineContext {
  readonly scenario: Scenario;
  readonly program: Program;
  readonly people: People;
  readonly sinceJoining: SinceJoining[];
}

type NewShare = Omit<LineShare, "entry" | "plain" | "present">;

/** Builds the money lines of a strategy, given as its list of interventions. */
export const buildLines = (
  scenario: Scenario,
  interventions: readonly string[],
  program: Program,
  people: People,
  demand: Demand,
): Lines => {
  const entryIndex = entryFinder(entriesOf(scenario));
  const context: LineContext = { scenario, program, people, sinceJoining: [] };
  const ofLines = [...interventions]
    .sort()
    .flatMap((name) => scenario.interventions[name].lines.flatMap((line) => sharesOf(name, line, context)));
  const everyYear = (): readonly Column[] => emptyColumns(scenario.time.years, program.width);
  const isByCycle = isDiscountedByCycle(scenario);
  const postings = [...ofLines, ...exitShares(scenario, program, demand)].map((share) => {
    const plain = everyYear();
    return { ...share, entry: entryIndex(share), plain, present: isByCycle ? everyYear() : plain };
  });
  return { postings, sinceJoining: context.sinceJoining };
};

/** The shares of a line: one per agency and kind of entry. */
const sharesOf = (name: string, line: Line, context: LineContext): readonly NewShare[] => {
  const { scenario, program, people } = context;
  const { apply } = program;
  const { cyclesPerYear } = program;
  const enrolment = people.enrolments.find(({ intervention }) => intervention === name);
  const { startYears } = scenario.interventions[name];
  const { per, deadweight } = line;
  const count = countOf(line, enrolment, context);
  const peoplePerAmount = typeof per === "object" && per.people !== "everyone" ? per.people : 1;
  const isByJoining = enrolment !== undefined && isTimedByJoining(line);
  const drawn = isDrawnLine(line) && !isByJoining ? drawnWeight(line, yearsSince(program, startYears), program) : null;
  const weightAt = isByJoining || drawn ? () => 1 : (t: number) => weightOf(line, t - startYears, cyclesPerYear);
  return line.amounts.flatMap(({ agency, pounds, uprating, cashable }) => {
    const whole = program.value(pounds);
    const beyond = deadweight
      ? apply("multiply", whole, apply("subtract", program.constant(1), program.value(deadweight)))
      : whole;
    const amount = drawn ? apply("multiply", beyond, drawn) : beyond;
    const cash = cashable ? apply("multiply", amount, program.value(cashable)) : amount;
    const share = (kind: EntryKind, { column }: ProgramValue): NewShare => ({
      agency,
      address: line.address,
      kind,
      layer: line.layer,
      amount: column,
      count,
      scale: (line.kind === "costsMore" ? -uprating : uprating) / peoplePerAmount,
      weightAt,
      isOnce: fallsAtMoments(line.timing),
    });
    return kindsOfLine[line.kind].map((kind) => share(kind, kind === "cash" ? cash : amount));
  });
};

/** The people, the moves or the workers that a line counts; 1 for the intervention as a whole. */
const countOf = (line: Line, enrolment: Enrolment | undefined, context: LineContext): Column => {
  const { program, people } = context;
  const { per, timing } = line;
  const who = enrolment ? { of: { enrolledIn: enrolment.intervention } } : {};
  if ("onMove" in timing) {
    const { cohort, from, to } = timing.onMove;
    return people.moved({ cohort, while: [], ...who }, from, to);
  }
  if (per === undefined) return program.constant(1).column;
  if (per === "worker") return enrolment?.paid ?? program.constant(0).column;
  if (enrolment && isTimedByJoining(line)) return countSinceJoining(line, per, enrolment, context);
  const counting = { atStart: fallsAtMoments(line.timing), perStartingPerson: per.people === "everyone" };
  return people.count({ cohort: per.cohort, while: line.while, ...who }, counting);
};

/** The count of a line that runs from the moment each person joined. */
const countSinceJoining = (
  line: Line,
  per: Per,
  { joiners }: Enrolment,
  { program, people, sinceJoining }: LineContext,
): Column => {
  const { width, cyclesPerYear } = program;
  const out = new Float64Array(width);
  const shares = joiners.map((_, cycles) => {
    const years = cycles / cyclesPerYear;
    return isDrawnLine(line)
      ? drawnWeight(line, program.constant(years), program).column
      : weightOf(line, years, cyclesPerYear);
  });
  const dividedBy = per.people === "everyone" ? people.starting.get(per.cohort) : undefined;
  sinceJoining.push({ out, joiners, shares, dividedBy });
  return out;
};

/** What agencies pay when steps of a service are shut. */
const exitShares = ({ services }: Scenario, program: Program, demand: Demand): readonly NewShare[] =>
  demand.services.flatMap(({ name, queue }) => {
    const closing = queue?.closing;
    if (!closing) return [];
    return (services[name].closing?.exitCosts ?? []).map(({ agency, pounds, uprating }) => ({
      agency,
      address: exitAddress(name),
      kind: "pays" as const,
      layer: "fiscal" as const,
      amount: program.value(pounds).column,
      count: closing.shutting,
      scale: uprating,
      weightAt: (t: number) => (mayShut(closing, t) ? 1 : 0),
      isOnce: true,
    }));
  });

/** True if a line of an intervention that enrols people runs from when each person joined. */
const isTimedByJoining = ({ per, clock }: Line): boolean => typeof per === "object" && clock === "joining";

/** Empties the postings before a block. */
export const startLines = ({ postings }: Lines): void => {
  for (const { plain, present } of postings) clear([...plain, ...present]);
};

/** One cycle: adds each posting to its year, plain and discounted, and to what its agency spends. */
export const stepLines = (
  { postings, sinceJoining }: Lines,
  { t, year, cycle }: Moment,
  factors: { readonly flow: number; readonly once: number },
  spend: ReadonlyMap<string, Column>,
): void => {
  for (const { out, joiners, shares, dividedBy } of sinceJoining) {
    out.fill(0);
    for (let ago = 0; ago < cycle; ago++) {
      const share = shares[ago];
      if (typeof share !== "number") addProduct(out, 1, joiners[cycle - 1 - ago], share);
      else if (share !== 0) addScaled(out, share, joiners[cycle - 1 - ago]);
    }
    if (dividedBy) divide(out, out, dividedBy);
  }
  for (const { agency, kind, layer, amount, count, scale, weightAt, isOnce, plain, present } of postings) {
    const weight = scale * weightAt(t);
    if (weight === 0) continue;
    addProduct(plain[year - 1], weight, amount, count);
    if (present !== plain)
      addProduct(present[year - 1], weight * (isOnce ? factors.once : factors.flow), amount, count);
    const spent = layer === "fiscal" ? spend.get(agency) : undefined;
    if (spent && kind !== "cash") addProduct(spent, kind === "pays" ? weight : -weight, amount, count);
  }
};

/** Writes a year (from 0) of a strategy's postings into the book. */
export const writeLines = ({ book, strategy, from }: Destination, { postings }: Lines, year: number): void => {
  const { accounts } = book;
  for (const { entry, plain, present } of postings) {
    const place = [strategy, writtenVolume(accounts, entry), year];
    writeYear(accounts.volumes, place, from, { plain: plain[year], present: present[year] });
  }
};
