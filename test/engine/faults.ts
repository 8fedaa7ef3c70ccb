/** A mistake in a source file: one piece of text replaced by another. */
export interface Fault {
  /** The rich scenario that shows it soonest. Without one, all are tried. */
  readonly shownBy?: string;
  readonly file: string;
  readonly right: string;
  readonly wrong: string;
}

const drawn = "lengths of time that are drawn, and effects that outlive their money";

/** Mistakes in numbers, contacts and money. */
export const faults: Readonly<Record<string, Fault>> = {
  "a delay is a cycle short": {
    shownBy: "a cut of everything that ends before what was caused arrives",
    file: "scenario/services/at-once.ts",
    right: "Math.min(delay.afterCycles, cycles)",
    wrong: "Math.min(Math.max(Math.min(1, delay.afterCycles), delay.afterCycles - 1), cycles)",
  },
  "what comes after the end of the run is no longer under way": {
    file: "engine/contacts/demand.ts",
    right: "spread ? 0 : afterCycles - underWay.length",
    wrong: "spread ? 0 : 0",
  },
  "nothing is under way before the start": {
    shownBy: "a new service",
    file: "engine/contacts/demand.ts",
    right: "of underWay) slot.set(before)",
    wrong: "of []) slot.set(before)",
  },
  "a new service has a history": {
    shownBy: "a new service",
    file: "engine/history.ts",
    right: "wasThere(to) && wasThere(fromService)",
    wrong: "wasThere(fromService)",
  },
  "the steady flow leaves out what comes back": {
    shownBy: "a rise, and a change of sign within a year",
    file: "engine/history.ts",
    right: "(i === j ? 1 : 0) - rows[i][j]",
    wrong: "(i === j ? 1 : 0) - (i < j ? 0 : rows[i][j])",
  },
  "deadweight is missing from effects": {
    shownBy: "sets, factors and additions",
    file: "engine/values/effects.ts",
    right: "return deadweight === undefined",
    wrong: "return deadweight !== null",
  },
  "deadweight is missing from savings": {
    shownBy: "money at every time",
    file: "engine/money/lines.ts",
    right: 'apply("subtract", program.constant(1), program.value(deadweight))',
    wrong: "program.constant(1)",
  },
  "a renewal falls at the start, not after its lag": {
    shownBy: "money at every time",
    file: "scenario/interventions/timing.ts",
    right: "const moment = lagYears + renewedYears *",
    wrong: "const moment = renewedYears *",
  },
  "a renewal is spread over the cycles between": {
    shownBy: "money at every time",
    file: "scenario/interventions/timing.ts",
    right: "return moment < years + 1 / cyclesPerYear - sameMoment ?",
    wrong: "return moment < years + 2 / cyclesPerYear - sameMoment ?",
  },
  "a ramp is read at the start of the cycle": {
    shownBy: "people who grow, and formulas that look back",
    file: "engine/values/strength.ts",
    right: "years + 0.5 / cyclesPerYear - lagYears",
    wrong: "years - lagYears",
  },
  "until is inclusive": {
    shownBy: "money at every time",
    file: "engine/values/strength.ts",
    right: "at >= untilYears",
    wrong: "at > untilYears + 2 * momentTolerance",
  },
  "a half-life counts from the start, not the peak": {
    shownBy: "effects that come and go",
    file: "engine/values/strength.ts",
    right: "-(years - peak) / halfLifeYears",
    wrong: "-years / halfLifeYears",
  },
  "the shares of years change in their middle": {
    shownBy: "money at every time",
    file: "engine/values/strength.ts",
    right: "Math.floor(at)",
    wrong: "Math.round(at)",
  },
  "every cut counts where only the strongest should": {
    shownBy: "overlapping cuts",
    file: "engine/values/effects.ts",
    right: 'overlap === "strongest" ? strongest :',
    wrong: "overlap === undefined ? strongest :",
  },
  "raises are lost where the strongest cut counts": {
    shownBy: "overlapping cuts",
    file: "engine/values/effects.ts",
    right: '[smallest(program, factors), ...factors.map((factor) => program.apply("max", factor, one))]',
    wrong: "[smallest(program, factors)]",
  },
  "an effect forgets when its intervention starts": {
    shownBy: "a new service",
    file: "engine/values/effects.ts",
    right: "strengthAt(profile, t - startYears, cyclesPerYear)",
    wrong: "strengthAt(profile, t, cyclesPerYear)",
  },
  "a line forgets when its intervention starts": {
    shownBy: "effects that come and go",
    file: "engine/money/lines.ts",
    right: "weightOf(line, t - startYears, cyclesPerYear)",
    wrong: "weightOf(line, t, cyclesPerYear)",
  },
  "a drawn end is moved to the end of its cycle": {
    shownBy: drawn,
    file: "engine/values/strength.ts",
    right: "const to = Math.min(end, untilYears)",
    wrong: "const to = untilYears > years ? end : years",
  },
  "a drawn ramp is read at the start of its cycle": {
    shownBy: drawn,
    file: "engine/values/strength.ts",
    right: "(from + Math.min(to, peak)) / 2 - lagYears",
    wrong: "from - lagYears",
  },
  "an effect fades from its start": {
    shownBy: drawn,
    file: "engine/values/strength.ts",
    right: "power(2, -(years - untilYears) / fadeYears)",
    wrong: "power(2, -years / fadeYears)",
  },
  "a drawn effect fades from the start of its cycle": {
    shownBy: drawn,
    file: "engine/values/strength.ts",
    right: "const from = Math.max(years, until)",
    wrong: "const from = Math.max(years, until) + 0.01",
  },
  "money over a drawn time is spread over its central one": {
    shownBy: drawn,
    file: "engine/money/line-weights.ts",
    right: "timing.over ? value(timing.over) : constant(timing.overYears)",
    wrong: "constant(timing.overYears)",
  },
  "people are due over a drawn time what the first of them are": {
    shownBy: "lengths of time of people who join",
    file: "engine/money/lines.ts",
    right: "addProduct(out, 1, joiners[cycle - 1 - ago], share)",
    wrong: "addProduct(out, 1, joiners[0], share)",
  },
  "money over some years forgets its lag": {
    shownBy: "money at every time",
    file: "engine/money/line-weights.ts",
    right: "const afterLag = years - profile.lagYears",
    wrong: "const afterLag = years",
  },
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
