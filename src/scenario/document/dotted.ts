import { isPair, type Node, visit } from "yaml";
import { addressOf } from "./nodes.js";
import type { Refusal } from "./parse.js";

/** A number whose dot may stand between thousands: where it is, and what to write. */
interface Dotted extends Refusal {
  readonly offset: number;
  readonly address: string;
}

/** The numbers written as `2.000`, which is 2: nobody needs three zeros behind a point. */
export const dottedThousands = (contents: Node | null): readonly Dotted[] => {
  const found: Dotted[] = [];
  visit(contents, {
    Scalar: (_, node, path) => {
      const pair = path.at(-1);
      const { source: text = "", value } = node;
      if (node.type !== "PLAIN" || !/^[+-]?[1-9]\d{0,2}\.000$/.test(text) || typeof value !== "number") return;
      if (isPair(pair) && pair.value !== node) return;
      found.push({
        offset: node.range?.[0] ?? 0,
        address: addressOf(path),
        what: `${text} is read as ${value}.`,
        mend: `For ${value} thousand write ${text.replace(".", "")}; for ${value} write ${value}.`,
      });
    },
  });
  return found;
};
