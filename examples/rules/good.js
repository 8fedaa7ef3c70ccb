// A good rule: who gains most by a scheme bears most of its cost, so that all who gain, gain alike. Nobody who pays ends worse off, the map does not
// matter, and spending more is never rewarded.   who-saves check examples/rules/good.js

export const rule = (stakes) => {
  const saved = stakes.reduce((sum, { saves }) => sum + saves, 0);
  const gain = stakes.reduce((sum, { pays, saves }) => sum + saves - pays, 0);
  if (saved === 0 || gain < 0) return stakes.map(({ pays, saves }) => saves - pays);
  // To the penny: each its share of the gain so far, less what those before had.
  let [savedSoFar, given] = [0, 0];
  return stakes.map(({ saves }) => {
    savedSoFar += saves;
    const part = Math.floor((gain * savedSoFar) / saved) - given;
    given += part;
    return part;
  });
};

export const laws = "share";

// What no rule can do beside the rest, or what this one gives up for it: savings and costs must be measured, not merely reported.
export const breaks = ["bundling-does-not-matter", "no-shading", "no-padding", "only-the-needed-pay"];
