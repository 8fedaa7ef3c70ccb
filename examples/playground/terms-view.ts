import { element, labelled, type Offer, offer } from "./dom.js";
import type { State } from "./state.js";
import type { RuleTerms } from "./with-regime.js";

/** The choices that a pay rule needs: who pays whom, and for what. Only the reader of a file knows them. */
export const termsView = () => {
  const [from, to, counts] = ["", "", ""].map(() => element("select"));
  const into = element(
    "div",
    {},
    labelled("pays", "Who pays", from),
    labelled("paid", "Who is paid", to),
    labelled("counts", "For each", counts),
  );
  /** The choices under a state, or none if they are not needed. */
  const terms = (): RuleTerms => (into.hidden ? {} : { from: from.value, to: to.value, counts: counts.value });
  const show = ({ scenario, rules, rule }: State): void => {
    into.hidden = rules.find(({ key }) => key === rule)?.family !== "pay";
    if (into.hidden || scenario === undefined) return;
    const named = (nouns: Readonly<Record<string, { readonly name: string }>>): readonly Offer[] =>
      Object.entries(nouns).map(([value, { name }]) => ({ value, words: name }));
    const agencies = named(scenario.agencies);
    const kept = (list: HTMLSelectElement, offers: readonly Offer[]): void =>
      offer(list, offers, offers.some(({ value }) => value === list.value) ? list.value : (offers[0]?.value ?? ""));
    kept(from, [{ value: "treasury", words: "The treasury" }, ...agencies]);
    kept(to, agencies);
    kept(counts, [...named(scenario.services), { value: "spending", words: "Pound that it spends" }]);
  };
  return { into, terms, show };
};
