/** A later time, and what the first coin thrown then shows. */
export interface Elsewhere {
  /** Hours from now. */
  readonly hours: number;
  /** The first random number, from 0 to below 1; undefined for a true one. */
  readonly coin: number | undefined;
}

const hourInMilliseconds = 3_600_000;

/**
 * Does some work at another time and with another first random number, so that a rule that reads the clock or throws
 * a coin shows it. The clock keeps ticking, and later random numbers are true ones: a rule that waits for either ends.
 */
export const elsewhere = <Result>({ hours, coin }: Elsewhere, work: () => Result): Result => {
  const [date, random] = [Date, Reflect.get(Math, "random")];
  const realNow: () => number = Reflect.get(date, "now");
  const now = (): number => realNow() + hours * hourInMilliseconds;
  let isFirst = coin !== undefined;
  Reflect.set(Math, "random", () => {
    if (!isFirst) return random();
    isFirst = false;
    return coin;
  });
  Reflect.set(
    globalThis,
    "Date",
    new Proxy(date, {
      construct: (target, given, maker) => Reflect.construct(target, given.length === 0 ? [now()] : given, maker),
      apply: () => dateText(now()),
      get: (target, key) => (key === "now" ? now : Reflect.get(target, key)),
    }),
  );
  try {
    return work();
  } finally {
    Reflect.set(globalThis, "Date", date);
    Reflect.set(Math, "random", random);
  }
};

const day = new Intl.DateTimeFormat("en-GB", { day: "numeric", month: "long", year: "numeric", timeZone: "UTC" });

/** A time in milliseconds as a day: `1 April 2027`. */
const dateText = (time: number): string => day.format(time);

/** The day some hours from now. */
export const dayText = (hours: number): string => {
  const now: () => number = Reflect.get(Date, "now");
  return dateText(now() + hours * hourInMilliseconds);
};
