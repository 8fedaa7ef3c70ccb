import { scenarioForm } from "../scenario.js";

/** A form of zod, and the parts of it that lead to the forms within. */
interface Form {
  readonly _zod: { readonly def: object };
}

interface Parts {
  readonly shape?: Readonly<Record<string, Form>>;
  readonly valueType?: Form;
  readonly element?: Form;
  readonly options?: readonly Form[];
  readonly innerType?: Form;
  readonly in?: Form;
  readonly getter?: () => Form;
}

/** A form without what may be left out of it, and the members of a union: what each leads to. */
const partsOf = (form: Form): readonly Parts[] => {
  const parts: Parts = form._zod.def;
  const within = parts.options ?? parts.innerType ?? parts.in ?? parts.getter?.();
  return within === undefined ? [parts] : [within].flat().flatMap(partsOf);
};

/**
 * The first and the last step of a path in a scenario that are keys of its form, and not names of the author. It reads
 * the form itself: the JSON Schema of it takes as long to make as a small scenario takes to run.
 */
export const formKeysOn = (path: readonly string[]): readonly string[] => {
  const keys: string[] = [];
  let here = partsOf(scenarioForm);
  for (const step of path) {
    const own = here.flatMap(({ shape = {} }) => (Object.hasOwn(shape, step) ? shape[step] : []));
    if (own.length > 0) keys.push(step);
    here = [...own, ...here.flatMap(({ element, valueType }) => element ?? valueType ?? [])].flatMap(partsOf);
  }
  return [...new Set([keys.at(0), keys.at(-1)])].filter((key) => key !== undefined);
};
