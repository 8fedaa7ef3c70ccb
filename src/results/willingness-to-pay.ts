import { ScenarioError } from "../base/problem.js";

/**
 * The default values. The manual of NICE (Health technology evaluations, PMG36, 2022) uses £20,000 to £30,000 for a
 * quality-adjusted life year. HM Treasury (The Green Book, 2022) uses £70,000 in 2020/21 prices.
 */
export const defaultWillingness: readonly number[] = [0, 10_000, 20_000, 30_000, 50_000, 70_000, 100_000];

/** Throws if a willingness to pay is below 0 or infinite. */
export const checkWillingness = (willingnessToPay: readonly number[]): void => {
  const wrong = willingnessToPay.find((pounds) => !(pounds >= 0 && Number.isFinite(pounds)));
  if (wrong === undefined) return;
  throw new ScenarioError([
    {
      severity: "error",
      address: "options.willingnessToPay",
      what: `A willingness to pay is a number of pounds, 0 or more, not ${wrong}.`,
    },
  ]);
};
