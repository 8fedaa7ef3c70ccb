/** A percentage, such as 32%. */
export const percentPattern = /^[+-]?\d+(\.\d+)?\s*%$/;

/** The share or number a text such as `32%` stands for; undefined where it is not a percentage. */
export const percentage = (text: string): number | undefined =>
  percentPattern.test(text.trim()) ? Number(text.trim().slice(0, -1)) / 100 : undefined;
