import { expect, test } from "vitest";
import { simulateUnchecked as simulate } from "../../src/engine/simulate.js";
import { report } from "../../src/report/index.js";
import { outputNames } from "../../src/report/outputs.js";
import { example, exampleFiles } from "../support/read.js";

/** The experiments run the engine hundreds of times: they are tried on three examples. */
const slow = ["sensitivity", "switching-values", "cost-shifts"];

/** These state no finding yet. */
const withoutFinding = ["cash", "explain"];

test.each(exampleFiles)("%s: every output with rows states a finding with a number in it", (file) => {
  const isQuick = !/gritting|not-cash|our-place/.test(file);
  const show = outputNames.filter((name) => !isQuick || !slow.includes(name));
  const { parts } = report(simulate(example(file), { draws: 16 }), { show });
  for (const { name, finding, table } of parts) {
    if (table.rows.length === 0 || withoutFinding.includes(name)) continue;
    const text = finding.join(" ");
    expect(text, name).toMatch(/\d/);
    expect(text, name).not.toMatch(/NaN|undefined|Infinity|null|\[object/);
    for (const sentence of finding) expect(sentence, name).toMatch(/^[\p{Lu}\d£−−].*[.?]$/su);
  }
});
