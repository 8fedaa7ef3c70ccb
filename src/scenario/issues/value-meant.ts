import { cycleNames } from "../../base/time.js";
import { durationMeant } from "../time/time-meant.js";
import { valueAt } from "./value.js";

/** What bodies are called, by the kind of agency that they are. The first that fits is taken. */
const kindsOfAgencies: Readonly<Record<string, RegExp>> = {
  private: /charit|volunt|third sector|private|business|compan|firm|household|famil|citizen|people|enterprise|\bngo/i,
  national: /national|central|government|department|ministry|treasury|dwp|state/i,
  local: /local|council|borough|county|district|nhs|hospital|trust|icb|ccg|police|fire|school|authority|combined/i,
};

/** The mend of a word in place of one of those that stand at a path; undefined if it means none of them. */
export const valueMeant = (path: readonly string[], data: unknown): string | undefined => {
  const value = valueAt(data, path);
  if (typeof value !== "string" && typeof value !== "number") return undefined;
  const [text, key, place] = [String(value), path.at(-1), `${path[0]}.${path.length}`];
  if (key === "kind" && place === "agencies.3") {
    const [kind] = Object.entries(kindsOfAgencies).find(([, words]) => words.test(text)) ?? [];
    return kind && `Write kind: ${kind}.`;
  }
  if (key === "cycle" && place === "time.2") {
    const cycle = durationMeant(text);
    return cycleNames.some((name) => name === cycle) ? `Write cycle: ${cycle}.` : undefined;
  }
  if (key === "reaches" && /^(?:all|every)/i.test(text)) return "Write reaches: everyone.";
  return key === "per" && typeof value === "number" ? `Write per: ${value} people.` : undefined;
};
