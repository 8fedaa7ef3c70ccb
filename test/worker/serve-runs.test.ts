import { readFileSync } from "node:fs";
import { MessageChannel } from "node:worker_threads";
import { afterEach, describe, expect, test } from "vitest";
import { readScenario, simulate } from "who-saves";
import { report, toHtml } from "who-saves/report";
import { type RunAnswer, type RunRequest, serveRuns } from "who-saves/worker";

const text = readFileSync("examples/warm-homes/scenario.yaml", "utf8");
const open: { close: () => void }[] = [];
afterEach(() => {
  for (const port of open.splice(0)) port.close();
});

/** What is posted after some messages, until the request with an id ends. */
const answersTo = async (last: RunRequest["id"], messages: readonly unknown[]): Promise<readonly RunAnswer[]> => {
  const { port1, port2 } = new MessageChannel();
  open.push(port1, port2);
  serveRuns(port1);
  for (const message of messages) port2.postMessage(message);
  const answers: RunAnswer[] = [];
  await new Promise<void>((resolve) => {
    port2.on("message", (answer: RunAnswer) => {
      answers.push(answer);
      if (answer.id === last && ["result", "problems", "stopped"].includes(answer.kind)) resolve();
    });
  });
  return answers;
};

const kinds = (answers: readonly RunAnswer[]): readonly string[] => answers.map(({ id, kind }) => `${id} ${kind}`);

describe("a worker", () => {
  test("posts the scenario, what is done, and the report of a run in this thread, to the last bit", async () => {
    const options = { draws: 300, seed: "mine" };
    const show = ["answer", "who-saves"];
    const answers = await answersTo(7, [{ kind: "run", id: 7, scenario: text, options, show }]);
    expect(kinds(answers)).toEqual(["7 read", "7 progress", "7 progress", "7 result"]);
    const { scenario } = readScenario(text);
    if (scenario === undefined) throw new Error("no scenario");
    const made = report(simulate(scenario, options), { show });
    expect(answers.at(-1)).toMatchObject({ draws: 300, report: made, html: toHtml(made), charts: [{ name: show[1] }] });
  });

  test("posts results of fewer draws first: those of a run that asks for so few", async () => {
    const run = { kind: "run", scenario: text, show: ["who-saves"] };
    const many = await answersTo(1, [{ ...run, id: 1, options: { draws: 1024 } }]);
    const few = await answersTo(1, [{ ...run, id: 1, options: { draws: 256 } }]);
    const [partial] = many.filter(({ kind }) => kind === "partial");
    expect({ ...partial, kind: "result" }).toEqual(few.at(-1));
    expect(many.at(-1)).toMatchObject({ kind: "result", draws: 1024 });
  });

  test("leaves out the pictures as data, if it is asked to", async () => {
    const options = { draws: 8 };
    const [last] = (
      await answersTo(1, [{ kind: "run", id: 1, scenario: text, options, show: ["who-saves"], charts: false }])
    ).slice(-1);
    expect(last).toMatchObject({ kind: "result", charts: [], html: expect.stringContaining("<svg") });
  });

  test("runs under a regime by its name", async () => {
    const options = { draws: 64, regime: "gain-share" };
    const answers = await answersTo(1, [{ kind: "run", id: 1, scenario: text, options, show: ["settle"] }]);
    expect(answers.at(-1)).toMatchObject({ kind: "result", report: { settings: { regime: "gain-share" } } });
  });

  test("stops a run when it is asked to, or asked for another", async () => {
    const long = { kind: "run", id: "long", scenario: text, options: { draws: 100_000 } };
    expect(kinds(await answersTo("long", [long, { kind: "stop" }]))).toEqual(["long stopped"]);
    const answers = await answersTo("short", [
      long,
      { kind: "run", id: "short", scenario: text, options: { draws: 1 } },
    ]);
    expect(kinds(answers)).toEqual(["long stopped", "short read", "short progress", "short result"]);
  });

  test.each([
    ["a text", { scenario: "title: Empty" }, { address: "question", what: "question is missing." }],
    ["an option", { options: { draws: 0 } }, { address: "options.draws" }],
    ["an output", { show: ["whosaves"] }, { address: "show" }],
    ["a regime", { options: { regime: "silos" } }, { address: "options.regime" }],
  ])("posts the problems of %s", async (_, part, problem) => {
    const answers = await answersTo(1, [{ kind: "run", id: 1, scenario: text, ...part }]);
    expect(answers.at(-1)).toMatchObject({
      kind: "problems",
      problems: expect.arrayContaining([expect.objectContaining(problem)]),
    });
  });

  test("refuses what a request does not have, where it would run without it", async () => {
    const run = { kind: "run", scenario: text, options: { draws: 8 } };
    const wrong = { set: {}, draws: 8, shwo: ["cash"], options: null, charts: "no" };
    for (const [key, value] of Object.entries(wrong)) {
      const [last] = (await answersTo(1, [{ ...run, id: 1, [key]: value }])).slice(-1);
      expect(last).toMatchObject({ kind: "problems", problems: [{ address: `request.${key}` }] });
    }
  });

  test("says where a key belongs that stands beside its place", async () => {
    const run = { kind: "run", id: 1, scenario: text };
    const homes = { draws: "Write options: { draws: … }.", set: "Write read: { set: … }." };
    for (const [key, mend] of Object.entries(homes)) {
      const [last] = (await answersTo(1, [{ ...run, [key]: {} }])).slice(-1);
      expect(last).toMatchObject({ problems: [{ address: `request.${key}`, mend, code: "option" }] });
    }
  });

  test("says under the id of a run what it lacks, and what is no list", async () => {
    const run = { kind: "run", id: 1, scenario: text };
    const [lacking] = await answersTo(1, [{ kind: "run", id: 1 }]);
    expect(lacking).toMatchObject({ problems: [{ address: "request.scenario", what: "scenario is missing." }] });
    const [nameless] = await answersTo("", [{ ...run, id: undefined }]);
    expect(nameless).toMatchObject({ problems: [{ address: "request.id", what: "id is missing." }] });
    const [listless] = await answersTo(1, [{ ...run, show: "answer" }]);
    expect(listless).toMatchObject({
      problems: [{ address: "request.show", what: 'show is a list, not "answer". Write ["answer"].' }],
    });
  });

  test("refuses a page as its port, which would hear its own answers", () => {
    const page = Object.assign(new EventTarget(), { postMessage: () => undefined, document: {} });
    expect(() => serveRuns(page as never)).toThrow("port is a page, not a worker.");
  });

  test("says how to ask, if a message is not understood", async () => {
    const [answer] = await answersTo("", ["hello"]);
    expect(answer).toMatchObject({
      problems: [{ mend: 'Post { kind: "run", id: 1, scenario: "…" } or { kind: "stop" }.' }],
    });
  });
});
