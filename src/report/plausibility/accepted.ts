import { listed, type Problem } from "../../base/problems/problem.js";
import type { Scenario } from "../../scenario/scenario.js";

/** What the author of a scenario accepts, and why. */
export interface Accepted {
  readonly address: string;
  /** The kind of what is accepted, as `accept` names it. */
  readonly code: string;
  readonly what: string;
  readonly because: string;
}

type Warning = Partial<Pick<Problem, "severity" | "code">> & Pick<Problem, "address">;

const kindsAt = (address: string, found: readonly Warning[]): readonly string[] => [
  ...new Set(found.filter((each) => each.address === address).map(({ code = "" }) => code)),
];

/** Why a warning among those found is accepted: its kind is named, or it is the only kind at its address. */
const reasonFor = ({ severity, code = "", address }: Warning, { accept }: Scenario, found: readonly Warning[]) => {
  if (severity === "error" || !Object.hasOwn(accept, address)) return undefined;
  const reason = accept[address];
  if (typeof reason === "object") return Object.hasOwn(reason, code) ? reason[code] : undefined;
  return kindsAt(address, found).length > 1 ? undefined : reason;
};

/** True if the author of a scenario accepts a warning; `found` are all warnings, by default the warnings of reading. */
export const isAcceptedIn =
  (scenario: Scenario, found: readonly Warning[] = scenario.warnings) =>
  (warning: Warning): boolean =>
    reasonFor(warning, scenario, found) !== undefined;

/** All that an author accepts. */
export const acceptedIn = (scenario: Scenario, found: readonly (Warning & { readonly what: string })[]) =>
  found.flatMap((warning): readonly Accepted[] => {
    const { address, code = "", what } = warning;
    const because = reasonFor(warning, scenario, found);
    return because === undefined ? [] : [{ address, code, what, because }];
  });

/** Acceptances that fit nothing, and those that do not say which of several kinds they are of. */
export const acceptancesOfNothing = ({ accept }: Scenario, found: readonly Warning[]): readonly Problem[] =>
  Object.entries(accept).flatMap(([address, reason]): readonly Problem[] => {
    const kinds = kindsAt(address, found);
    const warn = (what: string, mend: string): Problem => ({
      severity: "warning",
      code: "accept",
      address: `accept.${address}`,
      what,
      mend,
    });
    const takeOut = "Take this out, or write the address that check prints.";
    if (kinds.length === 0) return [warn(`Nothing at ${address} looks wrong, so there is nothing to accept.`, takeOut)];
    const unknown = typeof reason === "string" ? [] : Object.keys(reason).filter((kind) => !kinds.includes(kind));
    if (unknown.length > 0)
      return [warn(`Nothing at ${address} is ${listed(unknown, "or")}.`, `There is ${listed(kinds)}.`)];
    if (typeof reason !== "string" || kinds.length === 1) return [];
    const each = kinds.map((kind) => `${kind}: …`).join(", ");
    return [
      warn(
        `${kinds.length} kinds of doubt stand at ${address}, and one reason does not say which it is of.`,
        `Write the reason of each that is right: { ${each} }.`,
      ),
    ];
  });
