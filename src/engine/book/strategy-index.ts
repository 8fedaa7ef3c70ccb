/** A strategy's position in the list of strategies of a run, from 0. Business as usual is −1. */
export type StrategyIndex = number;

/** The index of business as usual. */
export const businessAsUsual: StrategyIndex = -1;

/** The position of a strategy on an axis that starts with business as usual. */
export const withUsualFirst = (strategy: StrategyIndex): number => strategy + 1;
