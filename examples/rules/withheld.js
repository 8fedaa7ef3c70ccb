// A grant of £100,000, of which 25 % is withheld unless a report is published. The report is what is asked for, not the potholes: whoever publishes is
// paid in full, whatever it did, and a report a day late costs £25,000.   who-saves check examples/rules/withheld.js
import { lawNamed } from "who-saves/laws";

const grant = 100_000_00;

export const rule = ({ reported }) => (reported ? grant : 0.75 * grant);

export const laws = ["the-rule-is-a-function", "the-bill-has-a-ceiling", "no-cliff-edge", "no-dead-zone"].map((id) =>
  lawNamed("pay", id),
);

// Known, and meant: that is what the condition is.
export const breaks = ["no-cliff-edge", "no-dead-zone"];
