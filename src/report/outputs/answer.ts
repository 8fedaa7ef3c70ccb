import { answerPage } from "../answer/answer.js";
import type { Output } from "../output.js";

export const answerOutput: Output = {
  title: "The answer",
  answers: "Who pays, who saves, the total, the chance, and what it depends on: one screen.",
  takes: [],
  isSummable: true,
  columns: [],
  page: answerPage,
};
