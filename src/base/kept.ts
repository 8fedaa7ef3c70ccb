/** A function whose result is kept beside each thing it was asked of, for as long as that thing is there. */
export const kept = <Thing extends object, Result>(compute: (of: Thing) => Result): ((of: Thing) => Result) => {
  const results = new WeakMap<Thing, Result>();
  return (of) => {
    const before = results.get(of);
    if (before !== undefined) return before;
    const result = compute(of);
    results.set(of, result);
    return result;
  };
};
