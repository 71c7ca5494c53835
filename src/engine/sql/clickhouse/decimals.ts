import type { ColumnKind, Sql } from "../dialect.ts";
import { quoteText } from "./quoting.ts";

/** Places of the exact decimals that statements compute with: Decimal(38, 10). */
const SCALE = 10;
const PLAIN = `^[+-]?(?:[0-9]{1,28}(?:[.][0-9]{1,${SCALE}})?|[.][0-9]{1,${SCALE}})$`;
const NONE = `CAST(NULL AS Nullable(Decimal(38, ${SCALE})))`;

export function decimalOf(column: Sql, kind: ColumnKind): Sql {
  switch (kind) {
    case "integer":
    case "flag":
      return `toDecimal128(${column}, ${SCALE})`;
    case "decimal": {
      // More places than ten would be cut off without a word.
      const same = `toDecimal128(${column}, ${SCALE})`;
      return `if(ifNull(${same} = ${column}, 0), ${same}, NULL)`;
    }
    case "date":
    case "time":
      return NONE;
    default: {
      // Other text would count as 0, and an empty one ends the statement.
      const text = `toString(${column})`;
      const plain = `ifNull(match(${text}, ${quoteText(PLAIN)}), 0)`;
      return `if(${plain}, toDecimal128(if(${plain}, assumeNotNull(${text}), '0'), ${SCALE}), NULL)`;
    }
  }
}

export function decimal(written: string): Sql {
  return `toDecimal128(${quoteText(written)}, ${SCALE})`;
}

// Decimals of 22 and more digits are printed wrong by 18.16, so a total is put together from groups of 18.
const GROUP = `1${"0".repeat(18)}`;

/**
 * The sum of whole parts and the sum of what is behind the points, each of which fits for 10^10 rows,
 * as one number's text. The two may differ in sign: 3 and -0.25 are 2.75.
 */
export function sumIf(value: Sql, condition: Sql | null): Sql {
  const whole = `toDecimal128(${value}, 0)`;
  const sum = (part: Sql, places: number) => {
    const total = condition === null ? `sum(${part})` : `sumIf(${part}, ${condition})`;
    return `ifNull(${total}, toDecimal128('0', ${places}))`;
  };
  // w: wholes, and what the places add to them; f: what is left of the places, of either sign.
  const borrow = "multiIf(w > 0 AND f < 0, -1, w < 0 AND f > 0, 1, 0)";
  const signed = `arrayMap(b -> ${written("(w + b)", "(f - b)")}, [${borrow}])[1]`;
  const carried = `arrayMap((w, f) -> ${signed}, [w + toDecimal128(f, 0)], [f - toDecimal128(f, 0)])[1]`;
  return `arrayMap((w, f) -> ${carried}, [${sum(whole, 0)}], [${sum(`(${value} - ${whole})`, SCALE)}])[1]`;
}

/** Of a whole number and places of the same sign. */
function written(whole: Sql, places: Sql): Sql {
  const minus = `if(${whole} < 0 OR ${places} < 0, '-', '')`;
  const high = `(abs(${whole}) / ${GROUP})`;
  const low = `toString(abs(${whole}) - ${high} * ${GROUP})`;
  const filled = `substring(concat('${"0".repeat(18)}', ${low}), -18)`;
  const digits = `if(${high} = 0, ${low}, concat(toString(${high}), ${filled}))`;
  return `concat(${minus}, ${digits}, substring(toString(abs(${places})), 2))`;
}
