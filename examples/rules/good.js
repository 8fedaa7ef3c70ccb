// A good rule: who gains most by a scheme bears most of its cost, so that all who gain, gain alike. Nobody who pays ends worse off, the map does not
// matter, and spending more is never rewarded.   who-saves check examples/rules/good.js

export const rule = (stakes) => {
  const gain = stakes.reduce((sum, { pays, saves }) => sum + saves - pays, 0);
  // A gain is shared by what each saves; a loss by what each pays, and a bill that rises counts as paying.
  const weights = stakes.map(({ pays, saves }) => (gain >= 0 ? Math.max(0, saves) : pays + Math.max(0, -saves)));
  const whole = weights.reduce((sum, weight) => sum + weight, 0);
  if (whole === 0) return stakes.map(() => 0);
  // To the penny: each its share of the gain so far, less what those before had.
  let [soFar, given] = [0, 0];
  return weights.map((weight) => {
    soFar += weight;
    const part = Math.round((gain * soFar) / whole) - given;
    given += part;
    return part;
  });
};

export const laws = "share";

// What no rule can do beside the rest, or what this one gives up for it: savings and costs must be measured, not merely reported.
export const breaks = ["bundling-does-not-matter", "no-shading", "no-padding", "only-the-needed-pay"];
