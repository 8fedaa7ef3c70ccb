import { expect, test } from "vitest";
import { choicesIn, hashOf } from "../../examples/playground/link.js";
import { firstChoices } from "../../examples/playground/state.js";

const choices = {
  ...firstChoices,
  example: "fdac",
  text: "title: Ünïcode, £5 – and a\n  tab\t",
  set: { "quantities.effect": "12.5%" },
  strategy: "fdac",
  regime: "gain-share",
  draws: 2000,
  seed: "mine",
};

test("an address holds every choice, and gives it back", async () => {
  const hash = await hashOf(choices, "the text of the example");
  expect(hash).toMatch(/^#[\w-]+$/);
  expect(await choicesIn(hash)).toEqual(choices);
});

test("an unchanged text is not in the address, and a first visit needs none", async () => {
  const long = "x".repeat(5000);
  const hash = await hashOf({ ...firstChoices, seed: "mine", text: long }, long);
  expect(await choicesIn(hash)).toEqual({ ...firstChoices, seed: "mine", text: "" });
  expect(await hashOf({ ...firstChoices, text: long }, long)).toBe("");
});

test.each(["#", "#%%%", "#AAAA", "#e30", await hashOf({ ...choices, draws: -1, set: [] as never }, "")])(
  "what is wrong in an address (%s) is left out",
  async (hash) => {
    const { draws, set } = await choicesIn(hash);
    expect({ draws, set }).toEqual({ draws: 500, set: {} });
  },
);
