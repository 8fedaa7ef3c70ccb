// Sums of products, with the additions in the same order as in base/columns/sums-of-products.ts.

/**
 * Takes sums of products. The table at address `table` has one entry per group of sums over the same columns a: how
 * many sums, how many products in each, the addresses of the sums' columns, of the columns a, and of each sum's
 * columns b.
 * A column has `bytes` bytes of numbers.
 */
export function takeSums(table: usize, groups: i32, bytes: usize): void {
  for (let group = 0; group < groups; group++) {
    const outs = table + 8;
    const as = outs + (load<usize>(table) << 2);
    const row = load<usize>(table, 4) << 2;
    let bs = as + row;
    let out = outs;
    for (; out + 4 < as; out += 8) {
      takeTwo(load<usize>(out), load<usize>(out, 4), as, bs, bs + row, row, bytes);
      bs += row << 1;
    }
    if (out < as) {
      takeOne(load<usize>(out), as, bs, row, bytes);
      bs += row;
    }
    table = bs;
  }
}

/** Takes two sums, four draws per pass: four products at a time, then two, then one. */
function takeTwo(one: usize, two: usize, as: usize, ps: usize, qs: usize, row: usize, bytes: usize): void {
  const fours = row & ~15;
  for (let at: usize = 0; at < bytes; at += 32) {
    let p0 = f64x2.splat(0);
    let p1 = p0;
    let q0 = p0;
    let q1 = p0;
    let k: usize = 0;
    while (k < row) {
      const end = k < fours ? k + 16 : k + 4 < row ? k + 8 : row;
      let a = load<usize>(as + k) + at;
      let p = load<usize>(ps + k) + at;
      let q = load<usize>(qs + k) + at;
      let a0 = v128.load(a);
      let a1 = v128.load(a, 16);
      let r0 = f64x2.mul(a0, v128.load(p));
      let r1 = f64x2.mul(a1, v128.load(p, 16));
      let s0 = f64x2.mul(a0, v128.load(q));
      let s1 = f64x2.mul(a1, v128.load(q, 16));
      for (k += 4; k < end; k += 4) {
        a = load<usize>(as + k) + at;
        p = load<usize>(ps + k) + at;
        q = load<usize>(qs + k) + at;
        a0 = v128.load(a);
        a1 = v128.load(a, 16);
        r0 = f64x2.add(r0, f64x2.mul(a0, v128.load(p)));
        r1 = f64x2.add(r1, f64x2.mul(a1, v128.load(p, 16)));
        s0 = f64x2.add(s0, f64x2.mul(a0, v128.load(q)));
        s1 = f64x2.add(s1, f64x2.mul(a1, v128.load(q, 16)));
      }
      p0 = f64x2.add(p0, r0);
      p1 = f64x2.add(p1, r1);
      q0 = f64x2.add(q0, s0);
      q1 = f64x2.add(q1, s1);
    }
    v128.store(one + at, p0);
    v128.store(one + at, p1, 16);
    v128.store(two + at, q0);
    v128.store(two + at, q1, 16);
  }
}

/** Takes one sum, in the same order. */
function takeOne(out: usize, as: usize, bs: usize, row: usize, bytes: usize): void {
  const fours = row & ~15;
  for (let at: usize = 0; at < bytes; at += 32) {
    let sum0 = f64x2.splat(0);
    let sum1 = sum0;
    let k: usize = 0;
    while (k < row) {
      const end = k < fours ? k + 16 : k + 4 < row ? k + 8 : row;
      let a = load<usize>(as + k) + at;
      let b = load<usize>(bs + k) + at;
      let r0 = f64x2.mul(v128.load(a), v128.load(b));
      let r1 = f64x2.mul(v128.load(a, 16), v128.load(b, 16));
      for (k += 4; k < end; k += 4) {
        a = load<usize>(as + k) + at;
        b = load<usize>(bs + k) + at;
        r0 = f64x2.add(r0, f64x2.mul(v128.load(a), v128.load(b)));
        r1 = f64x2.add(r1, f64x2.mul(v128.load(a, 16), v128.load(b, 16)));
      }
      sum0 = f64x2.add(sum0, r0);
      sum1 = f64x2.add(sum1, r1);
    }
    v128.store(out + at, sum0);
    v128.store(out + at, sum1, 16);
  }
}
