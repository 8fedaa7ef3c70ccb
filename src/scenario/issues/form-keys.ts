import { scenarioForm } from "../scenario.js";

/** A form, and the parts of it that this file reads. */
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

const partsOf = (form: Form): Parts => form._zod.def;

/** The members of a union, and what is within a form that may be left out. */
const membersOf = (form: Form): readonly Form[] => {
  const { options, innerType, in: written, getter } = partsOf(form);
  const within = options ?? innerType ?? written ?? getter?.();
  return within === undefined ? [form] : [within].flat().flatMap(membersOf);
};

const childOf = (form: Form, step: string): Form | undefined => {
  const { shape = {}, element, valueType } = partsOf(form);
  return Object.hasOwn(shape, step) ? shape[step] : (element ?? valueType);
};

/**
 * The first and the last step of a path in a scenario that are keys of its form, and not names of the author. It reads
 * the form itself: the JSON Schema of it takes as long to make as a small scenario takes to run.
 */
export const formKeysOn = (path: readonly string[]): readonly string[] => {
  let forms = membersOf(scenarioForm);
  const keys: string[] = [];
  for (const step of path) {
    if (forms.some((form) => Object.hasOwn(partsOf(form).shape ?? {}, step))) keys.push(step);
    forms = forms.flatMap((form) => childOf(form, step) ?? []).flatMap(membersOf);
  }
  return [...new Set([keys.at(0), keys.at(-1)])].filter((key) => key !== undefined);
};
