/**
 * A function whose result is kept beside the first thing it was asked of, for as long as that thing is there. All else
 * that it is asked of must be the same each time for that thing.
 */
export const kept = <Thing extends object, Others extends readonly unknown[], Result>(
  compute: (of: Thing, ...others: Others) => Result,
): ((of: Thing, ...others: Others) => Result) => {
  const results = new WeakMap<Thing, Result>();
  return (of, ...others) => {
    const before = results.get(of);
    if (before !== undefined) return before;
    const result = compute(of, ...others);
    results.set(of, result);
    return result;
  };
};
