const small =
  "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen " +
  "eighteen nineteen";
const tens = "twenty thirty forty fifty sixty seventy eighty ninety";
const ones = small.split(" ").map((word, number) => [word, number] as const);

/** The numbers from 0 to 99 by their words, with a hyphen between two. */
const numbers = new Map([
  ...ones,
  ...tens.split(" ").flatMap((ten, place) => {
    const number = 10 * (place + 2);
    return [
      [ten, number] as const,
      ...ones.slice(1, 10).map(([one, more]) => [`${ten}-${one}`, number + more] as const),
    ];
  }),
]);

/** The number below a hundred that a text names: 11 of `eleven`, 25 of `twenty five`. Undefined if it names none. */
export const numberNamed = (text: string): number | undefined => numbers.get(text.toLowerCase().replace(" ", "-"));
