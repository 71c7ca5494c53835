import { describe, expect, test } from "vitest";
import { serverProblem, wireProblem } from "../../../../src/engine/sql/clickhouse/errors.ts";
import { sentenceOf } from "../../../../src/problem.ts";

const password = "pä%20ss'\"/密";
const connection = {
  url: "http://ch:8123",
  host: "ch:8123",
  database: "gov",
  user: "bob",
  password,
  seconds: 600,
};
const asked = { dataset: "办件明细", seconds: 600 };
const bytes = Buffer.from(password, "utf8");

/** What a login page or a proxy may send back of what it was asked with. */
const echoes = {
  plain: password,
  "in an address": encodeURIComponent(password),
  "in a form": new URLSearchParams({ password }).toString().slice("password=".length),
  "as the header's bytes": bytes.toString("latin1"),
  "as the header": Buffer.from(`bob:${password}`, "utf8").toString("base64"),
  "as the header without filling": Buffer.from(`bob:${password}`, "utf8").toString("base64url"),
  "in JSON": JSON.stringify(password).slice(1, -1),
  "in HTML": password.replaceAll("'", "&#39;").replaceAll('"', "&quot;"),
};

describe("a password that comes back", () => {
  test.each(Object.entries(echoes))("%s is told in no message", (_, echo) => {
    const said = [
      serverProblem(`Code: 62. DB::Exception: <${echo}> is wrong`, connection, asked),
      wireProblem(new Error(`<html>${echo}</html>`), connection, asked),
    ].flatMap(({ problems }) => problems.flatMap((one) => [sentenceOf(one, "zh"), sentenceOf(one, "en")]));
    for (const sentence of said) {
      expect(sentence).not.toContain(echo);
      expect(sentence).toContain("***");
    }
  });

  test("is not told where the message is cut in its midst", () => {
    const text = `Code: 62. DB::Exception: ${"x".repeat(270)}${password}`;
    const [one] = serverProblem(text, connection, asked).problems;
    expect(one === undefined ? "" : sentenceOf(one, "en")).not.toContain("pä");
  });
});
