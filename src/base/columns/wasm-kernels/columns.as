// Loops over whole columns, two numbers at a time.

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
