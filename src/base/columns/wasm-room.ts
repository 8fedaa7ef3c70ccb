import { columnsSideBySide, distanceOf } from "./kernels.js";
import { queueColumns } from "./queue-loop.js";
import { plainRoom, type Room, type RoomSize, type SumGroup } from "./room.js";
import { type WasmKernels, wasmKernels } from "./wasm.js";

/** Builds a room, in WebAssembly if that is allowed and pays. Both kinds give the same bits. */
export const buildRoom = (size: RoomSize): Room =>
  (size.width < leastForWasm ? undefined : wasmRoom(size)) ?? plainRoom(size);

/** Below this many draws a memory of its own costs more than it saves. */
const leastForWasm = 64;

/** A room in the memory of WebAssembly, two draws at a time. Undefined where that is refused. */
export const wasmRoom = ({ columns, width, sums: expected = [] }: RoomSize): Room | undefined => {
  const distance = distanceOf(width);
  // The table of sums comes first. Its numbers have 4 bytes, those of columns 8. Two draws begin at a multiple of 16.
  const begin = 2 * Math.ceil(expected.reduce((length, group) => length + tableLength(group), 0) / 4);
  // One more column is for sums that go out of the room.
  const kernels = wasmKernels(8 * (begin + (columns + 1) * distance));
  if (!kernels) return undefined;
  const { memory, takeSums, addScaled, addBoth, mixInto, raiseTo, stepQueue } = kernels;
  const bytes = 8 * width;
  const sum = new Float64Array(memory, 8 * begin, width);
  let next = begin + distance;
  return {
    columns: (count) => {
      const from = next;
      next += count * distance;
      return columnsSideBySide(count, width, memory, from);
    },
    sums: (groups, { as, bs, outs }) => {
      const addresses = ({ whole }: { readonly whole: Float64Array }, places: readonly number[]): readonly number[] =>
        places.map((place) => whole.byteOffset + 8 * place * distance);
      const table = groups.flatMap((group) => [
        ...[group.outs.length, group.as.length],
        ...[...addresses(outs, group.outs), ...addresses(as, group.as), ...addresses(bs, group.bs.flat())],
      ]);
      new Uint32Array(memory, 0, 2 * begin).set(table);
      return () => takeSums(0, groups.length, bytes);
    },
    sum: (out, scale, columns) => {
      const addresses = columns.map(({ byteOffset }) => byteOffset);
      return () => {
        sum.fill(0);
        addAll(kernels, sum.byteOffset, scale, addresses, bytes);
        out.set(sum);
      };
    },
    moveShare: (to, from, share) => kernels.moveShare(to.byteOffset, from.byteOffset, share.byteOffset, bytes),
    addTo: (out, a) => addScaled(out.byteOffset, 1, a.byteOffset, out.byteLength),
    addBoth: (plain, scaled, scale, a) =>
      addBoth(plain.byteOffset, scaled.byteOffset, scale, a.byteOffset, plain.byteLength),
    raiseTo: (out, a) => raiseTo(out.byteOffset, a.byteOffset, out.byteLength),
    multiply: (out, a, b, size, side, divisor) =>
      kernels.multiply(out.byteOffset, a.byteOffset, b.byteOffset, size, 8 * side, divisor),
    queue:
      ({ [queueColumns[0]]: { byteOffset } }, isRanked) =>
      () =>
        stepQueue(byteOffset, 8 * distance, isRanked, bytes),
    mixInto: (out, a, b, share) => mixInto(out.byteOffset, a.byteOffset, b.byteOffset, share, out.byteLength),
  };
};

/** out += scale · each column, all at addresses: four in a pass. */
const addAll = (kernels: WasmKernels, out: number, scale: number, as: readonly number[], bytes: number): void => {
  const { addScaled, addFourScaled } = kernels;
  let at = 0;
  for (; at + 3 < as.length; at += 4) addFourScaled(out, scale, as[at], as[at + 1], as[at + 2], as[at + 3], bytes);
  for (; at < as.length; at++) addScaled(out, scale, as[at], bytes);
};

/** The counts of a group's sums and products, and the addresses of all columns. */
const tableLength = ({ outs, as }: SumGroup): number => 2 + outs.length + as.length * (1 + outs.length);
