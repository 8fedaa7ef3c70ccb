import { sum } from "../../../base/mathematics/statistics.js";
import { centralOf } from "../../../scenario/central.js";
import type { Intervention } from "../../../scenario/interventions/intervention.js";
import type { Line } from "../../../scenario/interventions/line.js";
import type { Scenario } from "../../../scenario/scenario.js";
import { numberText, poundsEach } from "../../numbers.js";
import { wholeNumberOf, wholePattern } from "../../words.js";
import type { Doubt, DoubtsIn } from "../doubt.js";
import { wordsOfLine, workerWords } from "../money/money-words.js";

/** People a worker has at once. Assumption: intensive work has two or more, and nobody knows 150. */
const usualCaseload = { least: 2, most: 150 };
/** Pounds a year. Assumption: half a worker on the least wage to a consultant, with overheads. */
const usualPay = { least: 12_000, most: 160_000 };
const worker = new RegExp(`\\b(?:${workerWords})\\b`);
/** `six advisers`, `3 epilepsy nurses`, `four more prevention officers`. */
const counted = new RegExp(`\\b(${wholePattern}) (?:[a-z-]+ ){0,2}?(?:${workerWords})\\b`);

/** How many workers a text says there are. */
const workersIn = (text: string): number | undefined => {
  const [, number] = counted.exec(text.toLowerCase()) ?? [];
  return number === undefined ? undefined : wholeNumberOf(number);
};

/** Workers with a caseload or a pay that no worker has, and other workers than the words of the file count. */
export const workersOutOfScale: DoubtsIn = ({ scenario }) =>
  Object.entries(scenario.interventions).flatMap(([name, intervention]) => [
    ...caseloadOf(scenario, name, intervention),
    ...intervention.lines.flatMap((line) => payOf(scenario, intervention, line)),
  ]);

const caseloadOf = (scenario: Scenario, name: string, { reach, name: title }: Intervention): readonly Doubt[] => {
  if (!reach?.caseload) return [];
  const address = `interventions.${name}.reaches.caseload`;
  const caseload = centralOf(reach.caseload, scenario);
  const isAlone = Object.keys(scenario.interventions).length === 1;
  const said = workersIn(`${title}. ${isAlone ? scenario.question : ""}`);
  const workers = reach.workers ? centralOf(reach.workers, scenario) : centralOf(reach.people, scenario) / caseload;
  const mend = "Write how many people each worker has. If it is right, accept it with its reason.";
  if (caseload < usualCaseload.least || caseload > usualCaseload.most)
    return [{ address, what: `A worker has ${numberText(caseload)} people at once.`, mend }];
  if (said === undefined || Math.abs(workers - said) < 1) return [];
  return [{ address, what: `This takes ${numberText(workers)} workers, and the words say ${said}.`, mend }];
};

/** A line whose workers are paid what no worker is. */
const payOf = (scenario: Scenario, { lines, name }: Intervention, line: Line): Doubt | readonly [] => {
  const { address, kind, timing, per } = line;
  if (kind !== "pays" || !("everyYears" in timing)) return [];
  const all = sum(line.amounts.map((each) => centralOf(each.pounds, scenario) * each.uprating)) / timing.everyYears;
  const pounds = per === "worker" ? all : per === undefined ? all / workersOf(scenario, line, lines.length, name) : all;
  const isOfWorkers = per === "worker" || (per === undefined && Number.isFinite(pounds));
  if (!isOfWorkers || (pounds >= usualPay.least && pounds <= usualPay.most)) return [];
  return {
    address,
    what: `A worker costs ${poundsEach(pounds)} a year.`,
    mend: "Check the pounds, and how often they are due (every).",
  };
};

/** How many workers a line pays, if its words or its formula (6 * 34000) say it; not a number if they do not. */
const workersOf = (scenario: Scenario, line: Line, lines: number, title: string): number => {
  const [{ pounds }] = line.amounts;
  const words = `${wordsOfLine(line, scenario)} ${(pounds.note ?? "").toLowerCase()}`;
  const [, factor] = /^(\d{1,3}) ?\* ?[\d_.]+$/.exec(pounds.written) ?? [];
  if (worker.test(words) && factor !== undefined) return Number(factor);
  const isAlone = lines === 1 && Object.keys(scenario.interventions).length === 1;
  return (
    workersIn(words) ??
    (worker.test(words) || isAlone ? workersIn(`${title}. ${isAlone ? scenario.question : ""}`) : undefined) ??
    Number.NaN
  );
};
