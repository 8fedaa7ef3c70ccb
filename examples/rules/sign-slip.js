// Half of what is saved against a benchmark is paid, and half of what is overspent is paid back, at most £10,000 each way. Or so it was meant: one sign
// is wrong.   who-saves check examples/rules/sign-slip.js
import { lawNamed } from "who-saves/laws";

const benchmark = 100_000_00;
const most = 10_000_00;

export const rule = ({ spent }) => {
  const half = Math.round((benchmark - spent) / 2);
  return spent <= benchmark ? Math.min(half, most) : Math.min(-half, most);
};

export const laws = [
  "the-rule-is-a-function",
  "the-bill-has-a-ceiling",
  "no-cliff-edge",
  "overspending-is-not-rewarded",
].map((id) => lawNamed("pay", id));
