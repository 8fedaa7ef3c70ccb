import { readFileSync } from "node:fs";
import { parse } from "yaml";
import * as z from "zod";
import { penceOf } from "../base/money.js";
import type { laws } from "../laws/index.js";
import { mistake, systemCode } from "./mistake.js";

const pounds = z.number().transform(penceOf);
const text = z.string().min(1);
const count = z.number();

/** A world of each family as a person writes it: money in pounds. */
const forms = {
  share: z.array(z.strictObject({ agency: text, pays: pounds, saves: pounds })).min(1),
  yearEnd: z.strictObject({ base: pounds, reserve: pounds, spent: pounds }),
  pay: z.strictObject({ year: count, quantity: count, started: count, spent: pounds, reported: z.boolean() }),
  permit: z
    .array(
      z.strictObject({ agency: text, purpose: text, person: z.string().default(""), entitled: pounds, wished: pounds }),
    )
    .min(1),
  allocate: z.strictObject({
    pot: pounds,
    recipients: z
      .array(
        z.strictObject({
          agency: text,
          base: pounds,
          spent: pounds,
          people: count,
          own: pounds.default(0),
          need: count.default(1),
          resources: pounds.default(0),
        }),
      )
      .min(1),
  }),
  finance: z.strictObject({
    doer: text,
    costs: z.array(pounds),
    saves: z.array(pounds),
    outcomes: z.array(count).default([]),
  }),
} as const satisfies Record<keyof typeof laws, z.ZodType>;

/** Worlds of a reader's own: a YAML list, each as the family of the rule is told them, money in pounds. */
export const readWorlds = (file: string, family: keyof typeof laws | undefined): readonly unknown[] => {
  if (family === undefined)
    throw mistake(
      file,
      "It is not known of which family of rules these worlds are.",
      'Write export const family = "share", or another, in the rule file.',
    );
  const { data, error } = z.array(forms[family]).min(1).safeParse(textOf(file));
  if (error === undefined) return data;
  const [{ path, message }] = error.issues;
  throw mistake(file, `${["world", ...path].join(".")}: ${message}`, "It is a list of worlds, money in pounds.");
};

const textOf = (file: string): unknown => {
  try {
    return parse(readFileSync(file, "utf8"));
  } catch (error) {
    if (systemCode(error) === "ENOENT") throw mistake(file, "There is no such file.");
    throw mistake(file, error instanceof Error ? error.message : String(error));
  }
};
