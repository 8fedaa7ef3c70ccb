/** What makes a notebook of Deno, a console of Node and a text show an object as a line, not as all that is in it. */
export const displayOf = (line: () => string): PropertyDescriptorMap => ({
  [Symbol.for("Jupyter.display")]: { value: () => ({ "text/plain": line() }) },
  [Symbol.for("nodejs.util.inspect.custom")]: { value: line },
  toString: { value: line },
});

/** An object shown as a line. The methods for it are not among its keys, so that copies and JSON are without them. */
export const shownAsLine = <Shown extends object>(shown: Shown, line: (shown: Shown) => string): Shown =>
  Object.defineProperties(
    shown,
    displayOf(() => line(shown)),
  );
