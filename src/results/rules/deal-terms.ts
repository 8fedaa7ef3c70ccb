import { sum } from "../../base/mathematics/statistics.js";

/** A party to a deal: what it gains in each year it counts, as pounds of present value on average. */
export interface DealParty {
  readonly party: string;
  readonly gains: readonly number[];
  /** True if the deal needs its signature. */
  readonly signs: boolean;
  /** True if it may pay others. */
  readonly mayPay: boolean;
}

/** A payment of a deal: pounds of present value. */
export interface DealPayment {
  readonly from: string;
  readonly to: string;
  /** The model year, from 1. */
  readonly year: number;
  readonly presentValue: number;
}

/** The smallest payments that bring all to sign, or by how much the largest ones fail. */
export interface DealTerms {
  readonly payments: readonly DealPayment[];
  /** Pounds of present value that are missing; 0 if there is a deal. */
  readonly short: number;
}

/** Payments below this many pounds are rounding. */
const leastPayment = 0.005;

/**
 * The smallest payments, by year, after which every party that must sign gains 0 or more. A payer pays at most what it
 * gains in the year, and keeps 0 or more in all. Each pays the same share of what it gains in a year, unless it then
 * keeps less than 0: such a payer pays all that it gains in all.
 */
export const dealTerms = (parties: readonly DealParty[]): DealTerms => {
  const sides = parties.map((party) => ({
    ...party,
    total: sum(party.gains),
    inGoodYears: sum(party.gains.map((gain) => Math.max(0, gain))),
  }));
  const payers = sides.filter(({ mayPay, total }) => mayPay && total > 0);
  const receivers = sides.filter(({ signs, total }) => signs && total < 0);
  const needed = -sum(receivers.map(({ total }) => total));
  const available = sum(payers.map(({ total }) => total));
  const share = shareGiven(payers, Math.min(needed, available));
  const payments = payers.flatMap(({ party: from, gains, total, inGoodYears }) =>
    receivers.flatMap(({ party: to, total: lack }) =>
      gains.map((gain, at): DealPayment => {
        const pays = Math.min(share, total / inGoodYears) * Math.max(0, gain);
        return { from, to, year: at + 1, presentValue: (pays * -lack) / needed };
      }),
    ),
  );
  return {
    payments: payments.filter(({ presentValue }) => presentValue > leastPayment),
    short: Math.max(0, needed - available),
  };
};

/** The share of what each payer gains in its good years that raises some pounds, if none pays more than its total. */
const shareGiven = (
  payers: readonly { readonly total: number; readonly inGoodYears: number }[],
  pounds: number,
): number => {
  const tightest = [...payers].sort((a, b) => a.total / a.inGoodYears - b.total / b.inGoodYears);
  let left = pounds;
  for (const [at, { total, inGoodYears }] of tightest.entries()) {
    const share = left / sum(tightest.slice(at).map((payer) => payer.inGoodYears));
    if (share <= total / inGoodYears) return share;
    left -= total;
  }
  return 1;
};
