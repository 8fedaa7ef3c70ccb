import { expect, test } from "vitest";
import { simulate } from "../../src/engine/simulate.js";
import { regimeWords } from "../../src/funding/regimes.js";
import { settle } from "../../src/results/rules/settle.js";
import { exampleFiles, readExample } from "../support/read.js";

const withAgencies = exampleFiles.flatMap((file) => {
  const { scenario } = readExample(file);
  return scenario && Object.keys(scenario.agencies).length > 0 ? [[file, scenario] as const] : [];
});

test.each(withAgencies)("%s: under every regime, what rules move sums to nothing in every year", (_file, scenario) => {
  const simulation = simulate(scenario, { draws: 1 });
  for (const regime of [...Object.keys(scenario.regimes), ...Object.keys(regimeWords)]) {
    const moved = new Map<string, number>();
    let most = 0;
    for (const { strategy, level, year, transfers } of settle(simulation, regime)) {
      if (level === "body") continue;
      const key = `${regime}, ${strategy}, year ${year}`;
      moved.set(key, (moved.get(key) ?? 0) + transfers);
      most = Math.max(most, Math.abs(transfers));
    }
    for (const [key, pounds] of moved) expect(Math.abs(pounds), key).toBeLessThanOrEqual(1e-9 * (1 + most));
  }
});
