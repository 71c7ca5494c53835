type Env = Readonly<Record<string, string | undefined>>;

/** The chalk level of a stream: 0 is no colour. A flag beats the environment, which beats the terminal. */
export function colourOf(env: Env, flag: boolean, isTTY: boolean): 0 | 1 | 2 | 3 {
  if (!flag || isSet(env.NO_COLOR)) return 0;
  if (env.FORCE_COLOR !== undefined) return forced(env.FORCE_COLOR);
  return isTTY && env.TERM !== "dumb" ? 1 : 0;
}

const forcedLevels: Readonly<Record<string, 0 | 1 | 2 | 3>> = { "0": 0, false: 0, "2": 2, "3": 3 };

function forced(value: string): 0 | 1 | 2 | 3 {
  return forcedLevels[value] ?? 1;
}

// no-color.org: present and not empty, whatever its value.
function isSet(value: string | undefined): boolean {
  return value !== undefined && value !== "";
}

const narrowest = 60;
const widest = 200;
const unknown = 100;

/** Columns to lay text out in: the terminal's, else COLUMNS, else 100. */
export function widthOf(columns: number | undefined, env: Env): number {
  const asked = columns ?? (/^\d+$/.test(env.COLUMNS ?? "") ? Number(env.COLUMNS) : unknown);
  return Math.min(widest, Math.max(narrowest, asked === 0 ? unknown : asked));
}
