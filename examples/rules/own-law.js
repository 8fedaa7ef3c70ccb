// A law of one's own: data as ours are. The partners have agreed that whoever bears at least half of the cost is to have at least a quarter of what is
// gained. Does sharing by benefit keep that?   who-saves check examples/rules/own-law.js
import { costOf, deals, penceText, surplusOf } from "who-saves/laws";

const leader = (deal) => deal.findIndex(({ pays }) => 2 * pays >= costOf(deal));

const leadersGain = {
  id: "who-leads-gains",
  says: "Whoever bears at least half of the cost has at least a quarter of the gain.",
  worlds: deals,
  when: (deal) => leader(deal) >= 0,
  broken(rule, deal) {
    const place = leader(deal);
    const [has, quarter] = [rule(deal)[place], surplusOf(deal) / 4];
    if (has >= quarter - deal.length) return undefined;
    return `The ${deal[place].agency} bears ${penceText(deal[place].pays)} and ends with ${penceText(has)}, where a quarter of the gain is ${penceText(quarter)}.`;
  },
};

export { rule } from "./good.js";

export const laws = [leadersGain];
