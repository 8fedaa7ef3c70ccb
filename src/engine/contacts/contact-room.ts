import type { Room } from "../../base/columns/room.js";
import { buildRoom } from "../../base/columns/wasm-room.js";
import type { Scenario } from "../../scenario/scenario.js";
import { isDiscountedByCycle } from "../book/yearly-cube.js";

/** Room for the contacts served of some services in a cycle, and for their sums by year. */
export const contactRoom = (scenario: Scenario, services: number, width: number): Room => {
  const sums = (isDiscountedByCycle(scenario) ? 2 : 1) * scenario.time.years;
  return buildRoom({ columns: services * (1 + sums), width });
};
