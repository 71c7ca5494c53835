import { expect, test } from "vitest";
import { settingsFor } from "../../../../src/engine/sql/clickhouse/settings.ts";

const good: [string, string][] = [
  ["readonly", "2"],
  ["skip_unavailable_shards", "0"],
  ["timeout_overflow_mode", "throw"],
  ["distributed_product_mode", "deny"],
  ["max_execution_time", "0"],
];
const held = (...more: [string, string][]) => [...new Map([...good, ...more])];

test("only what the server knows, and holds otherwise, is sent", () => {
  expect(settingsFor(held(), 600)).toEqual({ max_execution_time: "600" });
  expect(
    settingsFor(
      held(["skip_unavailable_shards", "1"], ["timeout_overflow_mode", "break"], ["limit", "1000"]),
      600,
    ),
  ).toEqual({
    skip_unavailable_shards: "0",
    timeout_overflow_mode: "throw",
    limit: "0",
    max_execution_time: "600",
  });
});

test("the operator's own limit of time is not widened", () => {
  expect(settingsFor(held(["max_execution_time", "60"]), 600)).toEqual({ max_execution_time: "60" });
  expect(settingsFor(held(["max_execution_time", "900"]), 600)).toEqual({ max_execution_time: "600" });
});

test("a user who may not choose is sent nothing, whatever is merely convenient", () => {
  expect(
    settingsFor(held(["readonly", "1"], ["max_query_size", "262144"], ["enable_http_compression", "0"]), 600),
  ).toEqual({});
});

test.each([
  ["skip_unavailable_shards", "1", "<skip_unavailable_shards>0</skip_unavailable_shards>"],
  ["result_overflow_mode", "break", "<result_overflow_mode>throw</result_overflow_mode>"],
  ["distributed_product_mode", "local", "<distributed_product_mode>deny</distributed_product_mode>"],
  ["additional_result_filter", "x = 1", "<additional_result_filter></additional_result_filter>"],
])("nor may the profile of such a user say %s = %s", (name, value, settings) => {
  expect(() => settingsFor(held(["readonly", "1"], [name, value]), 600)).toThrow(
    `D058 {"settings":"${settings}"}`,
  );
});
