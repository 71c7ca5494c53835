import { expect, test } from "vitest";
import { compareClauses } from "../../src/render/clause-order.ts";

test.each([
  [
    ["三(十)", "三(二)4", "二", "三(二)", "三(二)4(2)"],
    ["二", "三(二)", "三(二)4", "三(二)4(2)", "三(十)"],
  ],
  [
    ["三(二十一)", "三(二十)", "三(十九)", "三(十)"],
    ["三(十)", "三(十九)", "三(二十)", "三(二十一)"],
  ],
  [
    ["十一", "九", "十"],
    ["九", "十", "十一"],
  ],
  [
    ["二(一)10", "二(一)9", "二(二)1"],
    ["二(一)9", "二(一)10", "二(二)1"],
  ],
])("clauses %j run as the document does", (clauses, sorted) => {
  expect(clauses.toSorted(compareClauses)).toEqual(sorted);
});
