import { listed } from "../../base/problem.js";
import type { PlaceCountRow } from "../../results/place-count.js";
import { roundedPounds } from "../numbers.js";
import { inSentence } from "./words.js";

/** What is spent in all, who controls it, and the themes on which most is spent. */
export const placeCountFinding = (rows: readonly PlaceCountRow[]): readonly string[] => {
  const { pounds, label } = rows[rows.length - 1];
  const percent = ({ share }: PlaceCountRow): string => `${(share * 100).toFixed(0)}%`;
  const control = rows.filter(({ level }) => level === "control");
  const shares = control.map((row, at) => `${row.control} bodies ${at === 0 ? "control " : ""}${percent(row)}`);
  const themes = rows.filter(({ level }) => level === "theme").toSorted((a, b) => b.pounds - a.pounds);
  const most = themes.slice(0, 3).map((row) => `${inSentence(row.theme)} ${roundedPounds(row.pounds)}`);
  return [
    `${roundedPounds(pounds)} is spent in ${label}, of which ${listed(shares)}.`,
    `Most goes on ${listed(most)}.`,
  ];
};
