import type { Fault } from "./faults.js";

/** Mistakes in money: what is cash, what is spent and by whom; and in what formulas read. */
export const faultsOfMoney: Readonly<Record<string, Fault>> = {
  "what costs more has the sign of a saving": {
    shownBy: "money at every time",
    file: "engine/money/lines.ts",
    right: '"costsMore" ? -uprating : uprating',
    wrong: '"costsMore" ? uprating : uprating',
  },
  "all of a saving is cash": {
    shownBy: "money at every time",
    file: "engine/money/lines.ts",
    right: "const cash = cashable ?",
    wrong: "const cash = cashable === null ?",
  },
  "savings are not seen in what is spent": {
    shownBy: "people who grow, and formulas that look back",
    file: "engine/money/lines.ts",
    right: 'spent && kind !== "cash"',
    wrong: 'spent && kind === "pays"',
  },
  "what is in no budget is spent": {
    shownBy: "what is in no budget",
    file: "engine/last-values.ts",
    right: "isFiscal ? payers : []",
    wrong: "payers",
  },
  "what is in no budget is spent by business as usual": {
    shownBy: "what is in no budget",
    file: "engine/book/pricing.ts",
    right: '(layer === "fiscal" ? payers : [])',
    wrong: "payers",
  },
  "what saves no budget is taken off spending": {
    shownBy: "what is in no budget",
    file: "engine/money/lines.ts",
    right: 'layer === "fiscal" ? spend.get(agency) : undefined',
    wrong: "spend.get(agency)",
  },
  "what happens once is discounted as what goes on": {
    shownBy: "money at every time",
    file: "engine/money/lines.ts",
    right: "isOnce ? factors.once : factors.flow",
    wrong: "factors.flow",
  },
  "discounting starts from the wrong point": {
    shownBy: "sets, factors and additions",
    file: "base/appraisal/discounting.ts",
    right: "mid: 0.5, end: 1",
    wrong: "mid: 0, end: 0.5",
  },
  "an old cost is not uprated": {
    shownBy: "sets, factors and additions",
    file: "engine/money/write-costs.ts",
    right: "for (const { entries, uprating, years } of payers) {",
    wrong: "for (const { entries, years } of payers) { const uprating = 1;",
  },
  "a rise costs only the share that a fall saves": {
    shownBy: "sets, factors and additions",
    file: "engine/money/write-costs.ts",
    right: "blend(cash, usual, account, year, { variable, shareOfRise })",
    wrong: "blend(cash, usual, account, year, { variable, shareOfRise: variable })",
  },
  "a cost is read at the end of the year": {
    shownBy: "a rise, and a change of sign within a year",
    file: "engine/money/costs.ts",
    right: "if (cycleOfYear > 0) continue;",
    wrong: "",
  },
  "a cheaper contact is counted on those no longer made": {
    shownBy: "sets, factors and additions",
    file: "engine/money/write-costs.ts",
    right: "lower, after.served",
    wrong: "lower, before.served",
  },
  "a strategy does not reach what its contacts bring": {
    shownBy: "people taken in, in either order",
    file: "engine/reach.ts",
    right: "[causeAddress(name), from, ...readBy(cause)]",
    wrong: "[causeAddress(name), ...readBy(cause)]",
  },
  "a strategy does not reach what formulas read of the last cycle": {
    shownBy: "people who grow, and formulas that look back",
    file: "engine/reach.ts",
    right: "if (isLeaf(part))",
    wrong: 'if (isLeaf(part) && part.kind === "name")',
  },
  "everyone is those with the intervention": {
    shownBy: "people who grow, and formulas that look back",
    file: "engine/people/people.ts",
    right: "startNotes: usual ? [] : peopleNotes",
    wrong: "startNotes: peopleNotes",
  },
  "formulas see the people of the start for ever": {
    shownBy: "people who grow, and formulas that look back",
    file: "engine/last-values.ts",
    right: "  takeNotes(standing);",
    wrong: "",
  },
  "every year has the winter of the first": {
    shownBy: "winters that differ",
    file: "engine/values/compile.ts",
    right: '"once" ? 0 : year - 1',
    wrong: '"once" ? 0 : 0 * year',
  },
  "a step begins after its number": {
    shownBy: "winters that differ",
    file: "engine/values/compile.ts",
    right: 'apply("largerEq", compile(of), constant(start))',
    wrong: 'apply("larger", apply("floor", compile(of)), constant(start))',
  },
  "a share may pass its bounds": {
    shownBy: "sets, factors and additions",
    file: "engine/values/passed-bounds.ts",
    right: "share: [0, 1]",
    wrong: "share: [0, Number.POSITIVE_INFINITY]",
  },
};
