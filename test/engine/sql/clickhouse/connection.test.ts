import { describe, expect, test } from "vitest";
import { connectionOf } from "../../../../src/engine/sql/clickhouse/connection.ts";
import { ProblemError, sentenceOf } from "../../../../src/problem.ts";

const plain = { user: "default", password: "", seconds: 600 };

test.each([
  ["http://ch:8123/gov", {}, { ...plain, url: "http://ch:8123", host: "ch:8123", database: "gov" }],
  [
    "https://ch.gov.cn/省库?seconds=3600",
    {},
    { ...plain, url: "https://ch.gov.cn", host: "ch.gov.cn:443", database: "省库", seconds: 3600 },
  ],
  ["http://ch", {}, { ...plain, url: "http://ch", host: "ch:80", database: "default" }],
  [
    "http://ch:8123/gov/",
    { EVALUATE_USER: "读者", EVALUATE_PASSWORD: "p@ss:/?#" },
    {
      url: "http://ch:8123",
      host: "ch:8123",
      database: "gov",
      user: "读者",
      password: "p@ss:/?#",
      seconds: 600,
    },
  ],
  [
    undefined,
    { EVALUATE_CONNECTION: "http://reader:p%40ss%3A%2F@ch:8123/gov" },
    {
      url: "http://ch:8123",
      host: "ch:8123",
      database: "gov",
      user: "reader",
      password: "p@ss:/",
      seconds: 600,
    },
  ],
  [
    undefined,
    { EVALUATE_CONNECTION: "http://reader:old@ch:8123/gov", EVALUATE_PASSWORD: "new" },
    {
      url: "http://ch:8123",
      host: "ch:8123",
      database: "gov",
      user: "reader",
      password: "new",
      seconds: 600,
    },
  ],
  [
    "http://ch:8123/gov",
    { EVALUATE_CONNECTION: "http://other:secret@elsewhere/x" },
    { ...plain, url: "http://ch:8123", host: "ch:8123", database: "gov" },
  ],
  ["http://[::1]:8123/gov", {}, { ...plain, url: "http://[::1]:8123", host: "[::1]:8123", database: "gov" }],
] as const)("%s %j", (flag, env, connection) => {
  expect(connectionOf(flag, env)).toEqual(connection);
});

describe("what cannot be an address is refused, and never repeated", () => {
  test.each([
    [undefined, {}, "U004"],
    ["", {}, "U004"],
    ["ch:8123", {}, "U040"],
    ["tcp://ch:9000/gov", {}, "U040"],
    ["http://", {}, "U040"],
    ["http://ch/gov/table", {}, "U040"],
    ["http://ch/%zz", {}, "U040"],
    ["http://ch/gov#x", {}, "U040"],
    ["http://reader:sesame@ch:8123/gov", {}, "U041"],
    ["http://reader@ch:8123/gov", {}, "U041"],
    ["http://ch/gov?password=sesame", {}, "U042"],
    ["http://ch/gov?readonly=0", {}, "U042"],
    ["http://ch/gov?seconds=0", {}, "U043"],
    ["http://ch/gov?seconds=1e3", {}, "U043"],
    ["http://ch/gov?seconds=99999999", {}, "U043"],
    [undefined, { EVALUATE_CONNECTION: "reader:sesame@ch/gov" }, "U040"],
    [undefined, { EVALUATE_CONNECTION: "http://reader:sesame@ch/gov/x" }, "U040"],
  ] as const)("%s %j", (flag, env, code) => {
    const error = refusal(() => connectionOf(flag, env));
    expect(error.problems.map((problem) => problem.code)).toEqual([code]);
    for (const problem of error.problems) {
      expect(JSON.stringify(problem)).not.toContain("sesame");
      for (const language of ["zh", "en"] as const)
        expect(sentenceOf(problem, language)).not.toMatch(/undefined|sesame/);
    }
  });
});

function refusal(work: () => unknown): ProblemError {
  try {
    work();
  } catch (error) {
    if (error instanceof ProblemError) return error;
  }
  throw new Error("it was taken");
}
