import { element } from "./dom.js";
import { type RangedNumber, shownNumber, sliderSteps, stepOf, writtenAt, writtenNumber } from "./ranges.js";
import type { Choices, State } from "./state.js";

/** How many sliders are in sight; the others are under a heading. */
const inSight = 6;

/** A slider for each uncertain number, with a button that gives the number its range back. */
export const slidersView = (into: HTMLElement, choose: (choices: Partial<Choices>) => void) => {
  let shown: readonly RangedNumber[] | undefined;
  let renders: readonly ((set: Choices["set"]) => void)[] = [];
  let set: Choices["set"] = {};
  const sliderOf = (number: RangedNumber) => {
    const { address, label, low, high } = number;
    const ends = [low, high].map((end) => shownNumber(writtenNumber(end, number), number));
    const id = `number-${address}`;
    const value = element("output", { for: id });
    const slider: HTMLInputElement = element("input", {
      id,
      type: "range",
      min: 0,
      max: sliderSteps,
      oninput: () => choose({ set: { ...set, [address]: writtenAt(number, Number(slider.value)) } }),
    });
    const free = element(
      "button",
      {
        type: "button",
        "aria-label": `Give ${label} its range back`,
        onclick: () => {
          choose({ set: Object.fromEntries(Object.entries(set).filter(([each]) => each !== address)) });
          slider.focus();
        },
      },
      "Reset",
    );
    const line = element("div", { class: "slider" });
    line.append(element("div", {}, element("label", { for: id }, label), value), slider, free);
    const render = (): void => {
      const written = set[address];
      slider.value = String(stepOf(number, written));
      const text = written === undefined ? `${ends[0]} to ${ends[1]}` : shownNumber(written, number);
      value.textContent = text;
      slider.setAttribute("aria-valuetext", text);
      free.hidden = written === undefined;
      line.classList.toggle("fixed", written !== undefined);
    };
    return { line, render };
  };
  return (state: State): void => {
    set = state.set;
    if (state.ranges !== shown) {
      shown = state.ranges;
      const sliders = shown.map(sliderOf);
      const lines = sliders.map(({ line }) => line);
      const others = lines.slice(inSight);
      const more = element("details", {}, element("summary", {}, `${others.length} more`), ...others);
      into.replaceChildren(...lines.slice(0, inSight), ...(others.length > 0 ? [more] : []));
      if (lines.length === 0) into.replaceChildren(element("p", {}, "No number has a low and a high."));
      renders = sliders.map(({ render }) => render);
    }
    for (const render of renders) render(set);
  };
};
