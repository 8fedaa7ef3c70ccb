import { listed } from "../../base/problem.js";
import { reportError } from "../../quantity/reading.js";
import { type EffectForm, isMoney } from "../effect.js";
import type { ScenarioReading } from "../reading.js";

const everyVerb = ["cut", "raise", "add", "set", "saves", "costsMore", "measured"] as const;

/** Reports an effect that has no verb, or more than one. */
export const checkVerb = (form: EffectForm, address: string, reading: ScenarioReading): void => {
  const said = everyVerb.filter((verb) => form[verb] !== undefined);
  if (said.length === 1) {
    checkOwnKeys(form, address, said[0], reading);
    return;
  }
  const what = said.length === 0 ? "This effect does nothing." : `This effect has both ${listed(said)}.`;
  reportError(
    reading,
    address,
    what,
    `An effect has one of ${listed(everyVerb, "or")}; write a second effect for a second one.`,
  );
};

// What a line of money is counted by; a change holds for all contacts, all the time.
const moneyKeys = ["per", "cohort", "while", "every", "in", "over", "cashable"] as const;

const checkOwnKeys = (form: EffectForm, address: string, verb: string, reading: ScenarioReading): void => {
  if (verb !== "measured" && form.counts !== undefined)
    reportError(
      reading,
      `${address}.counts`,
      `Counts before and after are what was measured; this effect has ${verb}.`,
      "Write measured: { per: …, every: …, comparison: none } in its place, or leave counts out.",
      "key",
    );
  if (isMoney(form)) return;
  for (const key of moneyKeys.filter((key) => form[key] !== undefined))
    reportError(
      reading,
      `${address}.${key}`,
      verb === "measured"
        ? `${key} stands outside measured, which says of whom and over how long counts were taken.`
        : `${key} says nothing of a ${verb}: it holds for everyone, all the time.`,
      verb === "measured"
        ? "Write it inside: measured: { per: 116 people, every: year, comparison: none }."
        : "Leave it out. When it begins and ends is said with lag, ramp, until, halfLife or byYear.",
      "key",
    );
};
