import type { Value } from "../model/value.ts";

const FEWEST = 256;
const MOST = 16_384;
/** What stands for a cell that was not met before. */
export const UNKNOWN = Symbol("unknown");

/**
 * What cells of a column were read as, by the tokens of their texts: those met last, in a table of fixed
 * places, which grows while they get into each other's way.
 */
export class CellMemo {
  private tokens = new Int32Array(0);
  /** Tokens of the units that stood beside them. */
  private units = new Int32Array(0);
  private values: (Value | undefined)[] = [];
  private clashes = 0;

  find(token: number, unit: number): Value | undefined | typeof UNKNOWN {
    const slot = (token + unit * 31) & (this.tokens.length - 1);
    return this.tokens[slot] === token && this.units[slot] === unit ? this.values[slot] : UNKNOWN;
  }

  keep(token: number, unit: number, value: Value | undefined): void {
    if (this.tokens.length === 0) this.resize(FEWEST);
    let slot = (token + unit * 31) & (this.tokens.length - 1);
    if (this.tokens[slot] !== -1 && ++this.clashes > this.tokens.length && this.tokens.length < MOST) {
      this.resize(this.tokens.length * 4);
      slot = (token + unit * 31) & (this.tokens.length - 1);
    }
    this.tokens[slot] = token;
    this.units[slot] = unit;
    this.values[slot] = value;
  }

  private resize(size: number): void {
    this.tokens = new Int32Array(size).fill(-1);
    this.units = new Int32Array(size);
    this.values = new Array<Value | undefined>(size).fill(null);
    this.clashes = 0;
  }
}
