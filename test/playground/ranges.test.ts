import { expect, test } from "vitest";
import { simulate } from "who-saves";
import { report } from "who-saves/report";
import { rangesOf, shownNumber, sliderSteps, stepOf, writtenAt } from "../../examples/playground/ranges.js";
import { isWhole } from "../support/hunt.js";
import { exampleFiles, readExample } from "../support/read.js";

const tried = isWhole ? exampleFiles : ["fdac/scenario.yaml", "warm-homes/scenario.yaml"];

test.each(tried)("%s: each slider sets its number, at both ends and between", (file) => {
  const { scenario } = readExample(file);
  if (scenario === undefined) throw new Error("no scenario");
  const ranges = rangesOf(scenario, report(simulate(scenario, { draws: 1 }), { show: ["assumptions"] }));
  for (const range of ranges)
    for (const step of [0, 37, sliderSteps]) {
      const written = writtenAt(range, step);
      expect(stepOf(range, written), range.address).toBe(step);
      const { problems } = readExample(file, { [range.address]: written });
      expect(
        problems.filter(({ severity }) => severity === "error"),
        `${range.address}: ${written}`,
      ).toEqual([]);
    }
});

test("a number is shown with its unit", () => {
  expect(shownNumber("2600", { unit: "£", suffix: "" })).toBe("£2,600");
  expect(shownNumber("-1500", { unit: "£", suffix: "" })).toBe("−£1,500");
  expect(shownNumber("12.5%", { unit: "", suffix: "%" })).toBe("12.5%");
  expect(shownNumber("1.5 years", { unit: "", suffix: " years" })).toBe("1.5 years");
});
