import { withThousands } from "../../base/problems/number-text.js";
import { plainValue } from "../../quantity/read.js";
import type { PayerAmount } from "../../scenario/money/amount.js";
import type { Scenario } from "../../scenario/scenario.js";
import type { Unit } from "../../scenario/unit.js";
import { statedPricesOf } from "./stated-prices.js";

/**
 * A product, or one factor of it: its value, as a spreadsheet reads it, and in words. The words of each factor start
 * with its number, so that the numbers that a reader sees multiply to the pounds.
 */
export interface Factor {
  readonly value: number;
  readonly formula: string;
  /** Empty if the words of a neighbour include it. */
  readonly words: string;
}

/** The product of factors. */
export const multiplied = (factors: readonly Factor[]): Factor => ({
  value: factors.reduce((product, { value }) => product * value, 1),
  formula: factors
    .map(({ formula }) => formula)
    .join("*")
    .replaceAll("*1/", "/"),
  words: factors.flatMap(({ words }) => (words === "" ? [] : [words])).join(" × "),
});

/** A product with the other sign: what an agency pays. */
export const less = ({ value, formula, words }: Factor): Factor => ({
  value: -value,
  formula: `-${formula}`,
  words: words.startsWith("−") ? words.slice(1) : `−${words}`,
});

/** Pounds that no product gives, with what they are. */
export const wholePounds = (pounds: number, what: string): Factor => ({
  value: pounds,
  formula: plain(pounds),
  words: `${exactPounds(pounds)} ${what}`,
});

/** Cash as what is left of an avoided cost after what stands idle and what serves others. */
export const cashLeft = (avoided: number, idle: number, filled: number): Factor => ({
  value: avoided - idle - filled,
  formula: [avoided, idle, filled].map((each) => (each < 0 ? `(${plain(each)})` : plain(each))).join("-"),
  words:
    `${exactPounds(avoided - idle - filled)} of cash ` +
    `(${exactPounds(avoided)} avoided − ${exactPounds(idle)} idle − ${exactPounds(filled)} that serves others)`,
});

/** The contacts that no longer happen, and those without and with the strategy. */
export const contactsAvoided = (without: number, others: number, { many }: Unit): Factor => {
  const value = without - others;
  const [each, ofWithout, ofOthers] = [value, without, others].map((number) => decimal(number, placesFor(value, 5)));
  return {
    value,
    formula: `(${plain(without)}-${plain(others)})`,
    words: `${each} ${many ?? "contacts"} avoided (${ofWithout} without − ${ofOthers} with)`,
  };
};

/** The pounds of each of something, and what the file says that it costs if that is in prices of another year. */
export const costOfEach = (
  pounds: number,
  amount: PayerAmount | undefined,
  scenario: Pick<Scenario, "sources" | "money">,
  what = "each",
): Factor => {
  const stated = (amount && plainValue(amount.pounds)) ?? 0;
  const isAsStated = amount && Math.abs(stated * amount.uprating - Math.abs(pounds)) <= 1e-6 * Math.abs(pounds);
  const isUprated = isAsStated && amount.uprating !== 1;
  const written = isUprated ? ` (${exactPounds(stated)} in ${statedPricesOf(scenario, amount.pounds)})` : "";
  return { value: pounds, formula: plain(pounds), words: `${exactPounds(pounds)} ${what}${written}` };
};

/** A share of something, and what it is a share of. */
export const shareThatIs = (share: number, what: string, formula = plain(share)): Factor => ({
  value: share,
  formula: share < 0 ? `(${formula})` : formula,
  words: `${decimal(share * 100, placesFor(share * 100, 6))}% ${what}`,
});

/** A number of something. */
export const numberOf = (value: number, what: string): Factor => ({
  value,
  formula: plain(value),
  words: `${decimal(value, placesFor(value, 6))} ${what}`,
});

/** A number in a formula: twelve digits are enough, and hide the rounding of binary sums. */
export const plain = (value: number): string => String(Number(value.toPrecision(12)));

/** Pounds to the penny; below £10 to five digits. */
const exactPounds = (pounds: number): string => {
  const text = decimal(pounds, Math.abs(pounds) >= 10 ? 2 : placesFor(pounds, 5)).replace(/(\.\d)$/, "$10");
  return text.startsWith("−") ? `−£${text.slice(1)}` : `£${text}`;
};

/** The decimals that give a number so many digits. */
const placesFor = (value: number, digits: number): number =>
  value === 0 ? 0 : Math.min(12, Math.max(0, digits - 1 - Math.floor(Math.log10(Math.abs(value)))));

/** A number with so many decimals, without zeros at the end. */
const decimal = (value: number, places: number): string => {
  const [whole, decimals = ""] = Math.abs(value)
    .toFixed(places)
    .replace(/\.?0+$/, places === 0 ? "$&" : "")
    .split(".");
  return (value < 0 ? "−" : "") + withThousands(whole) + (decimals && `.${decimals}`);
};
