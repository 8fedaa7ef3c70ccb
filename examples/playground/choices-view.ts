import { element, labelled, type Offer, offer } from "./dom.js";
import { exampleNames, exampleText } from "./example-texts.js";
import type { Choices, State } from "./state.js";

const words = (name: string): string => name.replaceAll("-", " ").replace("/", ": ");

const strategiesIn = ({ scenario }: State): readonly Offer[] => [
  { value: "", words: "All strategies" },
  ...Object.entries(scenario?.strategies ?? {}).map(([value, { name }]) => ({ value, words: name })),
];

const regimesIn = ({ regimes, regime }: State): readonly Offer[] => [
  { value: "", words: "None" },
  ...Object.entries({ ...(regime === "" ? {} : { [regime]: regime }), ...regimes }).map(([value, name]) => ({
    value,
    words: words(name),
  })),
];

const drawsOffered: readonly Offer[] = [500, 2_000, 10_000, 50_000].map((draws) => ({
  value: String(draws),
  words: draws.toLocaleString("en-GB"),
}));

/** Which scenario, strategy, regime, draws and seed: what a command line would say. */
export const choicesView = (into: HTMLElement, choose: (choices: Partial<Choices>) => void) => {
  const chooseExample = async (example: string): Promise<void> =>
    choose({ example, text: await exampleText(example), set: {}, strategy: "", regime: "" });
  const list = (onchange: (value: string) => void) => {
    const made: HTMLSelectElement = element("select", { onchange: () => onchange(made.value) });
    return made;
  };
  const example = list((value) => void chooseExample(value));
  const strategy = list((value) => choose({ strategy: value }));
  const regime = list((value) => choose({ regime: value }));
  const draws = list((value) => choose({ draws: Number(value) }));
  const seed = element("input", { onchange: () => choose({ seed: seed.value }), spellcheck: "false" });
  into.append(
    labelled("example", "Example", example),
    labelled("strategy", "Strategy", strategy),
    labelled("regime", "Funding rules in force", regime),
    labelled("draws", "Draws", draws),
    labelled("seed", "Seed", seed),
  );
  return (state: State): void => {
    const own = state.example === "" ? [{ value: "", words: "A file of your own" }] : [];
    offer(example, [...own, ...exampleNames.map((value) => ({ value, words: words(value) }))], state.example);
    offer(strategy, strategiesIn(state), state.strategy);
    offer(regime, regimesIn(state), state.regime);
    const rare = drawsOffered.some(({ value }) => value === String(state.draws))
      ? []
      : [{ value: String(state.draws), words: state.draws.toLocaleString("en-GB") }];
    offer(draws, [...drawsOffered, ...rare], String(state.draws));
    if (document.activeElement !== seed) seed.value = state.seed;
  };
};
