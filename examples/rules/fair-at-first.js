// Looks fair: what a manager leaves unspent it may keep, all of it; and since it did not need the money, half as much is taken off its budget. Next year
// it has more than if it had spent up. By the third year it wishes it had.   who-saves check examples/rules/fair-at-first.js

export const rule = ({ base, reserve, spent }) => {
  const notNeeded = Math.max(0, base - spent);
  return { base: base - Math.round(notNeeded / 2), reserve: base + reserve - spent, surrendered: 0 };
};

export const laws = "yearEnd";

// Spending early or late is not the same either, an overspender keeps half of it, and a merger moves the base; that was known.
export const breaks = ["when-it-is-spent-does-not-matter", "overspending-is-not-rewarded", "boundaries-do-not-matter"];
