/** A mistake in a source file: one piece of text replaced by another. */
export interface Fault {
  /** The rich scenario that shows it soonest. Without one, all are tried. */
  readonly shownBy?: string;
  readonly file: string;
  readonly right: string;
  readonly wrong: string;
}

const drawn = "lengths of time that are drawn, and effects that outlive their money";

/** Mistakes in numbers, contacts and the times of money. */
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
};
