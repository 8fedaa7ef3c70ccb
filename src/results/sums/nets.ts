import { addScaled } from "../../base/columns/kernels.js";
import type { Book } from "../../engine/book/book.js";
import { modelYearsOf } from "../../engine/book/read-book.js";
import type { StrategyIndex } from "../../engine/book/strategy-index.js";
import type { Scenario } from "../../scenario/scenario.js";
import { corrected, correctedCosts } from "./corrected.js";
import { correctionsOf, uncorrected } from "./optimism-bias.js";
import { type Figure, figuresOf, type Measure, type Sum } from "./sums.js";

/** The figures that optimism bias changes. */
export type NetFigure = Measure | "pays";

/**
 * Returns what sums the net of some agencies after the optimism bias that the scenario asks for: pounds per draw, in
 * one model year or all. Each agency is corrected on its own sum of a year. Without a bias it is the plain figure; a
 * caller that has summed the plain figures passes them.
 */
export const netsOf = (
  scenario: Scenario,
  book: Book,
  strategy: StrategyIndex,
  { agencies, money = "present" }: Pick<Sum, "agencies" | "money">,
  figures = figuresOf(book, strategy, { agencies, money }),
): ((figure: NetFigure, year?: number) => Float64Array) => {
  const corrections = correctionsOf(scenario, book, strategy);
  if (corrections === uncorrected) return figures;
  const each = agencies.map((agency) => ({
    figure: figuresOf(book, strategy, { agencies: [agency], money }),
    share: corrections.ofBenefits(agency, "fiscal"),
    costs: correctedCosts({ book, strategy, corrections }, agency, money),
  }));
  return (name, year) => {
    const out = new Float64Array(book.draws);
    for (const { figure, share, costs } of each)
      for (const one of year === undefined ? modelYearsOf(book) : [year]) {
        addScaled(out, name === "pays" ? 1 : -1, costs(one));
        if (name === "pays") continue;
        const benefits = figure(benefitsOf[name], one);
        addScaled(benefits, 1, figure("cheaper", one));
        addScaled(out, 1, corrected(benefits, share));
        addScaled(out, 1, figure("transfers", one));
      }
    return out;
  };
};

/** What each measure counts, beside `cheaper`. */
const benefitsOf = { net: "cash", netAvoided: "avoided" } as const satisfies Record<Measure, Figure>;

/** A net minus the transfers of funding rules in force, in pounds per draw: where other rules start from. */
export const beforeRules = (
  nets: ReturnType<typeof netsOf>,
  figure: ReturnType<typeof figuresOf>,
  of: Measure,
  year?: number,
): Float64Array => {
  const out = nets(of, year);
  addScaled(out, -1, figure("byRules", year));
  return out;
};
