/**
 * Allocates `many` people to groups in proportion to group size × odds, at most the size of each group. The excess of a
 * full group is allocated again among the others. Writes `taken` and returns the number allocated. That is less than
 * `many` if every group with odds above 0 is full.
 * `there` is the size of each group in people. `odds` is the relative chance of one person of each group, 0 or more.
 */
export const allocateByOdds = (taken: Float64Array, there: Float64Array, odds: Float64Array, many: number): number => {
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

/** Takes `many` people, the last group first. Writes `taken` per group and returns the number taken. */
export const takeFromTheTop = (taken: Float64Array, there: Float64Array, many: number): number => {
  let rest = many;
  for (let group = there.length - 1; group >= 0; group--) {
    taken[group] = Math.min(rest, there[group]);
    rest -= taken[group];
  }
  return many - rest;
};
