import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { exponentials } from "../../src/base/columns/matrix-exponential.js";
import { lawOf } from "../support/law.js";

type Matrix = readonly (readonly number[])[];

/** exp(A) and the mean of exp(A·s) for s from 0 to 1, as rows. */
const of = (rows: Matrix): { exponential: Matrix; mean: Matrix } => {
  const size = rows.length;
  const { side, matrix, exponential, mean, run } = exponentials(size);
  for (const [row, cells] of rows.entries()) matrix.set(cells, row * side);
  run();
  const rowsOf = (cells: Float64Array): Matrix => rows.map((_, row) => [...cells.slice(row * side, row * side + size)]);
  return { exponential: rowsOf(exponential), mean: rowsOf(mean) };
};

const times = (a: Matrix, b: Matrix): Matrix =>
  a.map((row) => b[0].map((_, column) => row.reduce((sum, factor, at) => sum + factor * b[at][column], 0)));
const scaled = (a: Matrix, by: number): Matrix => a.map((row) => row.map((cell) => cell * by));
const identity = (size: number): Matrix =>
  Array.from({ length: size }, (_, row) => Array.from({ length: size }, (_, column) => (row === column ? 1 : 0)));
const sumsOf = (a: Matrix): number[] => a.map((row) => row.reduce((sum, cell) => sum + cell, 0));

const expectNear = (found: Matrix, expected: Matrix, within: number): void => {
  for (const [row, cells] of expected.entries())
    for (const [column, cell] of cells.entries()) expect(Math.abs(found[row][column] - cell)).toBeLessThan(within);
};

/** exp(A) and its mean by their series, term by term: right for small matrices, and slow. */
const bySeries = (a: Matrix): { exponential: Matrix; mean: Matrix } => {
  let term = identity(a.length);
  let [exponential, mean] = [term, term];
  const plus = (one: Matrix, other: Matrix): Matrix =>
    one.map((row, at) => row.map((cell, to) => cell + other[at][to]));
  for (let power = 1; power < 120; power++) {
    term = scaled(times(term, a), 1 / power);
    exponential = plus(exponential, term);
    mean = plus(mean, scaled(term, 1 / (power + 1)));
  }
  return { exponential, mean };
};

const square = (cells: fc.Arbitrary<number>): fc.Arbitrary<Matrix> =>
  fc.integer({ min: 1, max: 5 }).chain((size) => {
    const row = fc.array(cells, { minLength: size, maxLength: size });
    return fc.array(row, { minLength: size, maxLength: size });
  });
const between = (min: number, max: number): fc.Arbitrary<number> => fc.double({ min, max, noNaN: true });

/** A matrix of rates: 0 or more beside the diagonal, and rows that sum to 0. */
const rates = square(fc.oneof(fc.constant(0), between(0, 2), between(0, 50))).map((rows) =>
  rows.map((row, at) => {
    const leaving = row.reduce((sum, rate, to) => (to === at ? sum : sum + rate), 0);
    return row.map((rate, to) => (to === at ? -leaving : rate));
  }),
);

describe("the exponential of a matrix", () => {
  test("of zeros is the identity, and so is its mean", () => {
    for (const size of [1, 2, 3, 7]) {
      const { exponential, mean } = of(scaled(identity(size), 0));
      expect([exponential, mean]).toEqual([identity(size), identity(size)]);
    }
  });

  test("of a nilpotent matrix is its short series, to the bit", () => {
    const { exponential, mean } = of([
      [0, 0.25, 0],
      [0, 0, 0.125],
      [0, 0, 0],
    ]);
    expect(exponential).toEqual([
      [1, 0.25, 0.015625],
      [0, 1, 0.125],
      [0, 0, 1],
    ]);
    expect(mean[0]).toEqual([1, 0.125, (0.25 * 0.125) / 6]);
  });

  test("of what is not a number, or too large to have digits, is not a number", () => {
    for (const rate of [Number.NaN, Number.POSITIVE_INFINITY, 1e10]) {
      const { exponential, mean } = of([
        [-rate, rate],
        [0, 0],
      ]);
      expect([...exponential, ...mean].flat().every(Number.isNaN)).toBe(true);
    }
  });

  test("is the same after one that was not a number", () => {
    const { side, matrix, exponential, run } = exponentials(3);
    const found = [1, Number.NaN, 1].map((rate) => {
      for (const [row, cells] of [
        [-rate, rate, 0],
        [0, -2, 2],
        [3, 0, -3],
      ].entries())
        matrix.set(cells, row * side);
      run();
      return [...exponential];
    });
    expect(found[2]).toEqual(found[0]);
  });

  test("holds its digits for rates of a million, where people are as they are in the long run", () => {
    const { exponential } = of([
      [-1e6, 1e6],
      [3e6, -3e6],
    ]);
    expectNear(
      exponential,
      [
        [0.75, 0.25],
        [0.75, 0.25],
      ],
      1e-8,
    );
  });

  lawOf(
    "of rates has rows that sum to 1, and no share below 0; so has its mean",
    rates,
    (matrix) => {
      const { exponential, mean } = of(matrix);
      for (const part of [exponential, mean]) {
        for (const sum of sumsOf(part)) expect(sum).toBeCloseTo(1, 12);
        for (const share of part.flat()) expect(share).toBeGreaterThanOrEqual(0);
      }
    },
    200,
  );

  lawOf(
    "times that of the negative is the identity",
    square(between(-1, 1)),
    (matrix) => {
      const [there, back] = [of(matrix).exponential, of(scaled(matrix, -1)).exponential];
      expectNear(times(there, back), identity(matrix.length), 1e-9);
    },
    200,
  );

  lawOf(
    "is I + A · mean",
    square(between(-3, 3)),
    (matrix) => {
      const { exponential, mean } = of(matrix);
      const size = Math.max(1, ...exponential.flat().map(Math.abs));
      const product = times(matrix, mean);
      const sum = product.map((row, at) => row.map((cell, to) => cell + (at === to ? 1 : 0)));
      expectNear(exponential, sum, 1e-12 * size);
    },
    200,
  );

  lawOf(
    "is the sum of its series, and so is the mean",
    square(between(-1, 1)),
    (matrix) => {
      const [found, series] = [of(matrix), bySeries(matrix)];
      expectNear(found.exponential, series.exponential, 1e-11);
      expectNear(found.mean, series.mean, 1e-11);
    },
    100,
  );

  lawOf(
    "of two states there and back is the closed form",
    fc.tuple(between(0.001, 40), between(0.001, 40)),
    ([out, back]) => {
      const both = out + back;
      const gone = Math.exp(-both);
      const lasting = -Math.expm1(-both) / both;
      const { exponential, mean } = of([
        [-out, out],
        [back, -back],
      ]);
      const closed = (left: number): Matrix => [
        [(back + out * left) / both, (out - out * left) / both],
        [(back - back * left) / both, (out + back * left) / both],
      ];
      expectNear(exponential, closed(gone), 1e-13);
      expectNear(mean, closed(lasting), 1e-13);
    },
    200,
  );

  lawOf(
    "of three states in a row is the closed form",
    fc.tuple(between(0.01, 5), between(5.5, 20)),
    ([first, second]) => {
      const { exponential } = of([
        [-first, first, 0],
        [0, -second, second],
        [0, 0, 0],
      ]);
      const middle = (first * (Math.exp(-first) - Math.exp(-second))) / (second - first);
      expectNear(exponential, [[Math.exp(-first), middle, 1 - Math.exp(-first) - middle]], 1e-13);
    },
    200,
  );
});
