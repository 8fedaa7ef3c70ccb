import { isPair, type Node, visit } from "yaml";
import { addressOf } from "./nodes.js";
import type { Refusal } from "./parse.js";

/** A number whose dot may stand between thousands: where it is, and what to write. */
interface Dotted extends Refusal {
  readonly offset: number;
  readonly address: string;
}

/**
 * Numbers written with one dot and three digits behind it, such as `2.000`: two, where a reader may mean two thousand.
 * Another number of decimals is never taken for thousands, so the mend for the number as it is read is one digit.
 */
export const dottedThousands = (contents: Node | null): readonly Dotted[] => {
  const found: Dotted[] = [];
  visit(contents, {
    Scalar: (_, node, path) => {
      const pair = path.at(-1);
      const text = node.source ?? "";
      if (node.type !== "PLAIN" || !/^[+-]?[1-9]\d{0,2}\.\d{3}$/.test(text) || typeof node.value !== "number") return;
      if (isPair(pair) && pair.value !== node) return;
      const short = String(node.value);
      const asRead = /^[+-]?\d+(\.\d{1,2})?$/.test(short) ? short : `${text}0`;
      found.push({
        offset: node.range?.[0] ?? 0,
        address: addressOf(path),
        what: `${text} is read as ${short}, with a decimal point.`,
        mend: `If the dot stands between thousands, write ${text.replace(".", "")}; if not, write ${asRead}.`,
      });
    },
  });
  return found;
};
