// Prints speed as ratios to small reference loops in the same process, since absolute times depend on the machine.
// npm run bench, or npm run bench -- --json. It asserts nothing.
import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { readScenario, sensitivity, simulate, whoSaves } from "../../dist/index.js";
import { deals, lawMatrix, lawNamed, sampleRules } from "../../dist/laws.js";
import { limitedPlace } from "./limited.mjs";
import { gritting as reference } from "./reference.mjs";

const file = (path) => fileURLToPath(new URL(`../../${path}`, import.meta.url));
const table = readFileSync(file("examples/gritting/hadcet-weekly.csv"), "utf8");
const text = readFileSync(file("examples/gritting/scenario.yaml"), "utf8");
const read = () => readScenario(text, { files: { "hadcet-weekly.csv": table } }).scenario;

const rows = table.split("\n").flatMap((line) => (/^\d/.test(line) ? [line.split(",")] : []));
const winters = [...new Set(rows.map(([winter]) => winter))].map((name) => {
  const degrees = rows.flatMap(([winter, , , celsius]) => (winter === name ? [Number(celsius)] : []));
  return Float64Array.from({ length: 52 }, (_, week) => degrees[week] ?? 15);
});

const draws = 2048;
const gritting = read();

const timeOf = (run) => {
  const start = performance.now();
  run();
  return performance.now() - start;
};

const median = (values) => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)];

/** The median time of some runs in milliseconds, after a quarter of that number to warm up. */
const medianOf = (run, times) => {
  for (let warm = 0; warm < times / 4; warm++) run();
  return median(Array.from({ length: times }, () => timeOf(run)));
};

const node = (...words) => {
  const { status, stdout, stderr } = spawnSync(process.execPath, words, { encoding: "utf8" });
  if (status !== 0) throw new Error(`node ${words.join(" ")}: ${stderr}`);
  return stdout;
};

const inProcess = [
  ["the reference loop: gritting by hand, 2,048 draws", () => reference(winters, draws), 21],
  ["simulate(gritting), 2,048 draws", () => simulate(gritting, { draws }), 21],
  ["simulate(gritting) and whoSaves", () => whoSaves(simulate(gritting, { draws })), 21],
  ["readScenario(gritting)", read, 41],
  ["sensitivity(gritting)", () => sensitivity(gritting), 21],
].map(([what, run, times]) => ({ what, milliseconds: medianOf(run, times) }));

const cli = file("dist/cli/index.js");
const processes = [
  ["node -e 0", () => node("-e", "0")],
  ["who-saves --help", () => node(cli, "--help")],
  ["who-saves run gritting", () => node(cli, "run", "gritting")],
].map(([what, run]) => ({ what, milliseconds: medianOf(run, 11) }));

/** The exhaustive mode of the laws: every deal of two or three agencies up to £4,000, by one law, under seven rules. */
const seven = Object.fromEntries(Object.entries(sampleRules.share).slice(0, 7));
const noInvestorLoses = lawNamed("share", "no-investor-loses");
const sevenRules = () => lawMatrix(seven, [noInvestorLoses], { mode: "exhaustive" });
const laws = [
  {
    what: `every small deal (${[...deals.small(4)].length.toLocaleString("en")} of 16,250) × 7 rules`,
    milliseconds: medianOf(sevenRules, 3),
  },
];

const withRatio = (measured) => measured.map((row) => ({ ...row, ratio: row.milliseconds / measured[0].milliseconds }));

const peak = (...words) => Number(node(file("test/bench/memory.mjs"), ...words.map(String)));
const memory = [
  { what: "the library loaded, nothing run", megabytes: peak(0) },
  { what: "10,000 draws × 5 strategies × 10 years × 10 agencies", megabytes: peak(10_000) },
  { what: "gritting, 100,000 draws, each kept", megabytes: peak(100_000, "gritting", "kept") },
  { what: "gritting, 100,000 draws, summed", megabytes: peak(100_000, "gritting", "summed") },
  ...["without", "with"].map((intervention) => ({
    what: `10 states, 60 cycles, 10,000 draws, ${intervention} a strategy`,
    megabytes: Number(node(file("test/bench/states.mjs"), "10", "60", "10000", intervention, "memory")),
  })),
];

