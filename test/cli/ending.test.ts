import { expect, test } from "vitest";
import { Ending } from "../../src/cli/ending.ts";

test("an interrupt undoes at once, once, and is over when all of it is", async () => {
  const ending = new Ending();
  const done: string[] = [];
  const later = (name: string) => async () => {
    done.push(`${name} begins`);
    await new Promise((resolve) => setTimeout(resolve, 20));
    done.push(`${name} is done`);
  };
  ending.onInterrupt(later("the query"));
  ending.onInterrupt(() => done.push("the thread"));
  ending.atLast(() => done.push("the lock"));
  const forget = ending.onInterrupt(() => done.push("never"));
  forget();
  ending.interrupt();
  ending.interrupt();
  expect(done).toEqual(["the query begins", "the thread"]);
  ending.lastly(async (code) => {
    done.push(`code ${code}`);
  });
  await ending.close(130);
  expect(done).toEqual(["the query begins", "the thread", "the query is done", "the lock", "code 130"]);
});

test("what cannot be undone does not keep the command from ending", async () => {
  const ending = new Ending();
  ending.onInterrupt(() => Promise.reject(new Error("the server is gone")));
  ending.interrupt();
  await ending.close(130);
});
