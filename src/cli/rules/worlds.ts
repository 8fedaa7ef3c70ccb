import { parse } from "yaml";
import * as z from "zod";
import { penceOf } from "../../base/money.js";
import { mistake } from "../../base/problems/problem.js";
import { strictObject } from "../../base/strict-object.js";
import type { laws } from "../../laws/index.js";
import { readText } from "../files/files.js";

const pounds = z.number().transform(penceOf);
/** Some rules try every order of the agencies, which takes twice as long with each one more. */
const mostParties = [20, "a world has at most 20 agencies"] as const;

const text = z.string().min(1);
const count = z.number();

/** The written form of a world, by rule family: money is in pounds, and is read as whole pence. */
const forms = {
  share: z
    .array(strictObject({ agency: text, pays: pounds, saves: pounds }))
    .min(1)
    .max(...mostParties),
  yearEnd: strictObject({ base: pounds, reserve: pounds, spent: pounds }),
  pay: strictObject({ year: count, quantity: count, started: count, spent: pounds, reported: z.boolean() }),
  permit: z
    .array(
      strictObject({ agency: text, purpose: text, person: z.string().default(""), entitled: pounds, wished: pounds }),
    )
    .min(1)
    .max(...mostParties),
  allocate: strictObject({
    pot: pounds,
    recipients: z
      .array(
        strictObject({
          agency: text,
          base: pounds,
          spent: pounds,
          people: count,
          own: pounds.default(0),
          need: count.default(1),
          resources: pounds.default(0),
        }),
      )
      .min(1)
      .max(...mostParties),
  }),
  finance: strictObject({
    doer: text,
    costs: z.array(pounds),
    saves: z.array(pounds),
    outcomes: z.array(count).default([]),
  }),
} as const satisfies Record<keyof typeof laws, z.ZodType>;

/** Reads the user's own worlds: a YAML list, each as the rule family takes it, with money in pounds. */
export const readWorlds = (file: string, family: keyof typeof laws | undefined): readonly unknown[] => {
  if (family === undefined)
    throw mistake(
      file,
      "The rule family of these worlds is not known.",
      'Write export const family = "share", or another, in the rule file.',
    );
  const { data, error } = z.array(forms[family]).min(1).safeParse(yamlOf(file));
  if (error === undefined) return data;
  const [{ path, message }] = error.issues;
  throw mistake(file, `${["world", ...path].join(".")}: ${message}`, "The file is a list of worlds, money in pounds.");
};

const yamlOf = (file: string): unknown => {
  const text = readText(file, "file of worlds");
  try {
    return parse(text);
  } catch (error) {
    throw mistake(file, error instanceof Error ? error.message : String(error));
  }
};
