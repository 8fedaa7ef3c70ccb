// Loops over columns for WebAssembly, in AssemblyScript: two numbers at a time, with the additions in the same order as
// in src/base/columns/sums-of-products.ts and gamma-tries.ts, so that every bit is the same. This compiles it into
// src/base/columns/wasm-text.ts: npx vitest run --project code test/code/wasm.test.ts -u

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

/** out += scale · a, over `bytes` bytes of numbers. */
export function addScaled(out: usize, scale: f64, a: usize, bytes: usize): void {
  const factor = f64x2.splat(scale);
  for (let at: usize = 0; at < bytes; at += 16)
    v128.store(out + at, f64x2.add(v128.load(out + at), f64x2.mul(factor, v128.load(a + at))));
}

/** out += scale · a, then b, c and d, over `bytes` bytes of numbers. */
export function addFourScaled(out: usize, scale: f64, a: usize, b: usize, c: usize, d: usize, bytes: usize): void {
  const factor = f64x2.splat(scale);
  for (let at: usize = 0; at < bytes; at += 16) {
    let sum = f64x2.add(v128.load(out + at), f64x2.mul(factor, v128.load(a + at)));
    sum = f64x2.add(sum, f64x2.mul(factor, v128.load(b + at)));
    sum = f64x2.add(sum, f64x2.mul(factor, v128.load(c + at)));
    v128.store(out + at, f64x2.add(sum, f64x2.mul(factor, v128.load(d + at))));
  }
}

/** to += from · share and from −= from · share, over `bytes` bytes of numbers. */
export function moveShare(to: usize, from: usize, share: usize, bytes: usize): void {
  for (let at: usize = 0; at < bytes; at += 16) {
    const all = v128.load(from + at);
    const moving = f64x2.mul(all, v128.load(share + at));
    v128.store(to + at, f64x2.add(v128.load(to + at), moving));
    v128.store(from + at, f64x2.sub(all, moving));
  }
}

/** Divides `count` columns, `distance` bytes apart, by their sum, over `bytes` bytes of numbers. */
export function divideBySum(columns: usize, count: i32, distance: usize, bytes: usize): void {
  for (let at: usize = 0; at < bytes; at += 16) {
    let sum = v128.load(columns + at);
    let column = columns + at;
    for (let place = 1; place < count; place++) {
      column += distance;
      sum = f64x2.add(sum, v128.load(column));
    }
    column = columns + at;
    for (let place = 0; place < count; place++) {
      v128.store(column, f64x2.div(v128.load(column), sum));
      column += distance;
    }
  }
}

/** plain += a and scaled += scale · a, over `bytes` bytes of numbers. */
export function addBoth(plain: usize, scaled: usize, scale: f64, a: usize, bytes: usize): void {
  const factor = f64x2.splat(scale);
  for (let at: usize = 0; at < bytes; at += 16) {
    const each = v128.load(a + at);
    v128.store(plain + at, f64x2.add(v128.load(plain + at), each));
    v128.store(scaled + at, f64x2.add(v128.load(scaled + at), f64x2.mul(factor, each)));
  }
}

/** out = (1 − share) · a + share · b, over `bytes` bytes of numbers. */
export function mixInto(out: usize, a: usize, b: usize, share: f64, bytes: usize): void {
  const weight = f64x2.splat(share);
  const rest = f64x2.splat(1 - share);
  for (let at: usize = 0; at < bytes; at += 16)
    v128.store(out + at, f64x2.add(f64x2.mul(rest, v128.load(a + at)), f64x2.mul(weight, v128.load(b + at))));
}

/** out = the larger of out and a, over `bytes` bytes of numbers. */
export function raiseTo(out: usize, a: usize, bytes: usize): void {
  for (let at: usize = 0; at < bytes; at += 16)
    v128.store(out + at, f64x2.pmax(v128.load(out + at), v128.load(a + at)));
}

/** out = a · b / divisor, for square matrices of `size` rows that begin `row` bytes apart. */
export function multiply(out: usize, a: usize, b: usize, size: usize, row: usize, divisor: f64): void {
  const by = f64x2.splat(divisor);
  const bytes = size << 3;
  for (const end = a + row * size; a < end; a += row) {
    for (let column: usize = 0; column < bytes; column += 16) {
      let sum = f64x2.splat(0);
      let from = b + column;
      for (let at = a; at < a + bytes; at += 16) {
        const one = f64x2.mul(v128.load64_splat(at), v128.load(from));
        const other = f64x2.mul(v128.load64_splat(at, 8), v128.load(from + row));
        sum = f64x2.add(sum, f64x2.add(one, other));
        from += row << 1;
      }
      v128.store(out + column, f64x2.div(sum, by));
    }
    out += row;
  }
}

