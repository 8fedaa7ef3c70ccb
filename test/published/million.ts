/** £1m, in pence. */
export const million = 1_000_000_00;
