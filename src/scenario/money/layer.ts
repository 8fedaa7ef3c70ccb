/** The layers of money: public budgets, the economy, people's lives, and transfers from one body to another. */
export const layers = ["fiscal", "economic", "social", "transfer"] as const;

/**
 * The layer of money. The financial case counts fiscal money alone.
 * Public value counts fiscal, economic and social money, less transfers.
 */
export type Layer = (typeof layers)[number];
