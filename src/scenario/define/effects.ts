// Written from the schema by test/scenario/schema.test.ts: vitest -u writes it again.

import type { Duration, Known, Names, Some, Target, Without } from "./names.js";
import type { AmountSource, ProvenanceSource, QuantitySource } from "./quantity.js";
import type { CountedSource, ProfileSource, SavingSource, TimingSource } from "./shared.js";

/** One change: { cut: { ward: 10% } }, or another verb. Write a second effect for a second verb. */
export type EffectSource<N extends Names = Names> = ProvenanceSource<N> &
  (
    | (ProfileSource<N> & {
        /**
         * Less by a share: of a service, or of the number at any address. A range below 0 is harm: 1 -
         * relativeRisk.
         */
        readonly cut: Some<Target<N>, QuantitySource<N>>;
        /** The share of this change that would have happened anyway, in place of the intervention's. */
        readonly deadweight?: QuantitySource<N> | undefined;
      } & Without<"raise" | "add" | "set" | "close" | "saves" | "costsMore" | "chain" | "measured" | "counts">)
    | (ProfileSource<N> & {
        /** More by a share: of a service, or of the number at any address. A range below 0 is less. */
        readonly raise: Some<Target<N>, QuantitySource<N>>;
        /** The share of this change that would have happened anyway, in place of the intervention's. */
        readonly deadweight?: QuantitySource<N> | undefined;
      } & Without<"cut" | "add" | "set" | "close" | "saves" | "costsMore" | "chain" | "measured" | "counts">)
    | (ProfileSource<N> & {
        /** How much is added to the number at an address. */
        readonly add: Some<Target<N>, QuantitySource<N>>;
        /** The share of this change that would have happened anyway, in place of the intervention's. */
        readonly deadweight?: QuantitySource<N> | undefined;
      } & Without<"cut" | "raise" | "set" | "close" | "saves" | "costsMore" | "chain" | "measured" | "counts">)
    | (ProfileSource<N> & {
        /** The value that the number at an address takes. */
        readonly set: Some<Target<N>, QuantitySource<N>>;
        /** The share of this change that would have happened anyway, in place of the intervention's. */
        readonly deadweight?: QuantitySource<N> | undefined;
      } & Without<"cut" | "raise" | "add" | "close" | "saves" | "costsMore" | "chain" | "measured" | "counts">)
    | ({
        /**
         * The most that is shut of each service, in whole steps, as its yearly peak falls: { ward: 15
         * places }. 15 spare places are shut if they stand empty, also if they do so without the
         * intervention.
         */
        readonly close: Some<NoInfer<N["service"]>, string>;
        /**
         * true to count whole steps on what falls free in all of these services. Each shuts a part of the
         * steps, in proportion to what falls free in it.
         */
        readonly together?: boolean | undefined;
      } & Without<"cut" | "raise" | "add" | "set" | "saves" | "costsMore" | "chain" | "measured" | "counts">)
    | (CountedSource<N> &
        TimingSource<N> &
        SavingSource<N> & {
          /** Money saved with no service behind it, and who saves it. A range below 0 is a loss. */
          readonly saves: AmountSource<N>;
          /**
           * fiscal (of a budget; the default), economic, social, or transfer: fiscal money that only changes
           * hands.
           */
          readonly layer?: Known<N, "fiscal" | "economic" | "social" | "transfer"> | undefined;
        } & Without<"cut" | "raise" | "add" | "set" | "close" | "costsMore" | "chain" | "measured" | "counts">)
    | (CountedSource<N> &
        TimingSource<N> &
        SavingSource<N> & {
          /** Money by which costs rise elsewhere, and who bears it. A range below 0 is a saving. */
          readonly costsMore: AmountSource<N>;
          /**
           * fiscal (of a budget; the default), economic, social, or transfer: fiscal money that only changes
           * hands.
           */
          readonly layer?: Known<N, "fiscal" | "economic" | "social" | "transfer"> | undefined;
        } & Without<"cut" | "raise" | "add" | "set" | "close" | "saves" | "chain" | "measured" | "counts">)
    | (ProfileSource<N> &
        SavingSource<N> & {
          /** From a population to outcomes a year, and what one outcome saves. */
          readonly chain: {
            /** How many people, families or homes there are. */
            readonly population: QuantitySource<N>;
            /** The share of the population for whom it could make a difference. */
            readonly need: QuantitySource<N>;
            /** The share of people in need who take it up. */
            readonly engagement: QuantitySource<N>;
            /** The share of people taking it up who stay. */
            readonly retention: QuantitySource<N>;
            /** The share of people staying, or of their incidents, for which it works. */
            readonly impact: QuantitySource<N>;
            /** Incidents per person in a year; 1 by default. */
            readonly incidents?: QuantitySource<N> | undefined;
            /** The share of the outcomes that is lost from each year to the next; none by default. */
            readonly dropOff?: number | string | undefined;
            /** What one outcome saves public budgets in a year, and whose. */
            readonly fiscal?: AmountSource<N> | undefined;
            /** What one outcome is worth to the economy in a year, and to whom. */
            readonly economic?: AmountSource<N> | undefined;
            /** What one outcome is worth to people's lives in a year, and to whom. */
            readonly social?: AmountSource<N> | undefined;
            /** The part of the fiscal value that is only transferred, as a benefit is, and from whom. */
            readonly transfer?: AmountSource<N> | undefined;
          };
        } & Without<"cut" | "raise" | "add" | "set" | "close" | "saves" | "costsMore" | "measured" | "counts">)
    | (ProfileSource<N> & {
        /** Contacts were counted before and after: how many people, how long, and the comparison group. */
        readonly measured: ProvenanceSource<N> & {
          /** 116 people: how many people were counted. */
          readonly per: string;
          /** The cohort, if per does not name it. */
          readonly cohort?: Known<N, N["cohort"]> | undefined;
          /** year, 6 months: how long each of the two counts lasted. */
          readonly every: Duration<N>;
          /**
           * { arrest: 500 -> 450 }, the counts of a comparison group; or none, and the result is an upper
           * bound.
           */
          readonly comparison: Known<N, "none"> | Some<NoInfer<N["service"]>, CountSource>;
          /** Variance over mean of these counts, unless one states its own; by default they are Poisson. */
          readonly spread?: number | undefined;
        };
        /**
         * { arrest: 436 -> 236 }, by service, before -> after; { prison: { counted: 9.5 -> 4.2, spells: 20
         * } }.
         */
        readonly counts: Some<NoInfer<N["service"]>, CountSource>;
        /** The share of this change that would have happened anyway, in place of the intervention's. */
        readonly deadweight?: QuantitySource<N> | undefined;
      } & Without<"cut" | "raise" | "add" | "set" | "close" | "saves" | "costsMore" | "chain">)
  );

export type CountSource =
  | string
  | {
      /** The counts, before -> after: 436 -> 236. */
      readonly counted: string;
      /** Variance over mean: 1 if events are independent, more if a few people make most. */
      readonly spread?: number | undefined;
      /** It is a duration: from how many spells (or people) it comes; 20, or 20 -> 9. */
      readonly spells?: number | string | undefined;
      /** Standard deviation over mean of how long a spell lasts; 1 by default. */
      readonly variation?: number | undefined;
      /** The standard error of each count, as a share of it: 12%. */
      readonly error?: number | string | undefined;
    };
