// How much quicker a setting of a sweep, and of what `compile` gives, is than reading and running each: CPU
// milliseconds a setting, of the package that was built. `npm run build:js && node test/bench/sweep.mjs [DRAWS …]`

import { discharge, fdac, gritting, hiv } from "../../dist/examples.js";
import { compile, defineScenario, draws, simulate, sweep } from "../../dist/index.js";

/** CPU milliseconds of a piece of work per setting, the best of three. */
const millisecondsOf = (work, settings) => {
  const times = [0, 1, 2].map(() => {
    const start = process.cpuUsage();
    work();
    const { user, system } = process.cpuUsage(start);
    return (user + system) / 1000 / settings;
  });
  return Math.min(...times);
};

const cases = {
  gritting: [gritting, "interventions.gritting.deadweight"],
  "gritting's effect": [gritting, "quantities.effect"],
  "what gritting costs": [gritting, "interventions.gritting.costs.rounds.pays.hospital", 1000],
  "what a fall costs": [gritting, "services.fallAdmission.cost.hospital", 100],
  fdac: [fdac, "interventions.fdac.deadweight"],
  hiv: [hiv, "quantities.relativeRisk"],
  discharge: [discharge, "quantities.referred"],
};

for (const many of (process.argv.slice(2).length > 0 ? process.argv.slice(2) : [1, 256, 2048]).map(Number))
  for (const [name, [scenario, address, pounds]] of Object.entries(cases)) {
    const values = Array.from({ length: 40 }, (_, index) => (pounds ? pounds * (index + 1) : `${index + 1}%`));
    const settings = { [address]: values };
    const strategy = Object.keys(scenario.strategies)[0];
    const each = () => {
      for (const value of values) {
        const changed = defineScenario(scenario.form, { files: scenario.files, set: { [address]: value } });
        draws(simulate(changed, { draws: many, strategies: [strategy] }), { of: "public" });
      }
    };
    const alone = millisecondsOf(each, values.length);
    const swept = millisecondsOf(() => sweep(scenario, settings, { draws: many, of: "public" }), values.length);
    const { run } = compile(scenario, { draws: many, strategies: [strategy] });
    const runEach = () => values.map((value) => draws(run({ [address]: value }), { of: "public" }));
    const compiled = millisecondsOf(runEach, values.length);
    const times = (other) => `${other.toFixed(2)} (${(alone / other).toFixed(1)} times)`;
    console.log(`${name}, ${many} draws: ${alone.toFixed(1)} each, ${times(swept)} swept, ${times(compiled)} compiled`);
  }
