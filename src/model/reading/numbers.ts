import Fraction from "fraction.js";
import { CellKind } from "../cell.ts";
import { type Exact, fraction, parseExact, settle } from "../exact.ts";
import { clean } from "./text.ts";

const AMOUNT = /^([+-]?(?:\d{1,3}(?:,\d{3})+|\d+)?(?:\.\d+)?(?:[eE][+-]?\d+)?)\s*([万亿千])?\s*(%)?\s*(.*)$/u;
const MULTIPLIERS: Readonly<Record<string, number>> = { 千: 1_000, 万: 10_000, 亿: 100_000_000 };

export interface Amount {
  readonly value: Exact;
  readonly percent: boolean;
  /** Whether the cell itself says 万 or the like. */
  readonly scaled: boolean;
  /** What follows the number, such as 个工作日; empty when nothing does. */
  readonly unit: string;
}

/** Reads "25.2万", "1,234", "98.5%", "5个工作日" exactly; null when it is not an amount. */
export function parseAmount(text: string): Amount | null {
  const match = AMOUNT.exec(clean(text));
  const digits = match?.[1]?.replaceAll(",", "") ?? "";
  const plain = parseExact(digits);
  if (match === null || plain === null) return null;
  const multiplier = match[2] === undefined ? undefined : MULTIPLIERS[match[2]];
  const value = multiplier === undefined ? plain : settle(fraction(plain).mul(multiplier));
  return { value, percent: match[3] !== undefined, scaled: multiplier !== undefined, unit: match[4] ?? "" };
}

/** A stored spreadsheet number: Excel keeps 15 significant digits and writes binary noise after them. */
export function storedNumber(text: string): Exact | null {
  const noisy = /[.eE]/.test(text) && text.replace(/^[-+]?[0.]*|[eE].*$|\D/g, "").length > 15;
  return parseExact(noisy ? Number(text).toPrecision(15) : text);
}

/**
 * A number field's cell: a percentage is 0-100, and 25.5 under 注册总量（万人） is 255,000. Undefined when
 * it cannot be read.
 */
export function readNumber(
  text: string,
  kind: CellKind,
  unit: string | null,
  counters: ReadonlySet<string>,
): Exact | undefined {
  if (kind === CellKind.percent) return times(storedNumber(text), 100);
  if (kind === CellKind.number) return times(storedNumber(text), multiplierOf(unit));
  if (kind !== CellKind.text) return undefined;
  const amount = parseAmount(text);
  if (amount === null || !(amount.unit === "" || counters.has(amount.unit))) return undefined;
  return amount.scaled || amount.percent ? amount.value : times(amount.value, multiplierOf(unit));
}

/** What a column's unit multiplies by: 10,000 for 万人, 1 for 人. */
export function multiplierOf(unit: string | null): number {
  return MULTIPLIERS[clean(unit ?? "").charAt(0)] ?? 1;
}

/** A completion rate as 0-1: "80%", 80 and 0.8 are one value; a plain number up to 1 is a share. */
export function readRate(text: string, kind: CellKind): Exact | undefined {
  if (kind === CellKind.percent) return within(storedNumber(text));
  const amount =
    kind === CellKind.number ? plainAmount(text) : kind === CellKind.text ? parseAmount(text) : null;
  if (amount === null || amount.unit !== "") return undefined;
  const value = fraction(amount.value);
  return within(amount.percent || value.compare(1) > 0 ? settle(value.div(100)) : amount.value);
}

/** A limit in working days; `factors` maps a unit to working days, null for "no limit". */
export function readLimit(
  text: string,
  kind: CellKind,
  unitHint: string | null,
  factors: ReadonlyMap<string, Fraction | null>,
): Exact | null | undefined {
  if (kind === CellKind.number) return limitOf(storedNumber(text), unitHint ?? "", factors);
  if (kind !== CellKind.text) return undefined;
  const amount = parseAmount(text);
  if (amount !== null) {
    return amount.percent ? undefined : limitOf(amount.value, amount.unit || (unitHint ?? ""), factors);
  }
  const named = factors.get(clean(text));
  if (named === null) return null;
  return named?.equals(0) ? 0 : undefined;
}

function limitOf(
  value: Exact | null,
  unit: string,
  factors: ReadonlyMap<string, Fraction | null>,
): Exact | null | undefined {
  const factor = unit === "" ? new Fraction(1) : factors.get(clean(unit));
  if (value === null || factor === undefined) return undefined;
  return factor === null ? null : settle(fraction(value).mul(factor));
}

function plainAmount(text: string): Amount | null {
  const value = storedNumber(text);
  return value === null ? null : { value, percent: false, scaled: false, unit: "" };
}

function times(value: Exact | null, factor: number): Exact | undefined {
  if (factor === 1) return value ?? undefined;
  return value === null ? undefined : settle(fraction(value).mul(factor));
}

function within(value: Exact | null): Exact | undefined {
  if (value === null) return undefined;
  const rate = fraction(value);
  return rate.compare(0) >= 0 && rate.compare(1) <= 0 ? value : undefined;
}