/** One cycle of a queue as in base/columns/queue-loop.ts. Its columns have `bytes` bytes, `distance` bytes apart. */
export function stepQueue(capacity: usize, distance: usize, isRanked: bool, bytes: usize): void {
  const closed = capacity + distance;
  const rationedShare = closed + distance;
  const divert = rationedShare + distance;
  const longest = divert + distance;
  const givingUp = longest + distance;
  const newest = givingUp + distance;
  const away = newest + distance;
  const rationed = away + distance;
  const room = rationed + distance;
  const served = room + distance;
  const arrivals = served + distance;
  const filled = arrivals + distance;
  const turnedAway = filled + distance;
  const gaveUp = turnedAway + distance;
  const waiting = gaveUp + distance;
  const zero = f64x2.splat(0);
  for (let at: usize = 0; at < bytes; at += 16) {
    const fitting = f64x2.pmax(f64x2.sub(v128.load(capacity + at), v128.load(closed + at)), zero);
    const arrived = v128.load(arrivals + at);
    const unpaid = f64x2.mul(v128.load(rationedShare + at), arrived);
    const come = f64x2.sub(arrived, unpaid);
    const waited = v128.load(waiting + at);
    const all = f64x2.add(waited, come);
    const first = f64x2.pmin(all, fitting);
    const newcomers = isRanked ? v128.load(newest + at) : f64x2.pmin(f64x2.sub(all, first), come);
    const diverted = f64x2.mul(v128.load(divert + at), newcomers);
    const over = f64x2.sub(f64x2.sub(f64x2.sub(all, diverted), first), v128.load(longest + at));
    const beyond = f64x2.pmax(over, zero);
    const refused = f64x2.add(diverted, f64x2.pmin(beyond, f64x2.sub(newcomers, diverted)));
    const unserved = f64x2.sub(f64x2.sub(all, refused), first);
    const gone = f64x2.mul(unserved, v128.load(givingUp + at));
    const left = f64x2.sub(unserved, gone);
    const withRationed = f64x2.add(unpaid, refused);
    v128.store(away + at, refused);
    v128.store(rationed + at, unpaid);
    v128.store(room + at, fitting);
    v128.store(served + at, first);
    v128.store(filled + at, f64x2.add(f64x2.add(withRationed, gone), f64x2.sub(left, waited)));
    v128.store(turnedAway + at, withRationed);
    v128.store(gaveUp + at, gone);
    v128.store(waiting + at, left);
  }
}

/** Tries `draws` gammas as base/random/gamma-tries.ts does: writes the column, lists and counts those that failed. */
export function tryGammas(
  words: usize, edges: usize, column: usize, failed: usize, draws: i32, d: f64, c: f64, squeeze: f64,
): i32 {
  let s0 = load<i32>(words);
  let s1 = load<i32>(words, 4);
  let s2 = load<i32>(words, 8);
  let s3 = load<i32>(words, 12);
  let failures = 0;
  for (let draw = 0; draw < draws; draw++) {
    const word = rotl<i32>(s1 * 5, 7) * 9;
    let shifted = s1 << 9;
    s2 ^= s0;
    s3 ^= s1;
    s1 ^= s2;
    s0 ^= s3;
    s2 ^= shifted;
    s3 = rotl<i32>(s3, 11);
    const place = rotl<i32>(s1 * 5, 7) * 9;
    shifted = s1 << 9;
    s2 ^= s0;
    s3 ^= s1;
    s1 ^= s2;
    s0 ^= s3;
    s2 ^= shifted;
    s3 = rotl<i32>(s3, 11);
    const edge = edges + ((word & 127) << 3);
    const x = (<f64>place + 0.5) / 2147483648 * load<f64>(edge);
    const root = 1 + c * x;
    store<f64>(column + (draw << 3), d * (root * root * root));
    const chance = (<f64>(<u32>word >>> 7) + 0.5) / 33554432;
    // It is written for every draw, and kept for those that fail: a branch would be guessed wrong too often.
    const entry = failed + failures * 12;
    store<i32>(entry, draw);
    store<i32>(entry, word, 4);
    store<i32>(entry, place, 8);
    failures += i32(abs(x) >= load<f64>(edge, 8)) | i32(chance >= 1 - squeeze * (x * x * x * x));
  }
  store<i32>(words, s0);
  store<i32>(words, s1, 4);
  store<i32>(words, s2, 8);
  store<i32>(words, s3, 12);
  return failures;
}
