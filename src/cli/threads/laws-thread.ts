import { parentPort, workerData } from "node:worker_threads";
import { takenMatrices } from "./law-matrices.js";

// A thread of the matrix of laws: it takes families as long as there are any, and sends their rows.
for (const matrix of takenMatrices(workerData)) parentPort?.postMessage(matrix);
