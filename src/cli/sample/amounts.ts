import type { Aggregate } from "../../model/measure.ts";
import type { Indicator } from "../../model/plan.ts";

/** What the sums of a plan should come to, so that a sample lies about its thresholds. */
export interface Amounts {
  /** `dataset.field` to the total of all its units. */
  readonly totals: ReadonlyMap<string, number>;
  /** `dataset.field` to the field that it is a share of, and that share. */
  readonly shares: ReadonlyMap<string, { readonly of: string; readonly share: number }>;
}

export function amountsOf(indicators: readonly Indicator[]): Amounts {
  const totals = new Map<string, number>();
  const shares = new Map<string, { of: string; share: number }>();
  for (const { measure, threshold, measuredIn } of indicators) {
    const target = threshold?.valueOf();
    const field = amountField(measure.of);
    if (target === undefined || field === undefined) continue;
    const whole = amountField(measure.to);
    if (measure.to === null) totals.set(field, target);
    else if (whole !== undefined && whole !== field)
      shares.set(field, { of: whole, share: target / (measuredIn === "%" ? 100 : 1) });
  }
  return { totals, shares };
}

function amountField(side: Aggregate | null): string | undefined {
  const amount = side?.kind === "sum" || side?.kind === "latest";
  return amount ? `${side.dataset}.${side.fields[0]}` : undefined;
}
