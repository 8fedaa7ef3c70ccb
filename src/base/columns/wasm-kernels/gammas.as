// Gammas, with the same steps as base/random/gamma-tries.ts.

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
