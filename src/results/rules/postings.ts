import { withThousands } from "../../base/problems/number-text.js";
import type { StopSignal } from "../../base/problems/options.js";
import { entryValue } from "../../engine/book/read-book.js";
import type { Simulation } from "../../engine/simulate.js";
import { bookedIn } from "../../funding/postings.js";
import type { Booked, Outsider, Posting, RuleFamily } from "../../funding/rule.js";
import type { Names, OtherText, RegimeName } from "../../scenario/define/names.js";
import type { Scenario } from "../../scenario/scenario.js";
import { yearsOf } from "../sums/model-years.js";
import { checkCall } from "../sums/option-checks.js";
import { strategyAsked } from "../sums/strategies.js";
import { isUpperBound, type StrategyRow } from "../sums/upper-bounds.js";
import { nameOf, type RegimeChoice, regimeChosen } from "./settle.js";
import { refuseSlow, settlerOf } from "./settle-arms.js";

/** Which postings are listed. */
export interface PostingsOptions<N extends Names = Names> {
  /** Default: the first of the simulation. */
  readonly strategy?: N["strategy"];
  /** A model year, from 1. Default: all. */
  readonly year?: number;
  /** Stops when the signal is aborted, and throws the signal's reason. */
  readonly signal?: StopSignal;
}

/** A payment by a funding rule in the central run with a strategy: undiscounted pounds, more than 0. */
export interface PostingRow<N extends Names = Names> extends StrategyRow<N> {
  /** The regime's name: one of the scenario, or one that every scenario has, such as `own`. */
  readonly regime: RegimeName<N> | OtherText;
  /** The model year, from 1. */
  readonly year: number;
  /** The family of the rule that pays; `grant` for a grant of an intervention. */
  readonly family: RuleFamily | "grant";
  /** The party that pays: an agency, `treasury`, `pool` or `investor`. */
  readonly from: N["agency"] | Outsider;
  /** The party that is paid. */
  readonly to: N["agency"] | Outsider;
  /** How much is paid, in undiscounted pounds. */
  readonly pounds: number;
  /** Why it is paid, in words. */
  readonly why: string;
  /** The whole posting as a sentence. */
  readonly says: string;
}

/**
 * The payments by funding rules in the central run, posting by posting: a strategy's year in sentences. Every posting
 * goes from one party to another, so all parties together gain 0.
 * @param simulation from `simulate`
 * @param regime its name, or a regime as a value
 * @param options which strategy and year
 * @returns rows by year, in the order in which rules apply; no rows if the rules pay nothing
 * @throws ScenarioError if there is no such regime, strategy or party
 * @example postings(simulate(fdac, { draws: 1 }), "treasury-pays", { year: 1 })[0].family // => "finance"
 */
export function postings<N extends Names>(
  simulation: Simulation<N>,
  regime: RegimeChoice<N>,
  options?: PostingsOptions<N>,
): readonly PostingRow<N>[];
export function postings(
  simulation: Simulation,
  regime: RegimeChoice,
  options: PostingsOptions = {},
): readonly PostingRow[] {
  checkCall(simulation, options, ["strategy", "year", "signal"]);
  const { year, signal } = options;
  const { scenario, central } = simulation;
  const chosen = strategyAsked(simulation, options.strategy);
  if (chosen === undefined) return [];
  const { strategy, index } = chosen;
  refuseSlow(scenario, central.draws, 0, 1);
  const booked: Booked[] = [];
  const { run } = settlerOf(scenario, central, regimeChosen(scenario, regime), signal)(index);
  run((accounts, balances) => booked.push(...bookedIn(accounts, 0, balances)));
  return [...grantsIn(simulation, index), ...booked]
    .sort((a, b) => a.year - b.year)
    .filter((posting) => year === undefined || posting.year === year)
    .map(({ pence, ...posting }) => ({
      regime: nameOf(regime),
      strategy,
      year: posting.year,
      family: posting.family,
      from: posting.from,
      to: posting.to,
      pounds: pence / 100,
      why: posting.why,
      says: sentenceOf(scenario, { ...posting, pence }),
      upperBound: isUpperBound(scenario, strategy),
    }));
}

/** The grants of a strategy in the central run, by year and then by address. */
const grantsIn = ({ scenario, central }: Simulation, strategy: number) =>
  yearsOf(scenario).flatMap((year) =>
    Object.values(scenario.interventions).flatMap(({ name, lines }) =>
      lines.flatMap(({ address, kind, amounts: [{ agency: from }, ...others] }) => {
        const [to] = kind === "grants" ? others : [];
        if (to === undefined) return [];
        const entry = { agency: to.agency, address, kind: "grants" } as const;
        const pence = Math.round(100 * entryValue(central, strategy, entry, { year, money: "plain" })[0]);
        const why = `a grant towards ${name}`;
        return pence === 0 ? [] : [{ year, family: "grant" as const, from, to: to.agency, pence, why }];
      }),
    ),
  );

/** A posting as a sentence. */
export const sentenceOf = ({ agencies }: Pick<Scenario, "agencies">, { from, to, pence, why }: Posting): string => {
  const named = (party: string): string => agencies[party]?.name ?? `the ${party}`;
  return `${inPounds(pence)} from ${named(from)} to ${named(to)}: ${why}.`;
};

/** Pence as pounds: £1,234.50. */
const inPounds = (pence: number): string => {
  const [pounds, rest] = (pence / 100).toFixed(2).split(".");
  return `£${withThousands(pounds)}.${rest}`;
};
