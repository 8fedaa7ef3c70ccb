import type { Simulation } from "../../engine/simulate.js";
import { draws } from "../../results/draws.js";
import { yearsOf } from "../../results/sums/model-years.js";
import { figures } from "../../results/sums/sums.js";

/**
 * The draws of every figure as a table in Parquet: strategy, agency, model year from 1, figure, draw from 1, and pounds
 * of that year, undiscounted. The first draw has the number `first`. The library that writes it is loaded here only.
 */
export const drawsTable = async (simulation: Simulation, first: number): Promise<readonly Uint8Array[]> => {
  const { ByteWriter, ParquetWriter } = await import("hyparquet-writer");
  const { scenario, settings, drawn } = simulation;
  const run = { ...simulation, settings: { ...settings, draws: drawn.draws } };
  const writer = new ByteWriter();
  const column = (name: string, type: "INT32" | "DOUBLE") => ({ name, type, repetition_type: "REQUIRED" }) as const;
  const word = (name: string) =>
    ({ name, type: "BYTE_ARRAY", converted_type: "UTF8", repetition_type: "REQUIRED" }) as const;
  const table = new ParquetWriter({
    writer,
    schema: [
      { name: "root", num_children: 6 },
      ...[word("strategy"), word("agency"), column("year", "INT32")],
      ...[word("figure"), column("draw", "INT32"), column("pounds", "DOUBLE")],
    ],
  });
  const years = yearsOf(scenario);
  const rows = years.length * drawn.draws;
  const repeated = (value: string): readonly string[] => Array.from({ length: rows }, () => value);
  const yearOf = years.flatMap((year) => Array.from({ length: drawn.draws }, () => year));
  const drawOf = years.flatMap(() => Array.from({ length: drawn.draws }, (_, draw) => first + draw));
  for (const strategy of settings.strategies)
    for (const agency of Object.keys(scenario.agencies))
      for (const figure of figures)
        table.write({
          columnData: [
            { name: "strategy", data: [...repeated(strategy)] },
            { name: "agency", data: [...repeated(agency)] },
            { name: "year", data: Int32Array.from(yearOf) },
            { name: "figure", data: [...repeated(figure)] },
            { name: "draw", data: Int32Array.from(drawOf) },
            {
              name: "pounds",
              data: Float64Array.from(
                years.flatMap((year) => [...draws(run, { strategy, of: agency, year, figure, money: "plain" })]),
              ),
            },
          ],
          rowGroupSize: rows,
        });
  table.finish();
  return [writer.getBytes()];
};
