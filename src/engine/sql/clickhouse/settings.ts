import { fail } from "../../../problem.ts";
import type { AnswerRow } from "../database.ts";

export type Settings = Readonly<Record<string, string>>;

interface Wanted {
  readonly value: string;
  /** Another value gives wrong results; without it the value is only convenient. */
  readonly vital: boolean;
}

const vital = (value: string): Wanted => ({ value, vital: true });
const convenient = (value: string): Wanted => ({ value, vital: false });

// A list of thousands of unit names is one statement.
const LONG_STATEMENT = String(64 * 1024 * 1024);
const MANY_ELEMENTS = "10000000";

/** What statements are asked with; a server gets those that it knows. */
const wanted: Readonly<Record<string, Wanted>> = {
  // A part of the rows must never pass for all of them.
  skip_unavailable_shards: vital("0"),
  distributed_group_by_no_merge: vital("0"),
  timeout_overflow_mode: vital("throw"),
  read_overflow_mode: vital("throw"),
  result_overflow_mode: vital("throw"),
  group_by_overflow_mode: vital("throw"),
  sort_overflow_mode: vital("throw"),
  set_overflow_mode: vital("throw"),
  join_overflow_mode: vital("throw"),
  distinct_overflow_mode: vital("throw"),
  transfer_overflow_mode: vital("throw"),
  limit: vital("0"),
  offset: vital("0"),
  additional_result_filter: vital(""),
  max_parallel_replicas: vital("1"),
  // A subquery without GLOBAL would see one shard's rows.
  distributed_product_mode: vital("deny"),
  // Where the meaning of NULL and of nothing has been changed.
  transform_null_in: vital("0"),
  aggregate_functions_null_for_empty: vital("0"),
  empty_result_for_aggregation_by_empty_set: vital("0"),
  cast_keep_nullable: vital("0"),
  extremes: vital("0"),
  use_query_cache: vital("0"),
  output_format_json_quote_64bit_integers: vital("1"),
  enable_http_compression: convenient("1"),
  max_query_size: convenient(LONG_STATEMENT),
  max_ast_elements: convenient(MANY_ELEMENTS),
  max_expanded_ast_elements: convenient(MANY_ELEMENTS),
};

/**
 * What to send with each statement, by what `SELECT name, value FROM system.settings` answered. A user
 * with readonly = 1 may change nothing: there the profile must hold what is vital.
 */
export function settingsFor(answered: readonly AnswerRow[], seconds: number): Settings {
  const held = new Map(answered.map(([name, value]) => [name ?? "", value ?? ""]));
  const differing = Object.entries(wanted).filter(
    ([name, { value }]) => held.has(name) && held.get(name) !== value,
  );
  if (held.get("readonly") === "1") {
    const wrong = differing.filter(([, { vital: matters }]) => matters);
    if (wrong.length > 0) {
      const settings = wrong.map(([name, { value }]) => `<${name}>${value}</${name}>`).join(" ");
      fail("D058", {}, { settings });
    }
    return {};
  }
  const limit = held.get("max_execution_time") === "0" ? seconds : Number(held.get("max_execution_time"));
  return {
    ...Object.fromEntries(differing.map(([name, { value }]) => [name, value])),
    max_execution_time: String(Math.min(seconds, limit || seconds)),
  };
}
