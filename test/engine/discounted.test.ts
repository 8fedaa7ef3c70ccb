import { describe, expect } from "vitest";
import { drawsAt } from "../../src/base/columns/cube.js";
import { spendingOf } from "../../src/engine/book/read-book.js";
import { simulateUnchecked as simulate } from "../../src/engine/simulate.js";
import { law } from "../support/law.js";
import { read } from "../support/read.js";

describe("outcomes and spending", () => {
  law("are worth the less, the more they are discounted", (form) => {
    const presents = (["none", "8%"] as const).map((schedule) => {
      const discount = { schedule, by: "cycle", from: "mid" } as const;
      const scenario = read({ ...form, money: { ...form.money, discount } });
      const { drawn } = simulate(scenario, { draws: 64 });
      // Outcomes of either sign may lose the more, the less later ones count.
      const isPositive = (name: string) =>
        Object.values(form.demand ?? {}).every(({ to, contacts }) => to !== name || Number(contacts) > 0);
      const worth = [...Object.entries(scenario.services).entries()].filter(
        ([, [name, service]]) => service.worth !== null && isPositive(name),
      );
      const [strategies, , years] = drawn.activity.plain.axes.map(({ labels }) => [...labels.keys()]);
      const outcomes = worth.flatMap(([service]) =>
        strategies.flatMap((strategy) =>
          years.flatMap((year) => [...drawsAt(drawn.activity.present, strategy, service, year)]),
        ),
      );
      return [...outcomes, ...spendingOf(drawn, Object.keys(scenario.agencies))];
    });
    const [plain, less] = presents;
    expect(plain.filter((value, index) => (value > 1e-9 ? less[index] >= value : less[index] > value + 1e-9))).toEqual(
      [],
    );
  });
});
