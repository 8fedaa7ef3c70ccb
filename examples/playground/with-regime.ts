import type { RuleListed } from "./rule-messages.js";

/** Who pays whom, and for what: what stands beside a pay rule. Other rules need nothing beside them. */
export type RuleTerms = Readonly<Partial<Record<"from" | "to" | "counts", string>>>;

/**
 * A text with a regime more, which has one funding rule, and the name of that regime. A regime that was tried before
 * under the name stays, and the new one has a number.
 */
export const withRegime = (
  text: string,
  { family, written }: Pick<RuleListed, "family" | "written">,
  terms: RuleTerms = {},
): { readonly text: string; readonly name: string } => {
  const beside = Object.entries(terms).map(([key, value]) => `, ${key}: ${value}`);
  const rule = `${family}: ${written.replace(/ ?\}$/, `${beside.join("")} }`)}`;
  const first = `try-${/\w+/.exec(written)?.[0]}`;
  for (let number = 1; ; number++) {
    const name = number === 1 ? first : `${first}-${number}`;
    const entry = `${name}: { decides: each, ${rule} }`;
    if (text.includes(entry)) return { text, name };
    if (!text.includes(`${name}:`)) return { text: withEntry(text, entry), name };
  }
};

/** The agencies of the worlds in which laws are tried. */
const ofWorlds = ["council", "hospital"];

/** A rule as a scenario with some agencies writes it: they stand for those of the worlds that it does not have. */
export const withAgencies = (written: string, agencies: readonly string[]): string => {
  const free = agencies.filter((agency) => !ofWorlds.includes(agency));
  const missing = ofWorlds.filter((agency) => !agencies.includes(agency));
  return missing.reduce((text, name, at) => text.replaceAll(`"${name}"`, `"${free[at] ?? name}"`), written);
};

/** A text with one more entry under `regimes`. */
const withEntry = (text: string, entry: string): string => {
  const lines = text.split("\n");
  const at = lines.findIndex((line) => /^regimes:/.test(line));
  if (at < 0) return `${text.trimEnd()}\n\nregimes:\n  ${entry}\n`;
  if (/^regimes:\s*\{/.test(lines[at])) lines[at] = lines[at].replace("{", `{ ${entry}, `);
  else {
    const next = lines.slice(at + 1).find((line) => /^\s+[^\s#]/.test(line));
    lines.splice(at + 1, 0, `${/^\s+/.exec(next ?? "")?.[0] ?? "  "}${entry}`);
  }
  return lines.join("\n");
};
