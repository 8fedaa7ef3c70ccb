import { frozen } from "../../data/frozen.js";
import { activityTariff } from "../../funding/pay/activity-tariff.js";
import type { Regime } from "../../funding/regime.js";
import { regimes } from "../../funding/regimes.js";
import { outsiders } from "../../funding/rule.js";
import { useItOrLoseIt } from "../../funding/year-end/use-it-or-lose-it.js";
import type { ListedLaw, Sample } from "../law.js";
import { capitalised, moreOrLessText, penceText } from "../story.js";
import { agenciesOf, balanceOf, enter, type Ledger } from "./ledger.js";
import { type Bookkeeping, type History, threeAgencies, yearsUnder } from "./run.js";
import { type Programme, programmes, tellProgramme } from "./steps.js";

/** A law of the accounts of a regime over years. */
export type LedgerLaw = Omit<ListedLaw<Programme, History>, "formula">;

/** How a ledger breaks a law, in one sentence; undefined if it keeps the law. */
type LedgerCheck = (ledger: Ledger) => string | undefined;

const sample = (name: string, regime: Regime, bookkeeping: Bookkeeping = {}): Sample<Programme, History> => ({
  name,
  rule: yearsUnder(regime, bookkeeping),
});

const common: Pick<LedgerLaw, "worlds" | "tell" | "keeps"> = {
  worlds: programmes(threeAgencies),
  tell: (_rule, programme) => tellProgramme(programme),
  keeps: sample("single place budget", regimes.singlePlaceBudget),
};

const afterEveryStep =
  (check: LedgerCheck): LedgerLaw["broken"] =>
  (rule, programme) => {
    for (const ledger of rule(programme).ledgers) {
      const problem = check(ledger);
      if (problem !== undefined) return problem;
    }
  };

const levyPence = 1000_00;

const noPoundLost: LedgerLaw = {
  ...common,
  id: "all-accounts-hold-what-was-granted",
  alias: "conservation, checked by a ghost total",
  says: "After every step, all accounts add up to what was granted.",
  matters: "To every treasurer: what one party gains, another loses.",
  broken: afterEveryStep(({ accounts, granted }) => {
    const total = Object.values(accounts).reduce((sum, pence) => sum + pence, 0);
    return total === granted
      ? undefined
      : `All accounts add up to ${penceText(total)}, which is ${moreOrLessText(total - granted)} than was granted.`;
  }),
  breaks: sample(
    "use it or lose it, with money given back credited but not debited",
    { decides: "each", yearEnd: useItOrLoseIt },
    {
      enters: (accounts, entry) =>
        entry.to === "treasury" ? { ...accounts, treasury: accounts.treasury + entry.pence } : enter(accounts, entry),
    },
  ),
};

const postingsBalance: LedgerLaw = {
  ...common,
  id: "money-goes-from-somebody-to-somebody",
  alias: "double entry",
  says: "Every payment by the rules is whole pence above 0, from one known party to another, with a reason.",
  matters: "To auditors, and to anyone who must say where the money went.",
  broken: afterEveryStep((ledger) => {
    const parties = new Set<string>([...agenciesOf(ledger), ...outsiders]);
    for (const { from, to, pence, why } of ledger.postings) {
      const stranger = [from, to].find((party) => !parties.has(party));
      if (stranger !== undefined)
        return `${penceText(pence)} goes from ${from} to ${to}, but there is no party ${stranger}.`;
      if (from === to || !(pence > 0) || !Number.isSafeInteger(pence)) return `${pence}p goes from ${from} to ${to}.`;
      if (why.trim() === "") return `${penceText(pence)} goes from ${from} to ${to} without a reason.`;
    }
  }),
  breaks: sample("a grant from an unknown party", {
    decides: "each",
    finance: {
      rule: ({ doer, costs }) =>
        costs.flatMap((pence, at) =>
          pence > 0 ? [{ from: "benefactor", to: doer, pence, why: "a gift", year: at + 1 }] : [],
        ),
    },
  }),
};

const booksAgree: LedgerLaw = {
  ...common,
  id: "what-is-carried-over-is-in-the-account",
  alias: "the books agree",
  says: "The regime's reserves and pool are whole pence, and equal the balances of the accounts.",
  matters: "To every agency that plans the next year by these figures.",
  broken: afterEveryStep((ledger) => {
    const { accounts, carried, open } = ledger;
    const recorded = [
      ...open.agencies.map(({ agency, planned, outturn }, at) => ({
        party: agency,
        pence: carried.reserves[at] + planned - outturn,
      })),
      { party: "pool", pence: carried.pool },
    ];
    const wrong = recorded.find(({ party, pence }) => accounts[party] !== pence || !Number.isSafeInteger(pence));
    if (wrong === undefined) return undefined;
    const [recordedText, balanceText] = [penceText(wrong.pence), penceText(accounts[wrong.party])];
    return `The regime records ${recordedText} for ${capitalised(wrong.party)}, but its account has ${balanceText}.`;
  }),
  breaks: sample(
    "use it or lose it, with money given back entered twice",
    { decides: "each", yearEnd: useItOrLoseIt },
    {
      enters: (accounts, entry) =>
        entry.to === "treasury" ? enter(enter(accounts, entry), entry) : enter(accounts, entry),
    },
  ),
};

const noOverdraftByOthers: LedgerLaw = {
  ...common,
  id: "nobody-is-overdrawn-by-others",
  alias: "solvency",
  says: "No agency is overdrawn by more than it overspent or agreed to pay, and the pool is never overdrawn.",
  matters: "To the agency that stays within its budget.",
  broken: afterEveryStep((ledger) => {
    if (ledger.accounts.pool < 0) return `The pool owes ${penceText(-ledger.accounts.pool)}.`;
    for (const [at, agency] of agenciesOf(ledger).entries()) {
      const debt = -balanceOf(ledger, at);
      const beyond = debt - ledger.agreed[agency];
      if (beyond > 0)
        return [
          `${capitalised(agency)} owes ${penceText(debt)},`,
          `${penceText(beyond)} more than it overspent or agreed to pay.`,
        ].join(" ");
    }
  }),
  breaks: sample("a levy of £1,000 at every year's end, whatever is left", {
    decides: "each",
    yearEnd: ({ base, reserve, spent }) => ({
      base,
      reserve: base + reserve - spent - levyPence,
      surrendered: levyPence,
    }),
  }),
};

const noStrandedMoney: LedgerLaw = {
  ...common,
  id: "no-money-is-stranded",
  alias: "no locked funds",
  says: "After the last year, all money that is left can still be spent or given back.",
  matters: "To the people for whom the money was raised.",
  broken(rule, programme) {
    const left = Object.entries(rule(programme).leftovers()).map(
      ([party, pence]) => `${penceText(pence)} is left with ${party === "pool" ? "the pool" : capitalised(party)}`,
    );
    return left.length === 0
      ? undefined
      : `When every agency has spent all it may, ${left.join(" and ")} and cannot be spent.`;
  },
  breaks: sample("a charge that is paid into an unused pool", {
    decides: "each",
    pay: { rule: activityTariff({ poundsEach: 100 }), from: "council", to: "pool", counts: "beds" },
  }),
};

/**
 * Laws of accounts over years, for any regime. An independent ledger checks them after every step.
 * @example ledgerLaws.map(({ id }) => id)[0] // => "all-accounts-hold-what-was-granted"
 */
export const ledgerLaws: readonly LedgerLaw[] = frozen([
  noPoundLost,
  postingsBalance,
  booksAgree,
  noOverdraftByOthers,
  noStrandedMoney,
]);