/** The hospital's mean net by the engine and by hand, in pounds, to show that both did the same work. */
const hospital = whoSaves(simulate(gritting, { draws: 65_536 })).find(({ agency }) => agency === "hospital");
const agreement = { engine: hospital.netAvoided, reference: reference(winters, 65_536)[0].net.mean };

/**
 * The slowest of three fresh processes, by the ratio of medians of processor time. It runs in one thread, so that
 * compilation and garbage collection count once, in the run.
 */
const statesOf = (what, ...words) => {
  const runs = Array.from({ length: 3 }, () => {
    const { times, found } = JSON.parse(node("--single-threaded", file("test/bench/states.mjs"), ...words.map(String)));
    const [milliseconds, byHand] = ["library", "hand"].map((by) => median(times.map((time) => time[by])));
    return { what, milliseconds, byHand, ratio: milliseconds / byHand, found };
  });
  return runs.toSorted((a, b) => b.ratio - a.ratio)[0];
};

const shapes = [
  [4, 20, 1_000],
  [10, 60, 10_000],
  [20, 120, 10_000],
];
const states = shapes.map(([many, cycles, drawn]) =>
  statesOf(`${many} states, ${cycles} cycles, ${drawn.toLocaleString("en")} draws`, many, cycles, drawn, "without"),
);
const strategy = statesOf("10 states, 60 cycles, 10,000 draws, and a strategy", 10, 60, 10_000, "with");
const strategyToNone = strategy.milliseconds / states[1].milliseconds;

/** The first agency's mean spending and saving, by the engine and by hand, in pounds. */
const statesAgreement = ["library", "hand"].map((by) => ({
  by,
  spent: strategy.found[by].spent[0].mean,
  saved: strategy.found[by].saved[0].mean,
}));

/** The time of one scenario with capacity and closing, and with rationing as well, against the plain one. */
const limited = ["plain", "capacity and closing", "capacity, closing and rationing"].map((what) => {
  const scenario = limitedPlace(what);
  return { what: `a place of 10 services, ${what}`, milliseconds: medianOf(() => simulate(scenario, { draws }), 5) };
});

/** The time to settle 10,000 draws × 10 years × 10 agencies against simulating them, in a process of its own. */
const settled = JSON.parse(node(file("test/bench/settle.mjs"), "10000"));
const settling = withRatio([
  { what: "simulate 10 agencies, 10 years of weeks, 10,000 draws", milliseconds: settled.simulated },
  { what: "settle them under five rules", milliseconds: settled.ruled },
  { what: "settle them where nothing moves", milliseconds: settled.unruled },
]);

const withoutFound = ({ found: _found, ...row }) => row;

const results = {
  inProcess: withRatio(inProcess),
  processes: withRatio(processes),
  states: [...states, strategy].map(withoutFound),
  strategyToNone,
  limited: withRatio(limited),
  settling,
  laws,
  memory,
  agreement,
  statesAgreement,
};

const print = ({ what, milliseconds, megabytes, ratio }) => {
  const amount = milliseconds === undefined ? `${megabytes.toFixed(0)} MB` : `${milliseconds.toFixed(1)} ms`;
  console.log(
    `${what.padEnd(56)}${amount.padStart(10)}${ratio === undefined ? "" : `${ratio.toFixed(2)} ×`.padStart(10)}`,
  );
};

if (process.argv.includes("--json")) console.log(JSON.stringify(results, null, 2));
else {
  for (const part of [results.inProcess, results.processes]) {
    part.forEach(print);
    console.log();
  }
  for (const part of [results.limited, results.settling]) {
    part.forEach(print);
    console.log();
  }
  console.log("One cohort in several states: processor time, and its ratio to the same by hand");
  results.states.forEach(print);
  console.log(`${"a strategy beside none".padEnd(66)}${strategyToNone.toFixed(2).padStart(8)} ×\n`);
  results.laws.forEach(print);
  console.log();
  results.memory.forEach(print);
  console.log();
  console.log(
    `The hospital's mean net, with what is freed: £${agreement.engine.toFixed(0)}, by the reference £${agreement.reference.toFixed(0)}.`,
  );
  const [library, hand] = statesAgreement.map(({ spent, saved }) => `£${spent.toFixed(0)} and £${saved.toFixed(0)}`);
  console.log(`The first agency's spend and saving in states: ${library}, by the reference ${hand}.`);
}
