import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { plausibility } from "../../src/report/plausibility/plausibility.js";
import { doubtsOf, handrails, readable } from "./handrails.js";

describe("a finding that is meant", () => {
  const accepting = (address: string) =>
    readable(
      `${readFileSync("test/meant/empty-places.yaml", "utf8")}accept: { ${address}: kept for the next cohort }\n`,
    );

  test("is listed with its reason, and not warned of", () => {
    const { warnings, accepted } = plausibility(accepting("interventions.hub"));
    expect(warnings).toEqual([]);
    expect(accepted).toEqual([
      {
        address: "interventions.hub",
        code: "empty-places",
        what: expect.stringContaining("300 places"),
        because: "kept for the next cohort",
      },
    ]);
  });

  test("may be a warning of reading", () => {
    const address = "interventions.handrails.costs.fitting.in";
    const late = handrails.replace("in: year 1", "in: year 6");
    const [{ what }] = readable(late).warnings;
    const { warnings, accepted } = plausibility(readable(`${late}accept: { ${address}: paid after the run }\n`));
    expect(warnings).toEqual([]);
    expect(accepted).toEqual([{ address, code: "interventions-in", what, because: "paid after the run" }]);
  });

  describe("names its kind where there are several at its address", () => {
    // 40 admissions a person, and nothing paid before year 2: both are doubts about the costs.
    const both = handrails.replace("per: 1000 people", "per: person").replace("in: year 1", "in: year 2");
    const costs = "interventions.handrails.costs";
    const doubtsAt = (accept: string) => {
      const { warnings, accepted } = plausibility(readable(`${both}accept: { ${costs}: ${accept} }\n`));
      return { open: warnings.map(({ code }) => code), accepted: accepted.map(({ code }) => code) };
    };

    test("one reason for two accepts neither, and says how to write both", () => {
      const { warnings, accepted } = plausibility(readable(`${both}accept: { ${costs}: meant }\n`));
      expect(accepted).toEqual([]);
      expect(warnings.at(-1)).toMatchObject({
        address: `accept.${costs}`,
        what: `2 kinds of doubt stand at ${costs}, and one reason does not say which it is of.`,
        mend: "Write the reason of each that is right: { benefits-out-of-scale: …, paid-afterwards: … }.",
      });
    });

    test("a named kind accepts that alone", () =>
      expect(doubtsAt("{ paid-afterwards: it is lent }")).toEqual({
        open: ["contacts-each", "benefits-out-of-scale"],
        accepted: ["paid-afterwards"],
      }));

    test("a kind that is not there is a warning", () =>
      expect(doubtsAt("{ empty-places: none }").open).toEqual([
        "contacts-each",
        "benefits-out-of-scale",
        "paid-afterwards",
        "accept",
      ]));
  });

  test("must be there", () =>
    expect(doubtsOf(accepting("services.crisis"))).toEqual([
      expect.stringMatching(/^interventions\.hub: /),
      "accept.services.crisis: Nothing at services.crisis looks wrong, so there is nothing to accept.",
    ]));
});
