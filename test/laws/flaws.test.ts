import { expect, test } from "vitest";
import { isWhole } from "../support/hunt.js";
import { flawsOfForm } from "./flaws-of-form.js";
import { flawsOfPromises } from "./flaws-of-promises.js";
import { soundRules } from "./sound-rules.js";

/** All in `npm run faults`; a quarter in `npm test`. */
const some = <Rule>(rules: Readonly<Record<string, Rule>>) =>
  Object.entries(rules).filter((_, index) => isWhole || index % 4 === 0);

test.each(some({ ...flawsOfForm, ...flawsOfPromises }))(
  "a rule that %s is found, and the story says why",
  (_name, { law, says, rows }) => {
    const all = rows();
    const found = all.find((row) => row.law === law);
    expect(found, all.map(({ law: id, result }) => `${id} ${result}`).join("\n")).toMatchObject({ result: "fails" });
    expect(found?.story).toMatch(says);
    for (const { result, story } of all) if (result === "fails") expect(story).not.toMatch(/NaN|undefined|^[.,;:]/);
  },
);

test.each(some(soundRules))("%s is found to break only what it must", (_name, { breaks, rows }) => {
  const broken = rows().flatMap(({ law, result }) => (result === "fails" ? [law] : []));
  expect(broken.sort()).toEqual([...breaks].sort());
});
