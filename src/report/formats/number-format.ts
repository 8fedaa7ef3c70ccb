/**
 * How a spreadsheet shows a number that text prints as `text`: the same unit, sign and decimals, but never thousands or
 * millions. What is shown as zero has no minus, and `<1%` stays, because it is neither 0% nor 1%.
 */
export const numberFormat = (text: string): string => {
  if (/^[<>]/.test(text)) return `"${text}"`;
  const pounds = text.includes("£") ? "[$£-809]" : "";
  const whole = /^\d{4}/.test(text) ? "0" : "#,##0"; // a year has no comma
  const [, decimals = "", percent = ""] = /(?:(\.\d+))?(%?)$/.exec(text) ?? [];
  const plain = pounds + whole + decimals.replaceAll(/\d/g, "0") + percent;
  if (text.startsWith("+")) return `+${plain}`;
  return /[1-9]/.test(text) ? `${plain};-${plain}` : `${plain};${plain}`;
};
