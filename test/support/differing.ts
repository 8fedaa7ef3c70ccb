/** A type with all its keys read-only, and without keys that are always absent. */
export type Frozen<Value> = Value extends readonly (infer Item)[]
  ? readonly Frozen<Item>[]
  : Value extends object
    ? { readonly [Key in keyof Value as [Value[Key]] extends [undefined] ? never : Key]: Frozen<Value[Key]> }
    : Value;

/** True if two types have the same keys, all the way down, and each can stand for the other. */
type Same<A, B> = (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2 ? true : false;

/** The keys at which two types differ, as paths; never if they are the same. It looks into maps, not into unions. */
export type Differing<A, B, Path extends string = "scenario"> =
  Same<A, B> extends true
    ? never
    : [A, B] extends [object, object]
      ? IsUnion<A> extends true
        ? Path
        :
            | { [Key in keyof A & keyof B & string]: Differing<A[Key], B[Key], `${Path}.${Key}`> }[keyof A &
                keyof B &
                string]
            | `${Path}.${Exclude<keyof A | keyof B, keyof A & keyof B> & string}`
      : Path;
type IsUnion<Value, Whole = Value> = Value extends Whole ? ([Whole] extends [Value] ? false : true) : never;
