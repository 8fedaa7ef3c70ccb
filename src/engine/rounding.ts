/** A difference above this, in pounds, counts as a difference. */
export const halfPenny = 0.005;

/** A sum below this, in pounds, is the rounding of floating-point numbers. */
export const leastPounds = 1e-6;

/** A difference below this share of the amounts is the rounding of floating-point numbers, too. */
export const roundingShare = 1e-11;
