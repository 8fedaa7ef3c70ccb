import type { RuleListed } from "./rule-messages.js";

/** A text with a regime more, which has one funding rule, and the name of that regime. */
export const withRegime = (
  text: string,
  { family, written }: Pick<RuleListed, "family" | "written">,
): { readonly text: string; readonly name: string } => {
  const name = `try-${/\w+/.exec(written)?.[0]}`;
  const entry = `${name}: { decides: each, ${family}: ${written} }`;
  const lines = text.split("\n");
  const at = lines.findIndex((line) => /^regimes:/.test(line));
  if (text.includes(`${name}:`)) return { text, name };
  if (at < 0) return { text: `${text.trimEnd()}\n\nregimes:\n  ${entry}\n`, name };
  if (/^regimes:\s*\{/.test(lines[at])) lines[at] = lines[at].replace("{", `{ ${entry}, `);
  else {
    const next = lines.slice(at + 1).find((line) => /^\s+[^\s#]/.test(line));
    lines.splice(at + 1, 0, `${/^\s+/.exec(next ?? "")?.[0] ?? "  "}${entry}`);
  }
  return { text: lines.join("\n"), name };
};
