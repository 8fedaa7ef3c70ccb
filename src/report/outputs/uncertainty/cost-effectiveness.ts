import { type CostEffectivenessRow, costEffectiveness } from "../../../results/uncertainty/cost-effectiveness.js";
import { valueForMoney } from "../../../results/uncertainty/value-for-money.js";
import { type LinePanel, lineChart } from "../../charts/lines.js";
import { groupsBy, type Picture, type PictureRow, pictureRows } from "../../charts/picture.js";
import { axisOf } from "../../charts/scale.js";
import { certaintySentences } from "../../finding/certainty.js";
import { gainRange, moreOf } from "../../finding/outcomes.js";
import { namedStrategies } from "../../finding/who-saves.js";
import { capital, strategyNameIn } from "../../finding/words.js";
import { poundsText, printed, roundedPounds } from "../../numbers.js";
import { output } from "../../output.js";
import { dataOnly, type Part } from "../../table.js";

export const costEffectivenessOutput = output<CostEffectivenessRow>({
  title: "Cost-effectiveness",
  answers: "What each strategy costs, the outcomes it gives, and the cost of one more outcome.",
  takes: ["outcome", "of", "figure"],
  // What one more outcome costs along the strategies worth choosing, by outcome, and which are never the best choice.
  finding: (rows, simulation) => {
    const outcomes = [...new Set(rows.map(({ outcome }) => outcome))];
    const gains = valueForMoney(simulation);
    const found = outcomes.flatMap((outcome) => {
      const own = rows.filter((row) => row.outcome === outcome);
      const { unit } = simulation.scenario.services[outcome];
      const worth = own.flatMap(({ strategy, icer, incrementalCost, incrementalOutcomes: more, upperBound }) => {
        if (icer === null || incrementalCost === null || more === null) return [];
        const gain = gains.find((row) => row.strategy === strategy && row.outcome === outcome);
        const isBesideUsual = gain !== undefined && Math.abs(gain.gain - more) <= 1e-9 * Math.abs(more);
        const range = isBesideUsual && !upperBound ? gainRange(gain) : "";
        const [least, most] = upperBound ? ["at least ", "at most "] : ["", ""];
        return [
          `With ${strategyNameIn(simulation, strategy)} one ${unit.one} costs ${least}${roundedPounds(icer)}: ` +
            `${most}${moreOf(more, unit)}${range} for ${roundedPounds(incrementalCost)}`,
        ];
      });
      if (worth.length > 0) return worth.map((clause) => `${clause}.`);
      const [best] = own.filter(({ status }) => status === "frontier");
      return [
        `${capital(strategyNameIn(simulation, best.strategy))} costs least, ${poundsText(best.cost)}, ` +
          "and no strategy gives more.",
      ];
    });
    return [...found, ...certaintySentences(simulation, namedStrategies(simulation))];
  },
  columns: {
    strategy: ["strategy", "text"],
    outcome: ["outcome", "text", 0.5],
    unit: ["one is a", "text", 5],
    of: ["cost of", "text", 2],
    figure: ["by", "text", 12],
    cost: ["cost", "pounds"],
    outcomes: ["outcomes", "number"],
    incrementalCost: ["more cost", "pounds", 3],
    incrementalOutcomes: ["more outcomes", "number", 4],
    icer: ["cost of one more", "pounds"],
    status: ["status", "text"],
    upperBound: ["upper bound", "mark", dataOnly],
  },
  ofUsual: true,
  net: { of: "public", figure: "netAvoided" },
  rows: costEffectiveness,
  empty: "no service has a worth",
});

/** What each strategy costs and gives, and the line through those worth choosing. */
export const costEffectivenessPicture: Picture = {
  describe:
    "Outcomes run to the right, costs upwards. Each point is a strategy, with a number that the list below it names. " +
    "The line joins the strategies that are the best at some worth of an outcome; the others are hollow points.",
  words: ({ table }) => pictureRows(table).map((row) => `${wordsOfPoint(row)}.`),
  draw: (part, width) => lineChart(panelsOf(part), width),
};

const wordsOfPoint = (row: PictureRow): string => {
  const more = row.cell("icer") === null ? "" : `, one more costs ${row.text("icer")}`;
  const gives = `costs ${row.text("cost")}, gives ${row.text("outcomes")}${more}`;
  return `${row.text("strategy")}: ${gives}; ${row.text("status")}`;
};

const number = (value: number): string => printed(value, "number", {});

const panelsOf = ({ table }: Part): readonly LinePanel[] =>
  groupsBy(pictureRows(table), ["outcome"]).map(({ heading, rows }) => {
    const points = rows.map((row, at) => ({
      isOn: row.text("status") === "frontier",
      x: row.number("outcomes"),
      y: row.number("cost"),
      label: String(at + 1),
    }));
    return {
      heading,
      along: axisOf(
        points.map(({ x }) => x),
        [0, 1],
        { most: 4, withZero: false, print: number },
      ).ticks,
      withZero: false,
      lines: [
        {
          label: "frontier: the best at some worth of an outcome",
          points: points.filter(({ isOn }) => isOn).toSorted((a, b) => a.x - b.x),
        },
        { label: "not on the frontier", points: points.filter(({ isOn }) => !isOn), isDots: true },
      ].filter(({ points: own }) => own.length > 0),
      notes: [
        `To the right: outcomes, one is a ${rows[0].text("unit")}. Upwards: cost.`,
        ...rows.map((row, at) => `${at + 1}  ${wordsOfPoint(row)}`),
      ],
    };
  });
