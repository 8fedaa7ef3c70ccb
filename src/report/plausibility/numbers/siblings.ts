import { grouped } from "../../../base/records.js";
import { centralOf } from "../../../scenario/central.js";
import type { Line } from "../../../scenario/interventions/line.js";
import { quantitiesOf } from "../../../scenario/quantities.js";
import type { Scenario } from "../../../scenario/scenario.js";
import { allLines, type DoubtsIn } from "../doubt.js";

/** Factors between two units, and of a zero too many: days of a week, months and weeks of a year, tens to thousands. */
const slips = [7, 10, 12, 52, 100, 365, 1000];

/** The one entry in which a facet differs from all others, which are two or more and agree; undefined without one. */
const oddOneOut = <Entry>(entries: readonly Entry[], facet: (entry: Entry) => string) => {
  const groups = [...grouped(entries, facet)].toSorted(([, a], [, b]) => a.length - b.length);
  const [few, many] = groups;
  if (groups.length !== 2 || few[1].length > 1 || many[1].length < 2) return undefined;
  return { odd: few[1][0], is: few[0], others: many[0], count: many[1].length };
};

/** What a number is beside: the same key of other interventions, causes or cohorts, or services of one unit. */
const kinOf = (address: string, { services }: Scenario): string => {
  const [section, name, ...keys] = address.split(".");
  if (section !== "services") return [section, ...keys].join(".");
  return [section, services[name].unit.one, keys[0]].join(".");
};

/** Numbers that differ from two or more of their kin, which agree, by exactly a unit of time or zeros. */
export const oddNumbersOut: DoubtsIn = ({ scenario }) => {
  const numbers = [...quantitiesOf(scenario).values()].filter(
    ({ address, source, written }) =>
      source !== "default" && !/^quantities\.|^agencies\./.test(address) && /^[\d.]+%?(?: \(|$)/.test(written),
  );
  return [...grouped(numbers, ({ address }) => kinOf(address, scenario))].flatMap(([, kin]) => {
    const found = oddOneOut(kin, (number) => String(centralOf(number, scenario)));
    const [is, others] = [Number(found?.is), Number(found?.others)];
    const times = slips.find((each) => [is / others, others / is].some((by) => Math.abs(by / each - 1) < 1e-9));
    if (found === undefined || times === undefined) return [];
    return {
      address: found.odd.address,
      what:
        `This is ${is}, and ${found.count} others like it are ${others}: ` +
        `${times} times as ${is > others ? "much" : "little"}.`,
      mend: "Check its zeros, and its unit of time. If it is right, accept it with its reason.",
    };
  });
};

/** What a line states beside its pounds, and how a message says it. */
const facets: readonly { readonly of: (line: Line) => string; readonly key: string }[] = [
  { of: ({ amounts }) => amounts.map(({ agency }) => agency).join(" and "), key: "pays" },
  { of: ({ timing }) => JSON.stringify(timing), key: "every" },
  { of: ({ per }) => JSON.stringify(per ?? "all"), key: "per" },
];

/** The odd one of three or more lines with one name and sum: it has another payer, timing or per. */
export const oddLinesOut: DoubtsIn = ({ scenario }) => {
  const alike = grouped(allLines(scenario), ({ kind, address, amounts }) =>
    JSON.stringify([kind, address.split(".").at(-1), amounts.map(({ pounds }) => pounds.written)]),
  );
  return [...alike.values()].flatMap((some) =>
    facets.flatMap(({ of, key }) => {
      const others = facets.filter((each) => each.key !== key);
      const found = oddOneOut(some, of);
      if (found === undefined || others.some((each) => new Set(some.map(each.of)).size > 1)) return [];
      const said = key === "pays" ? `${found.is} pays this, and ${found.others} pays` : `${key} differs here from`;
      return {
        address: found.odd.address,
        what: `${said} the ${found.count} others of this name and sum.`,
        mend: `Check ${key}${key === "every" ? " and in" : ""}. If it is right, accept it with its reason.`,
      };
    }),
  );
};
