import { sum } from "../../base/statistics.js";
import { centralOf } from "../../scenario/central.js";
import type { Doubt, DoubtsIn } from "./doubt.js";
import { numberText, poundsEach } from "./words.js";

/** People a worker has at once. Assumption: intensive work has two or more, and nobody knows 150. */
const usualCaseload = { least: 2, most: 150 };
/** Pounds a year. Assumption: half a worker on the least wage to a consultant, with overheads. */
const usualPay = { least: 12_000, most: 160_000 };

/** Workers with a caseload or a pay that no worker has. */
export const workersOutOfScale: DoubtsIn = ({ scenario }) =>
  Object.entries(scenario.interventions).flatMap(([name, { reach, lines }]): readonly Doubt[] => {
    const caseload = reach?.caseload ? centralOf(reach.caseload, scenario) : undefined;
    const isOdd = caseload !== undefined && (caseload < usualCaseload.least || caseload > usualCaseload.most);
    const odd: readonly Doubt[] = isOdd
      ? [
          {
            address: `interventions.${name}.reaches.caseload`,
            what: `A worker has ${numberText(caseload)} people at once.`,
            mend: "Write how many people each worker has. If it is right, accept it with its reason.",
          },
        ]
      : [];
    const pay = lines.flatMap(({ address, kind, per, timing, amounts }): readonly Doubt[] => {
      if (kind !== "pays" || per !== "worker" || !("everyYears" in timing)) return [];
      const pounds = sum(amounts.map((each) => centralOf(each.pounds, scenario) * each.uprating)) / timing.everyYears;
      if (pounds >= usualPay.least && pounds <= usualPay.most) return [];
      return [
        {
          address,
          what: `A worker costs ${poundsEach(pounds)} a year.`,
          mend: "Check the pounds, and how often they are due (every).",
        },
      ];
    });
    return [...odd, ...pay];
  });
