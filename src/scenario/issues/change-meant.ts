import { percentText } from "../../base/problems/number-text.js";
import { isMap } from "./value.js";

/** The mend of what is multiplied: `{ admission: 0.75 }` is a cut of 25%. Undefined if it is no number. */
export const changeMeant = (value: unknown): string | undefined => {
  const [target, factor] = isMap(value) ? (Object.entries(value)[0] ?? []) : ["admission", value];
  if (typeof factor !== "number" || !(factor >= 0) || factor === 1 || target === undefined) return undefined;
  const [verb, share] = factor < 1 ? ["cut", 1 - factor] : ["raise", factor - 1];
  return `For ${factor} times as many write ${verb}: { ${target}: ${percentText(share)} }.`;
};
