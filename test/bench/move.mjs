// What a move of a slider takes in the worker of the playground: CPU milliseconds from the request to its result, of
// the package that was built. `npm run build:js && node test/bench/move.mjs`

import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { serveRuns } from "../../dist/worker.js";

/** As `examples/playground/runs.ts` asks at a move. */
const quick = { draws: 500, show: ["answer", "who-saves", "cash-by-year", "cash", "budget-gap", "concentration"] };
const [warm, measured] = [10, 30];

const { port1, port2 } = new MessageChannel();
serveRuns(port1);

/** CPU milliseconds of a run with a number set, until its result is there. */
const millisecondsOf = async (scenario, set) => {
  const start = process.cpuUsage();
  await new Promise((resolve, reject) => {
    port2.onmessage = ({ data }) => {
      if (data.kind === "problems") reject(new Error(data.problems[0].what));
      if (data.kind === "result") resolve();
    };
    const { draws, show } = quick;
    port2.postMessage({ kind: "run", id: 1, scenario, read: { set }, options: { draws }, show });
  });
  const { user, system } = process.cpuUsage(start);
  return (user + system) / 1000;
};

/** A slider of each example. */
const sliders = {
  "warm-homes": "interventions.insulation.effects.fuelBills.cashable",
  fdac: "interventions.fdac.effects.lawyersAndExperts.cashable",
};

for (const [name, address] of Object.entries(sliders)) {
  const text = readFileSync(fileURLToPath(new URL(`../../examples/${name}/scenario.yaml`, import.meta.url)), "utf8");
  const times = [];
  for (let move = 0; move < warm + measured; move++) {
    const milliseconds = await millisecondsOf(text, { [address]: `${(40 + move / 10).toFixed(1)}%` });
    if (move === 0) console.log(`${name}: ${milliseconds.toFixed(0)} ms the first time`);
    if (move >= warm) times.push(milliseconds);
  }
  times.sort((a, b) => a - b);
  console.log(`${name}: ${times[measured / 2].toFixed(0)} ms, ${times[3].toFixed(0)} to ${times[27].toFixed(0)}`);
}
port1.close();
