import type { Derived, Field } from "../model/dataset.ts";
import type { Day } from "../model/day.ts";
import { type Exact, parseExact, subtract } from "../model/exact.ts";
import type { Row, Value } from "../model/value.ts";
import type { Layout } from "./layout.ts";
import { keyOf, type Surroundings } from "./surroundings.ts";

export type Derive = (row: Row) => Value;

/** Compiles a derived field; its operands must stand before it in the row. */
export function compileDerived(field: Field, derived: Derived, layout: Layout, around: Surroundings): Derive {
  switch (derived.kind) {
    case "difference":
    case "days": {
      const [from, to] =
        derived.kind === "days" ? [derived.to, derived.from] : [derived.minuend, derived.subtrahend];
      const [a, b] = [layout.indexOf(from), layout.indexOf(to)];
      return (row) => (row[a] == null || row[b] == null ? null : subtract(row[a] as Exact, row[b] as Exact));
    }
    case "workdays": {
      const at = layout.indexOf(derived.from);
      const known = new Map<Day, Day>();
      return (row) => {
        const from = row[at] as Day | null | undefined;
        if (from == null) return null;
        const seen = known.get(from);
        if (seen !== undefined) return seen;
        const day = around.calendar.add(from, derived.plus);
        known.set(from, day);
        return day;
      };
    }
    case "in-time": {
      const [done, due] = [layout.indexOf(derived.done), layout.indexOf(derived.due)];
      return (row) =>
        inTime((row[done] ?? null) as Day | null, (row[due] ?? null) as Day | null, around.asOf);
    }
    case "choose": {
      const at = layout.indexOf(derived.on);
      const on = layout.fields[at];
      const result = (text: string): Value => (field.type === "number" ? parseExact(text) : text);
      const cases = new Map<string, Value>();
      for (const [literal, text] of derived.cases) {
        for (const value of on === undefined ? [] : around.literal(on, literal)) {
          if (value !== null) cases.set(keyOf(value), result(text));
        }
      }
      const otherwise = derived.otherwise === null ? null : result(derived.otherwise);
      return (row) => {
        const value = row[at];
        return value == null ? otherwise : (cases.get(keyOf(value)) ?? otherwise);
      };
    }
    case "lookup": {
      const at = layout.indexOf(derived.on);
      const lookUp = around.lookUp(derived.dataset, derived.field);
      return (row) => {
        const value = row[at];
        return value == null ? null : (lookUp(keyOf(value)) ?? null);
      };
    }
    default:
      return derived satisfies never;
  }
}

/** 是 done by the due day, 否 late or open past it; missing while it may still come in time. */
function inTime(done: Day | null, due: Day | null, asOf: Day): Value {
  if (due === null) return null;
  if (done !== null) return done <= due ? "是" : "否";
  return asOf > due ? "否" : null;
}
