import { NO_UNIT, type UnitNumber } from "../../measure/tally.ts";
import type { LedgerAsk } from "../../model/ledger.ts";
import { type UnitTable, WHOLE } from "../unit-table.ts";

/** Whose ledger a row belongs to: units by name, null for 待确认. */
export class Owners {
  /** Rows of units that are not responsible, nor below one that is. */
  outside = 0;
  private readonly known = new Map<UnitNumber, readonly (string | null)[]>();
  private readonly ask: LedgerAsk;
  private readonly table: UnitTable;

  constructor(ask: LedgerAsk, table: UnitTable) {
    this.ask = ask;
    this.table = table;
  }

  of(unit: UnitNumber): readonly (string | null)[] {
    const known = this.known.get(unit);
    if (known !== undefined) return known;
    const found = this.find(unit);
    this.known.set(unit, found);
    return found;
  }

  /** Of a row that would be listed. */
  count(unit: UnitNumber): readonly (string | null)[] {
    const owners = this.of(unit);
    const { ask, table } = this;
    const isKnown = unit !== NO_UNIT && unit !== WHOLE && !table.isStranger(unit);
    if (owners.length === 0 && ask.strangers && isKnown && !this.isResponsible(unit)) this.outside += 1;
    return owners;
  }

  private isResponsible(unit: UnitNumber): boolean {
    return this.table.upwards(unit).some((each) => this.ask.responsible.has(this.table.nameOf(each) ?? ""));
  }

  private find(unit: UnitNumber): readonly (string | null)[] {
    const { ask, table } = this;
    if (unit === NO_UNIT || unit === WHOLE || table.isStranger(unit)) return ask.strangers ? [null] : [];
    const above = table.upwards(unit).flatMap((each) => {
      const name = table.nameOf(each);
      return name !== null && ask.units.has(name) ? [name] : [];
    });
    // One value for all: a row is put right once, by the unit nearest to it.
    return ask.shared ? above.slice(0, 1) : above;
  }

  /** A unit's own target, or the whole's. */
  targetOf(unit: string | null): number | null {
    if (this.ask.shared || unit === null) return this.ask.target;
    return this.ask.units.get(unit) ?? null;
  }

  /** The name as written of a row that is listed under another unit. */
  writtenFor(unit: string | null, written: string | null): string | null {
    if (written === null || written === "") return null;
    return unit !== null && this.table.canonical(written) === unit ? null : written;
  }
}
