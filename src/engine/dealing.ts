/**
 * Deals so many over groups in proportion to those in them times their odds, none beyond those it has; what is left over is dealt among the others.
 * Returns how many were dealt: fewer where nobody is left whose odds are not 0.
 */
export const deal = (taken: Float64Array, there: Float64Array, odds: Float64Array, many: number): number => {
  taken.fill(0);
  let rest = many;
  for (let round = 0; round < there.length && rest > 0; round++) {
    let open = 0;
    for (let group = 0; group < there.length; group++)
      if (taken[group] < there[group]) open += there[group] * odds[group];
    if (open === 0) break;
    const each = rest / open;
    rest = 0;
    for (let group = 0; group < there.length; group++) {
      if (taken[group] >= there[group]) continue;
      const wanted = taken[group] + each * there[group] * odds[group];
      taken[group] = Math.min(wanted, there[group]);
      rest += wanted - taken[group];
    }
  }
  return many - rest;
};

/** Takes so many, from the last group down; returns how many there were. */
export const takeFromTheTop = (taken: Float64Array, there: Float64Array, many: number): number => {
  let rest = many;
  for (let group = there.length - 1; group >= 0; group--) {
    taken[group] = Math.min(rest, there[group]);
    rest -= taken[group];
  }
  return many - rest;
};
