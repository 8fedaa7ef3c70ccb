import { expect, test } from "vitest";
import { exampleFiles } from "../support/read.js";
import { wholeReport } from "../support/reports.js";

/** These state no finding yet. */
const withoutFinding = ["cash", "explain"];

test.each(exampleFiles)("%s: every output with rows states a finding with a number in it", (file) => {
  for (const { name, finding, table } of wholeReport(file).parts) {
    if (table.rows.length === 0 || withoutFinding.includes(name)) continue;
    const text = finding.join(" ");
    expect(text, name).toMatch(/\d/);
    expect(text, name).not.toMatch(/NaN|undefined|Infinity|null|\[object/);
    for (const sentence of finding) expect(sentence, name).toMatch(/^[\p{Lu}\d£−−].*[.?]$/su);
  }
});
