import Fraction from "fraction.js";
import type { Effort } from "../model/effort.ts";
import { jsonWork } from "./judgement.ts";
import type { Work } from "./needed.ts";
import { jsonNumber, jsonNumberOrNull } from "./rounding.ts";

/** Something that would raise a score: one indicator to be met, or one task to be done. */
export interface Step {
  readonly kind: Effort["kind"];
  readonly id: string;
  readonly status: Effort["status"];
  readonly attainment: Fraction;
  readonly work: Work | null;
  readonly recoverable: boolean | null;
  /** Pieces of work where that is not said by rows or an amount: of a task, the units that have not done it. */
  readonly pieces: number | null;
  /** Steps that share their part's weight. */
  readonly parts: number;
}

interface Weighed {
  readonly weight: Fraction;
  readonly attainment: Fraction | null;
  readonly steps: readonly Step[];
}

const ZERO = new Fraction(0);
const ONE = new Fraction(1);

/**
 * Where effort pays: what each step adds to a score, most for each piece of work first. Weight 1 of 16 and
 * 0.9 reached: 1 ÷ 16 × (1 − 0.9) × 100 = 0.625 points; with 5 rows to put right, 0.125 a row.
 */
export function effortsOf(parts: readonly Weighed[]): Effort[] {
  const scored = parts.filter(({ weight, attainment }) => attainment !== null && !weight.equals(0));
  const weights = scored.reduce((sum, { weight }) => sum.add(weight), ZERO);
  const gains = scored.flatMap(({ weight, steps }) =>
    steps.map((step) => {
      const gain = weight.div(step.parts).div(weights).mul(ONE.sub(step.attainment)).mul(100);
      const work = piecesOf(step);
      return { step, weight, gain, work, gainPerWork: work === null ? null : gain.div(work) };
    }),
  );
  let cumulated = ZERO;
  return gains.toSorted(byPay).map(({ step, weight, gain, work, gainPerWork }) => {
    cumulated = cumulated.add(gain);
    return {
      kind: step.kind,
      id: step.id,
      status: step.status,
      needed: step.work === null ? null : jsonWork(step.work),
      work: jsonNumberOrNull(work),
      gain: jsonNumber(gain),
      gainPerWork: jsonNumberOrNull(gainPerWork),
      cumulated: jsonNumber(cumulated),
      attainment: jsonNumber(step.attainment),
      weight: jsonNumber(weight),
      parts: step.parts,
      weights: jsonNumber(weights),
      recoverable: step.recoverable,
    };
  });
}

/** Rows to put right, else the amount to move. */
function piecesOf({ pieces: told, work }: Step): Fraction | null {
  if (told !== null) return new Fraction(told);
  const pieces = work?.fix ?? work?.move ?? null;
  return pieces === null || pieces.compare(0) <= 0 ? null : pieces;
}

interface Gain {
  readonly gain: Fraction;
  readonly gainPerWork: Fraction | null;
}

/** What is not known to take any number of pieces comes last. */
function byPay(a: Gain, b: Gain): number {
  if ((a.gainPerWork === null) !== (b.gainPerWork === null)) return a.gainPerWork === null ? 1 : -1;
  return (b.gainPerWork ?? ZERO).compare(a.gainPerWork ?? ZERO) || b.gain.compare(a.gain);
}
