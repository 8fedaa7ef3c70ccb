import { isScalar, type Node, visit } from "yaml";
import { addressOf } from "./nodes.js";

/** A number whose point may be meant to part the thousands: where it is, what is read, and what may be meant. */
export interface PointedNumber {
  readonly node: Node;
  readonly address: string;
  readonly what: string;
  readonly mend: string;
}

const pointed = /^-?[1-9]\d{0,2}\.000$/;

/** The numbers written as `2.000`, which is 2: nobody needs three zeros behind a point. */
export const pointedThousands = (contents: Node | null): readonly PointedNumber[] => {
  const found: PointedNumber[] = [];
  visit(contents, {
    Scalar: (key, node, path) => {
      const { source = "", value } = node;
      if (key === "key" || !isScalar(node) || typeof value !== "number" || !pointed.test(source)) return;
      const what = `${source} is read as ${value}.`;
      const mend = `For ${value} thousand write ${source.replace(".", "")}; for ${value} write ${value}.`;
      found.push({ node, address: addressOf(path), what, mend });
    },
  });
  return found;
};
