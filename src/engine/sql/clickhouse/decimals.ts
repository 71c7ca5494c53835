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
const GROUP = "toDecimal128('1000000000000000000', 0)";
const ZEROS = "'000000000000000000'";

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
  const one = "toDecimal128('1', 0)";
  const zero = "toDecimal128('0', 0)";
  // w: wholes, and what the places add to them; f: what is left of the places, of either sign.
  const borrow = `if(w > ${zero} AND f < ${zero}, -${one}, if(w < ${zero} AND f > ${zero}, ${one}, ${zero}))`;
  const signed = `arrayMap((w, f, b) -> ${written("w + b", "f - b")}, [w], [f], [${borrow}])[1]`;
  const carried = `arrayMap((w, f) -> ${signed}, [w + toDecimal128(f, 0)], [f - toDecimal128(f, 0)])[1]`;
  return `arrayMap((w, f) -> ${carried}, [${sum(whole, 0)}], [${sum(`(${value} - ${whole})`, SCALE)}])[1]`;
}

/** Of a whole number and places of the same sign. */
function written(whole: Sql, places: Sql): Sql {
  const zero = "toDecimal128('0', 0)";
  const minus = `if(${whole} < ${zero} OR ${places} < ${zero}, '-', '')`;
  const size = `abs(${whole})`;
  const low = `(${size} - ${size} / ${GROUP} * ${GROUP})`;
  const digits = `if(${size} < ${GROUP}, toString(${size}), concat(toString(${size} / ${GROUP}), substring(concat(${ZEROS}, toString(${low})), -18)))`;
  return `concat(${minus}, ${digits}, substring(toString(abs(${places})), 2))`;
}
