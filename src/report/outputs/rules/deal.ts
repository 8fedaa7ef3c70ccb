import { sum } from "../../../base/mathematics/statistics.js";
import { listed } from "../../../base/problems/problem.js";
import { grouped } from "../../../base/records.js";
import type { Simulation } from "../../../engine/simulate.js";
import { type DealRow, deal } from "../../../results/rules/deal.js";
import { agencyName, deciderInSentence, longFrom, mostly, runs, strategyNameIn } from "../../finding/words.js";
import { roundedPounds } from "../../numbers.js";
import { output } from "../../output.js";
import { dataOnly } from "../../table.js";

export const dealOutput = output<DealRow>({
  title: "The deal everybody signs",
  answers: "The smallest payments between agencies, by year, with which all would sign; or that there are none.",
  takes: ["figure", "horizonYears"],
  // Heads of terms by regime: who pays whom, when, for what, and how often each is content with it.
  finding: (rows, simulation) => {
    const isShort = new Set(rows.map(({ regime, strategy }) => JSON.stringify([regime, strategy]))).size > longFrom;
    const byRegime = grouped(rows, ({ regime }) => regime);
    const under = grouped(byRegime, ([, own]) => termsOf(own, isShort, simulation));
    const sentences = [...under].map(([terms, alike]) => {
      const regimes = alike.map(([regime]) => regime);
      return `Under ${mostly(regimes, 4)}, ${terms}.`;
    });
    return rows.some(({ deal }) => deal === "agreed")
      ? [
          ...sentences,
          "The payments are fixed beforehand and due only if it goes ahead: nobody pays more or less later.",
        ]
      : sentences;
  },
  columns: {
    strategy: ["strategy", "text", 0.5],
    regime: ["regime", "text", 0.4],
    deal: ["deal", "text", 0.3],
    from: ["pays", "text"],
    to: ["is paid", "text"],
    year: ["year", "year", dataOnly],
    label: ["when", "text"],
    pounds: ["pounds", "roundedPounds"],
    presentValue: ["in present value", "roundedPounds", 4],
    fromGain: ["payer then gains", "roundedPounds", 2],
    fromContent: ["payer content", "percent", 2.5],
    toGain: ["paid then gains", "roundedPounds", 2],
    toContent: ["paid content", "percent", 2.5],
    block: ["who refuses without", "text", 5],
    short: ["short by", "roundedPounds", 6],
    upperBound: ["upper bound", "mark", dataOnly],
  },
  ofOptions: true,
  net: { of: "each agency" },
  rows: (simulation, options, regimes, stop) => deal(simulation, regimes, { ...options, ...stop }),
});

/** The terms of every strategy under one regime. */
const termsOf = (rows: readonly DealRow[], isShort: boolean, simulation: Simulation): string => {
  const nameOf = ({ strategy }: DealRow): string => strategyNameIn(simulation, strategy);
  const [free, none] = (["not needed", "none"] as const).map((kind) => rows.filter(({ deal }) => deal === kind));
  const agreed = rows.filter(({ deal }) => deal === "agreed");
  const goes = free.length === 1 ? "goes" : "go";
  const signed = [...grouped(agreed, ({ strategy }) => strategy).values()];
  const lacking = none.map((row, at) => `${nameOf(row)} (${lack(row, none[at - 1], simulation)})`);
  return [
    ...(free.length === 0 ? [] : [`${listed(free.map(nameOf))} ${goes} ahead without a deal, with £0 from others`]),
    ...(isShort || signed.some((own) => pairsOf(own).length > longFrom)
      ? inShort(signed, simulation)
      : signed.map((own) => signedTerms(own, simulation))),
    ...(none.length === 0 ? [] : [`there is no deal for ${listed(lacking)}`]),
  ].join("; ");
};

/** Why there is no deal; in short if it is the same agency that lacks money as in the row before. */
const lack = ({ short, block }: DealRow, before: DealRow | undefined, simulation: Simulation): string => {
  if (short === 0) return "the money may not be spent on it";
  const isSame = before !== undefined && before.short !== 0 && before.block.join() === block.join();
  const parties = listed(block.map((party) => deciderInSentence(party, simulation)));
  const needs = isSame ? "" : `: others gain that much less than ${parties} would need`;
  return `short by ${roundedPounds(short)}${needs}`;
};

/** `all would sign Help into work for £1.59m in all`. */
const inShort = (signed: readonly (readonly DealRow[])[], simulation: Simulation): readonly string[] => {
  const clauses = signed.map((own) => {
    const total = sum(own.map(({ pounds }) => pounds ?? 0));
    return `${strategyNameIn(simulation, own[0].strategy)} for ${roundedPounds(total)} in all`;
  });
  return clauses.length === 0 ? [] : [`all would sign ${listed(clauses)}`];
};

/** The payments of a deal, by who pays whom. */
const pairsOf = (own: readonly DealRow[]): readonly (readonly DealRow[])[] => [
  ...grouped(own, ({ from, to }) => JSON.stringify([from, to])).values(),
];

const signedTerms = (own: readonly DealRow[], simulation: Simulation): string => {
  const terms = listed(pairsOf(own).map((payments) => payClause(payments, simulation)));
  return `all would sign ${strategyNameIn(simulation, own[0].strategy)} for ${terms}${contentClause(own, simulation)}`;
};

/** `£20,000 a year from the hospital to the council, 2026/27 to 2030/31 (£93,500 in present value)`. */
const payClause = (payments: readonly DealRow[], simulation: Simulation): string => {
  const [{ from, to, label }] = payments;
  const pounds = payments.map((payment) => payment.pounds ?? 0);
  const presentValue = payments.map((payment) => payment.presentValue ?? 0);
  const last = payments[payments.length - 1];
  const who = `from ${agencyName(simulation, from)} to ${agencyName(simulation, to)}`;
  const [plain, present] = [pounds, presentValue].map((figures) => roundedPounds(sum(figures)));
  const worth = plain === present ? "" : ` (${present} in present value)`;
  if (payments.length === 1) return `${plain} in ${label} ${who}${worth}`;
  const amounts = pounds.map(roundedPounds);
  const isEven = amounts.every((amount) => amount === amounts[0]) && isRun(payments);
  if (isEven) return `${amounts[0]} a year ${who}, ${label} to ${last.label}${worth}`;
  return payments.length <= 3
    ? `${listed(payments.map((payment, at) => `${amounts[at]} in ${payment.label}`))} ${who}${worth}`
    : `${plain} in all ${who}, ${label} to ${last.label}${worth}`;
};

/** True if each year follows the one before. */
const isRun = (payments: readonly DealRow[]): boolean =>
  payments.every(({ year }, at) => at === 0 || year === (payments[at - 1].year ?? 0) + 1);

/** How often each party is still content, if things turn out otherwise than expected. */
const contentClause = (own: readonly DealRow[], simulation: Simulation): string => {
  const contents = new Map<string, number | null>();
  for (const { from, fromContent, to, toContent } of own) contents.set(from, fromContent).set(to, toContent);
  const known = [...contents].flatMap(([party, content]) =>
    content === null ? [] : [`${agencyName(simulation, party)} in ${runs(content)}`],
  );
  return known.length === 0 ? "" : `, and be no worse off than without it: ${listed(known)}`;
};
