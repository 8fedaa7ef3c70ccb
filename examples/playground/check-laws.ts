import type { RuleFamily } from "who-saves";
import { type LawRow, lawMatrix, laws, sampleRules } from "who-saves/laws";
import type { LawResult, RuleAnswer, RuleListed } from "./rule-messages.js";
import { rulesListed } from "./rules-listed.js";

/** Few worlds are tried, so that the answer comes at once; most laws that a rule breaks, it breaks in these. */
const few = { runs: 100 };

const only = <Rule>(family: Readonly<Record<string, Rule>>, label: string): Readonly<Record<string, Rule>> =>
  Object.fromEntries(Object.entries(family).filter(([each]) => each === label));

const rowsBy: { readonly [F in RuleFamily]: (label: string) => readonly LawRow[] } = {
  share: (label) => lawMatrix(only(sampleRules.share, label), laws.share, few),
  yearEnd: (label) => lawMatrix(only(sampleRules.yearEnd, label), laws.yearEnd, few),
  permit: (label) => lawMatrix(only(sampleRules.permit, label), laws.permit, few),
  finance: (label) => lawMatrix(only(sampleRules.finance, label), laws.finance, few),
  pay: (label) => lawMatrix(only(sampleRules.pay, label), laws.pay, few),
  allocate: (label) => lawMatrix(only(sampleRules.allocate, label), laws.allocate, few),
};

/** How each law of its family comes out for a rule. */
const lawsOf = ({ family, label }: RuleListed): readonly LawResult[] =>
  rowsBy[family](label).map(({ law, says, result, story }) => ({ law, says, result, story }));

/** Lists all rules, and then answers for the rule that is posted by its key. */
export const answerForRules = (post: (answer: RuleAnswer) => void): void => {
  post({ kind: "rules", rules: rulesListed });
  self.addEventListener("message", ({ data }: MessageEvent<string>) => {
    const rule = rulesListed.find(({ key }) => key === data);
    if (rule !== undefined) post({ kind: "laws", rule: rule.key, laws: lawsOf(rule) });
  });
};
