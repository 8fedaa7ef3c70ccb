import { expect, test } from "vitest";
import { formKeysOn } from "../../src/scenario/issues/form-keys.js";
import { keysAt, schemasAt } from "../../src/scenario/issues/schema-at.js";

/** The steps below a path: each key, the first of a list, and a name that an author might choose. */
const stepsAt = (path: readonly string[]): ReadonlySet<string> =>
  new Set(
    schemasAt(path).flatMap(({ properties = {}, items, additionalProperties }) => [
      ...Object.keys(properties),
      ...(items ? ["0"] : []),
      ...(typeof additionalProperties === "object" ? ["chosen"] : []),
    ]),
  );

/** Paths into a scenario, at most three steps long. */
const paths = (path: readonly string[] = []): readonly (readonly string[])[] =>
  path.length === 3 ? [path] : [path, ...[...stepsAt(path)].flatMap((step) => paths([...path, step]))];

test("the keys on a path by the form are those by its JSON Schema, beyond which there is none", () => {
  for (const path of paths()) {
    const keys = path.filter((key, depth) => keysAt(path.slice(0, depth)).includes(key));
    const ends = [...new Set([keys.at(0), keys.at(-1)])].filter((key) => key !== undefined);
    expect([formKeysOn(path), formKeysOn([...path, "no such key", "years"])]).toEqual([
      ends,
      expect.not.arrayContaining(["no such key"]),
    ]);
  }
});
