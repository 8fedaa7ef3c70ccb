import { activityTariff } from "../../funding/pay/activity-tariff.js";
import type { Regime } from "../../funding/regime.js";
import { regimes } from "../../funding/regimes.js";
import { outsiders } from "../../funding/rule.js";
import { useItOrLoseIt } from "../../funding/year-end/use-it-or-lose-it.js";
import type { ListedLaw, Sample } from "../law.js";
import { called, moreOrLess, penceText } from "../story.js";
import { agenciesOf, enter, type Ledger, leftOf } from "./ledger.js";
import { type Bookkeeping, type History, threeAgencies, yearsUnder } from "./run.js";
import { type Programme, programmes, tellProgramme } from "./steps.js";

/** A law of the books of a regime, over years. */
export type LedgerLaw = Omit<ListedLaw<Programme, History>, "number" | "formula">;

/** What a law says of a ledger; undefined where it keeps it. */
type Wrong = (ledger: Ledger) => string | undefined;

const sample = (name: string, regime: Regime, bookkeeping: Bookkeeping = {}): Sample<Programme, History> => ({
  name,
  rule: yearsUnder(regime, bookkeeping),
});

const each: Pick<LedgerLaw, "worlds" | "tell" | "keeps"> = {
  worlds: programmes(threeAgencies),
  tell: (_rule, programme) => tellProgramme(programme),
  keeps: sample("single place budget", regimes.singlePlaceBudget),
};

const afterEveryStep =
  (wrong: Wrong): LedgerLaw["broken"] =>
  (rule, programme) => {
    for (const ledger of rule(programme).ledgers) {
      const said = wrong(ledger);
      if (said !== undefined) return said;
    }
  };

const levyPence = 1000_00;

const noPoundLost: LedgerLaw = {
  ...each,
  id: "all-accounts-hold-what-was-granted",
  alias: "conservation, by a ghost ledger",
  says: "In every year, all accounts together hold what was granted.",
  matters: "To every treasurer: what one party has more, another has less.",
  broken: afterEveryStep(({ accounts, granted }) => {
    const held = Object.values(accounts).reduce((sum, pence) => sum + pence, 0);
    return held === granted
      ? undefined
      : `All accounts together hold ${penceText(held)}, which is ${moreOrLess(held - granted)} than was given.`;
  }),
  breaks: sample(
    "use it or lose it, where what goes back is credited and not debited",
    { decides: "each", yearEnd: useItOrLoseIt },
    {
      enters: (accounts, entry) =>
        entry.to === "treasury" ? { ...accounts, treasury: accounts.treasury + entry.pence } : enter(accounts, entry),
    },
  ),
};

const postingsBalance: LedgerLaw = {
  ...each,
  id: "money-goes-from-somebody-to-somebody",
  alias: "double entry",
  says: "What rules move is whole pence, more than none, from one party of the place to another, with a reason.",
  matters: "To auditors, and to whoever is asked where the money went.",
  broken: afterEveryStep((ledger) => {
    const parties = new Set<string>([...agenciesOf(ledger), ...outsiders]);
    for (const { from, to, pence, why } of ledger.moved) {
      const stranger = [from, to].find((party) => !parties.has(party));
      if (stranger !== undefined)
        return `${penceText(pence)} goes from ${from} to ${to}, and nobody is called ${stranger}.`;
      if (from === to || !(pence > 0) || !Number.isSafeInteger(pence)) return `${pence}p goes from ${from} to ${to}.`;
      if (why.trim() === "") return `Nothing says why ${penceText(pence)} goes from ${from} to ${to}.`;
    }
  }),
  breaks: sample("a grant from a party that nobody knows", {
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
  ...each,
  id: "what-is-carried-over-is-in-the-account",
  alias: "the books agree",
  says: "What each is said to carry over, and what is said to be in the pool, is whole pence and what is in the account.",
  matters: "To those who plan next year by it.",
  broken: afterEveryStep((ledger) => {
    const { accounts, carried, open } = ledger;
    const said = [
      ...open.agencies.map(({ agency, planned, outturn }, at) => ({
        party: agency,
        pence: carried.reserves[at] + planned - outturn,
      })),
      { party: "pool", pence: carried.pool },
    ];
    const wrong = said.find(({ party, pence }) => accounts[party] !== pence || !Number.isSafeInteger(pence));
    return wrong === undefined
      ? undefined
      : `By the books ${called(wrong.party)} has ${penceText(wrong.pence)}; its account holds ${penceText(accounts[wrong.party])}.`;
  }),
  breaks: sample(
    "use it or lose it, where what goes back is entered twice",
    { decides: "each", yearEnd: useItOrLoseIt },
    {
      enters: (accounts, entry) =>
        entry.to === "treasury" ? enter(enter(accounts, entry), entry) : enter(accounts, entry),
    },
  ),
};

const nobodyOverdrawn: LedgerLaw = {
  ...each,
  id: "nobody-is-overdrawn-by-others",
  alias: "solvency",
  says: "Nobody is overdrawn by more than it overspent or signed for, and the pool never is.",
  matters: "To the agency that kept within its means.",
  broken: afterEveryStep((ledger) => {
    if (ledger.accounts.pool < 0) return `The pool owes ${penceText(-ledger.accounts.pool)}.`;
    for (const [at, agency] of agenciesOf(ledger).entries()) {
      const beyond = -leftOf(ledger, at) - ledger.agreed[agency];
      if (beyond > 0)
        return `${called(agency)} owes ${penceText(-leftOf(ledger, at))}, ${penceText(beyond)} more than it overspent or signed for.`;
    }
  }),
  breaks: sample("a levy at the year's end, whatever is left", {
    decides: "each",
    yearEnd: ({ base, reserve, spent }) => ({
      base,
      reserve: base + reserve - spent - levyPence,
      surrendered: levyPence,
    }),
  }),
};

const noStrandedMoney: LedgerLaw = {
  ...each,
  id: "no-money-is-stranded",
  alias: "no locked funds",
  says: "Wherever the years end, every pound can still be spent or given back.",
  matters: "To those it was raised for.",
  broken(rule, programme) {
    const left = Object.entries(rule(programme).settled());
    return left.length === 0
      ? undefined
      : `When all have spent what they have and may, ${left.map(([party, pence]) => `${penceText(pence)} lies with ${party === "pool" ? "the pool" : called(party)}`).join(" and ")}, and nobody can spend it.`;
  },
  breaks: sample("a charge that is paid into a pool nobody draws on", {
    decides: "each",
    pay: { rule: activityTariff({ poundsEach: 100 }), from: "council", to: "pool", counts: "beds" },
  }),
};

/**
 * The laws that books keep over years, whatever the regime: checked after every step by a ledger beside it.
 * @example ledgerLaws.map(({ id }) => id)[0] // => "all-accounts-hold-what-was-granted"
 */
export const ledgerLaws: readonly LedgerLaw[] = [
  noPoundLost,
  postingsBalance,
  booksAgree,
  nobodyOverdrawn,
  noStrandedMoney,
];
