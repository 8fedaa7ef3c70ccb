// One cycle of a queue, in the order of base/columns/queue-loop.ts.

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
