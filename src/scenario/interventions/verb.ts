import { listed } from "../../base/problem.js";
import { reportError } from "../../quantity/context.js";
import type { ScenarioReading } from "../reading.js";
import { type EffectForm, isMoney } from "./effect.js";

const everyVerb = ["cut", "raise", "add", "set", "close", "saves", "costsMore", "chain", "measured"] as const;

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
const countedKeys = ["per", "cohort", "while", "every", "in", "over"] as const;
const moneyKeys = [...countedKeys, "cashable"] as const;

const checkOwnKeys = (form: EffectForm, address: string, verb: string, reading: ScenarioReading): void => {
  if (verb !== "measured" && form.counts !== undefined)
    reportError(
      reading,
      `${address}.counts`,
      `Counts before and after are what was measured; this effect has ${verb}.`,
      "Write measured: { per: …, every: …, comparison: none } in its place, or leave counts out.",
      "key",
    );
  if (verb === "chain") checkChainKeys(form, address, reading);
  if (isMoney(form)) return;
  if (form.layer !== undefined)
    reportError(
      reading,
      `${address}.layer`,
      "Only money has a layer, and this effect is none.",
      "Write layer on the service whose contacts cost it, or on money saved.",
      "key",
    );
  if (form.comparison !== undefined)
    reportError(
      reading,
      `${address}.comparison`,
      verb === "measured"
        ? "comparison stands outside measured, which says of whom and over how long counts were taken."
        : `comparison says nothing of a ${verb}: only of money that was seen to be saved, or to be spent elsewhere.`,
      "Write it inside: measured: { per: 116 people, every: year, comparison: none }.",
      "key",
    );
  if (verb === "close") {
    checkCloseKeys(form, address, reading);
    return;
  }
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

const checkChainKeys = (form: EffectForm, address: string, reading: ScenarioReading): void => {
  if (form.chain?.dropOff !== undefined && form.halfLife !== undefined)
    reportError(
      reading,
      `${address}.halfLife`,
      "dropOff and halfLife both say how fast it fades.",
      "Leave one out.",
      "key",
    );
  for (const key of [...countedKeys, "layer" as const].filter((key) => form[key] !== undefined))
    reportError(
      reading,
      `${address}.${key}`,
      `${key} says nothing of a chain: its population says of whom, and its outcomes are those of a year.`,
      "Leave it out. When they come and go is said with lag, ramp, until, byYear and dropOff; what is not fiscal stands in the chain as economic, social or transfer.",
      "key",
    );
};

const closeKeys = [...moneyKeys, "lag", "ramp", "until", "halfLife", "byYear", "deadweight"] as const;

const checkCloseKeys = (form: EffectForm, address: string, reading: ScenarioReading): void => {
  for (const key of closeKeys.filter((key) => form[key] !== undefined))
    reportError(
      reading,
      `${address}.${key}`,
      `${key} says nothing of a close: a step is shut for good, as soon as a year's peak leaves it free.`,
      "Leave it out. How long it takes is the notice of the service; when it may begin, the start of the intervention.",
      "key",
    );
};
