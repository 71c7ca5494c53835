import { expect, test } from "vitest";
import { together } from "../../src/cli/together.ts";
import { fail, ProblemError } from "../../src/problem.ts";

const refused = async (code: "U001" | "D001") => fail(code, {});

test("gives all results in order", async () => {
  expect(await together([Promise.resolve(1), Promise.resolve("b")])).toEqual([1, "b"]);
});

test("gathers the problems of all that fail", async () => {
  const error = await together([refused("U001"), Promise.resolve(1), refused("D001")]).catch(
    (thrown) => thrown,
  );
  expect(error).toBeInstanceOf(ProblemError);
  expect(error.problems.map(({ code }: { code: string }) => code)).toEqual(["U001", "D001"]);
});

test("a bug beats problems", async () => {
  const bug = new TypeError("x");
  await expect(together([refused("U001"), Promise.reject(bug)])).rejects.toBe(bug);
});
