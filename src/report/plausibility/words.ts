import { countText, poundsText } from "../numbers.js";

/** A count for a sentence: `300`, `6.5`, `fewer than 0.1`. */
export const numberText = (value: number): string => {
  if (value > 0 && value < 0.05) return "fewer than 0.1";
  return value < 100 ? String(Number(value.toFixed(1))) : countText(value);
};

/** Pounds of one thing: pence below a pound, else three digits. */
export const poundsEach = (pounds: number): string => {
  if (pounds > 0 && pounds < 0.01) return `${Number((pounds * 100).toPrecision(1))}p`;
  return pounds > 0 && pounds < 0.995 ? `${(pounds * 100).toFixed(0)}p` : poundsText(Number(pounds.toPrecision(3)));
};
