/** The figures of the queue of a service. */
export const queueExpectations = ["waiting", "gaveUp", "turnedAway", "monthsWaited", "shareWithin"] as const;

/** True if an expected figure is one of the queue of a service. */
export const isOfQueue = (what: string): what is (typeof queueExpectations)[number] =>
  queueExpectations.some((figure) => figure === what);

/** The figures an expectation may be about. */
export const expectedFigures = [
  "gross",
  "avoided",
  "cash",
  "pays",
  "net",
  "netAvoided",
  "bcr",
  "bcrAvoided",
  "publicValue",
  "netPublicValue",
  "contacts",
  "cost",
  "outcome",
  "icer",
  ...queueExpectations,
] as const;

/** Where an expected figure comes from, in words for readers. */
export const expectedFrom = ["published", "second computation", "by hand"] as const;
