import { isPair, type Node, visit } from "yaml";
import { addressOf } from "./nodes.js";
import type { Refusal } from "./parse.js";

/** A number that may be read as another than is meant: where it is, and what to write. */
interface Dotted extends Refusal {
  readonly offset: number;
  readonly address: string;
}

/**
 * The numbers written as `2.000` or `12.500`, which are 2 and 12.5: nobody needs a last zero behind a point. And those
 * with another base than ten: `0x96` is 150.
 */
export const oddNumbers = (contents: Node | null, scenario: string): readonly Dotted[] => {
  const found: Dotted[] = [];
  visit(contents, {
    Scalar: (_, node, path) => {
      const pair = path.at(-1);
      const { source: text = "", value } = node;
      const isDotted = /^[+-]?[1-9]\d{0,2}\.\d\d0$/.test(text);
      if (node.type !== "PLAIN" || typeof value !== "number" || !(isDotted || /^0[xo]/.test(text))) return;
      // A number that a comma cuts, as 1.500,00, is a problem of its own.
      const isCut = /^,\d/.test(scenario.slice(node.range?.[1]));
      if (isCut || (isPair(pair) && pair.value !== node)) return;
      found.push({
        offset: node.range?.[0] ?? 0,
        address: addressOf(path),
        what: `${text} is read as ${value}.`,
        mend: isDotted
          ? `If the point is between thousands, write ${text.replace(".", "")}; else write ${value}.`
          : `Write ${value}, or the number that is meant.`,
      });
    },
  });
  return found;
};
