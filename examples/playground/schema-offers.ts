/** The parts of a JSON Schema that offers are made of. */
export interface Schema {
  readonly $ref?: string;
  readonly description?: string;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly additionalProperties?: Schema | boolean;
  readonly items?: Schema;
  readonly enum?: readonly unknown[];
  readonly anyOf?: readonly Schema[];
  readonly oneOf?: readonly Schema[];
  readonly allOf?: readonly Schema[];
  readonly definitions?: Readonly<Record<string, Schema>>;
}

/** A key or a word that fits, with what it means. */
export interface SchemaOffer {
  readonly label: string;
  readonly info: string;
}

/** A schema with all forms that it may have: what it refers to, and each of its alternatives. */
const formsOf = (schema: Schema, root: Schema, depth = 0): readonly Schema[] => {
  if (depth > 8) return [];
  const { $ref, anyOf = [], oneOf = [], allOf = [] } = schema;
  const target = $ref === undefined ? undefined : root.definitions?.[$ref.replace("#/definitions/", "")];
  const inner = [...(target === undefined ? [] : [target]), ...anyOf, ...oneOf, ...allOf];
  return [schema, ...inner.flatMap((each) => formsOf(each, root, depth + 1))];
};

/** The forms of what is under a key. */
const under = (forms: readonly Schema[], key: string, root: Schema): readonly Schema[] =>
  forms.flatMap(({ properties, additionalProperties: any, items }) => {
    const inner = properties?.[key] ?? (typeof any === "object" ? any : items);
    return inner === undefined ? [] : formsOf(inner, root);
  });

const at = (root: Schema, path: readonly string[]): readonly Schema[] =>
  path.reduce((forms, key) => under(forms, key, root), formsOf(root, root));

const infoOf = (forms: readonly Schema[]): string => forms.find(({ description }) => description)?.description ?? "";

/** The keys that fit in the map at a path. */
export const keysAt = (root: Schema, path: readonly string[]): readonly SchemaOffer[] => {
  const forms = at(root, path);
  const keys = new Set(forms.flatMap(({ properties = {} }) => Object.keys(properties)));
  return [...keys].map((label) => ({ label, info: infoOf(under(forms, label, root)) }));
};

/** The words that fit as the value at a path. */
export const wordsAt = (root: Schema, path: readonly string[]): readonly SchemaOffer[] => {
  const forms = at(root, path);
  const words = new Set(forms.flatMap((form) => form.enum ?? []).map(String));
  return [...words].map((label) => ({ label, info: infoOf(forms) }));
};
