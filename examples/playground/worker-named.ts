/** The workers of the page: of runs at a move of a slider, of runs that take longer, of the laws, of workbooks. */
export type WorkerName = "quick" | "full" | "laws" | "workbook";

/** Starts a worker of the page, which knows by its name what it does. */
export const workerNamed = (name: WorkerName): Worker =>
  new Worker(new URL("./worker.ts", import.meta.url), { type: "module", name });
