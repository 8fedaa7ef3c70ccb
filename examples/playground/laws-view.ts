import { element, labelled, offer } from "./dom.js";
import type { LawResult } from "./rule-messages.js";
import type { Choices, State } from "./state.js";
import { termsView } from "./terms-view.js";
import { withAgencies, withRegime } from "./with-regime.js";

const families = {
  share: "How savings and costs are shared",
  yearEnd: "What happens to unspent money",
  permit: "What money may be spent on",
  finance: "Where the money comes from",
  pay: "Who pays whom for what is counted",
  allocate: "How budgets are set",
} as const;

const lawItem = ({ says, story }: LawResult): HTMLElement =>
  element("li", {}, element("details", {}, element("summary", {}, says), element("p", {}, story)));

/** The laws that a rule breaks, each with the world in which it does, and the number of those it keeps. */
const verdict = (laws: readonly LawResult[]): readonly HTMLElement[] => {
  const broken = laws.filter(({ result }) => result === "fails");
  const kept = laws.filter(({ result }) => result === "holds");
  const untested = laws.length - broken.length - kept.length;
  const rest = untested === 0 ? "" : ` ${untested} could not be tested in so few worlds.`;
  return [
    element(
      "p",
      {},
      `It breaks ${broken.length} of ${laws.length} laws in 100 worlds, and keeps ${kept.length}.${rest}`,
    ),
    element("ul", {}, ...broken.map(lawItem)),
    element(
      "details",
      {},
      element("summary", {}, `The ${kept.length} it keeps`),
      element("ul", {}, ...kept.map(({ says }) => element("li", {}, says))),
    ),
  ];
};

/** Which laws a funding rule breaks, and a button that writes the rule into the file as a regime. */
export const lawsView = (
  into: HTMLElement,
  chooseRule: (rule: string) => void,
  choose: (choices: Partial<Choices>) => void,
) => {
  let now: State | undefined;
  const list: HTMLSelectElement = element("select", { onchange: () => chooseRule(list.value) });
  const words = element("p");
  const add = element("button", { type: "button", onclick: () => addRegime() }, "Try it in this scenario");
  const found = element("div", { role: "status" });
  const { into: payment, terms, show } = termsView();
  const ruleNow = () => now?.rules.find(({ key }) => key === now?.rule);
  const addRegime = (): void => {
    const rule = ruleNow();
    if (rule === undefined || now === undefined) return;
    const written = withAgencies(rule.written, Object.keys(now.scenario?.agencies ?? {}));
    const { text, name } = withRegime(now.text, { ...rule, written }, terms());
    choose({ text, regime: name });
  };
  into.append(labelled("rule", "Funding rule", list), words, payment, add, found);
  let shown: State["laws"] | undefined;
  return (state: State): void => {
    now = state;
    const offers = state.rules.map(({ key, label, family }) => ({ value: key, words: label, group: families[family] }));
    offer(list, offers, state.rule);
    const rule = ruleNow();
    words.textContent = rule === undefined ? "" : `${rule.words.charAt(0).toUpperCase()}${rule.words.slice(1)}.`;
    show(state);
    add.hidden = rule === undefined;
    if (shown === state.laws) return;
    shown = state.laws;
    found.replaceChildren(...(shown.length === 0 ? [element("p", {}, "Trying worlds …")] : verdict(shown)));
  };
};
