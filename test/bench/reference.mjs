const weeks = 52;
const years = 5;
const weeksLater = 2; // from a hip fracture to council care
const toPricesOf2024 = { 2008: 100 / 66.89, 2009: 100 / 68.217, 2011: 100 / 70.834, 2013: 100 / 73.4795 };

/** A normal number (Box and Muller 1958). */
const normal = () => Math.sqrt(-2 * Math.log(1 - Math.random())) * Math.cos(2 * Math.PI * Math.random());

const asShare = { to: (p) => Math.log(p / (1 - p)), from: (x) => 1 / (1 + Math.exp(-x)) };
const asRatio = { to: Math.log, from: Math.exp };

/** A column of draws of a two-piece range. */
const drawn = (draws, { to, from }, value, low, high) => {
  const column = new Float64Array(draws);
  const [centre, down, up] = [to(value), to(value) - to(low), to(high) - to(value)];
  for (let draw = 0; draw < draws; draw++) {
    const z = normal() / 1.959964;
    column[draw] = from(centre + z * (z < 0 ? down : up));
  }
  return column;
};

const summary = (net) => {
  const ascending = Float64Array.from(net).sort();
  let sum = 0;
  for (const pounds of net) sum += pounds;
  const at = (share) => ascending[Math.round(share * (net.length - 1))];
  return { mean: sum / net.length, p5: at(0.05), p95: at(0.95) };
};

/**
 * The gritting example, written by hand: typed columns, plain loops, one pass per week. It reads no scenario, has no
 * checks, and computes only the net of each agency. The engine is compared with it.
 */
export const gritting = (winters, draws) => {
  const share = (...range) => drawn(draws, asShare, ...range);
  const ratio = (...range) => drawn(draws, asRatio, ...range);
  const coldTail = ratio(3.45, 1, 4.5);
  const network = share(0.15, 0.05, 0.4);
  const effect = share(0.4, 0.2, 0.6);
  const perFall = [null, ratio(7, 3, 12), share(0.6, 0.3, 0.9), ratio(0.08, 0.03, 0.2)];
  const cashable = [share(0.15, 0.05, 0.3), share(0.15, 0.05, 0.3), share(0.1, 0.02, 0.3), share(0.8, 0.5, 0.95)];
  const costs = [
    2615 * toPricesOf2024[2009],
    95 * toPricesOf2024[2011],
    231 * toPricesOf2024[2013],
    2700 * toPricesOf2024[2008],
  ];
  const column = () => new Float64Array(draws);
  const served = [0, 1].map(() => Array.from({ length: 4 }, () => Array.from({ length: years }, column)));
  const underWay = [0, 1].map(() => Array.from({ length: weeksLater }, column));
  const picks = Array.from({ length: years }, () => column().map(() => Math.floor(Math.random() * winters.length)));

  for (const arm of [0, 1])
    for (let year = 0; year < years; year++) {
      const [falls, attendances, callOuts, packages] = served[arm].map((service) => service[year]);
      for (let week = 0; week < weeks; week++) {
        const late = underWay[arm][(year * weeks + week) % weeksLater];
        for (let draw = 0; draw < draws; draw++) {
          const degrees = winters[picks[year][draw]][week];
          const rate = Math.exp(0.456 - 0.463 * degrees) * (degrees < 1 ? coldTail[draw] : 1);
          const admissions = 2.2 * rate * (arm === 0 ? 1 : 1 - network[draw] * effect[draw]);
          falls[draw] += admissions;
          attendances[draw] += admissions * perFall[1][draw];
          callOuts[draw] += admissions * perFall[2][draw];
          packages[draw] += late[draw];
          late[draw] = admissions * perFall[3][draw];
        }
      }
    }

  const agencies = [[0, 1], [2], [3]].map((services) => {
    const net = column();
    const cash = column();
    for (const service of services)
      for (let year = 0; year < years; year++) {
        const present = costs[service] / 1.035 ** year;
        const [before, after] = [served[0][service][year], served[1][service][year]];
        for (let draw = 0; draw < draws; draw++) {
          const avoided = present * (before[draw] - after[draw]);
          net[draw] += avoided;
          cash[draw] += cashable[service][draw] * avoided;
        }
      }
    return { net, cash };
  });
  for (let year = 0; year < years; year++)
    for (let draw = 0; draw < draws; draw++) agencies[0].net[draw] -= 20000 / 1.035 ** year;
  return agencies.map(({ net, cash }) => ({ net: summary(net), cash: summary(cash) }));
};
