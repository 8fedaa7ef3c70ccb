const scales: Readonly<Record<string, number>> = { k: 1e3, m: 1e6, bn: 1e9, thousand: 1e3, million: 1e6, billion: 1e9 };

/**
 * The number that a text means, as a scenario should write it: `£2,615` gives 2615, `1.2m` gives 1200000,
 * `15 per cent` gives 15%. Undefined if the text means no number, or is written correctly.
 */
export const numberMeant = (text: string): string | undefined => {
  if (text.length > 40 || Number.isFinite(Number(text))) return undefined;
  const [, digits, unit = ""] = /^[£$€]?\s*([+-]?\d[\d,_ ]*(?:\.\d+)?)\s*([a-z% ]*?)$/i.exec(text.trim()) ?? [];
  if (digits === undefined) return undefined;
  const number = Number(/^\d+,\d{1,2}$/.test(digits) ? digits.replace(",", ".") : digits.replaceAll(/[,_ ]/g, ""));
  if (!Number.isFinite(number)) return undefined;
  const word = unit.toLowerCase().replaceAll(" ", "");
  if (["percent", "pc", "%"].includes(word)) return `${number}%`;
  if (word === "") return String(number);
  return Object.hasOwn(scales, word) ? String(Number((number * scales[word]).toPrecision(12))) : undefined;
};
