import { describe, expect, test } from "vitest";
import { isLedgerId, ledgerId } from "../../src/model/ledger-id.ts";

const record = { plan: "p", rule: "instant-share", unit: "市公安局", record: "A1", nth: 0 };

describe("the id of a record in ledgers", () => {
  // Ledgers that are out there carry it: it must never change.
  test("is the same in every version", () => {
    expect(ledgerId(record)).toBe("395c31b9a4d7f86b");
    expect(ledgerId({ ...record, unit: null })).toBe("f94ca209f1669af2");
  });

  test("differs by plan, rule, unit, record, and among those that are alike", () => {
    const others = [
      record,
      { ...record, plan: "q" },
      { ...record, rule: "other" },
      { ...record, unit: "市教育局" },
      { ...record, unit: null },
      { ...record, record: "A2" },
      { ...record, nth: 1 },
      { ...record, nth: 2 },
    ].map(ledgerId);
    expect(new Set(others).size).toBe(others.length);
    expect(others.every(isLedgerId)).toBe(true);
  });

  test.each(["", "0123456789ABCDEF", "0123456789abcde", "台账标识"])("%j is none", (text) => {
    expect(isLedgerId(text)).toBe(false);
  });
});
