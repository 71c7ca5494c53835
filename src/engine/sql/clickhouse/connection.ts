import { fail } from "../../../problem.ts";

/** Where a ClickHouse is, and as whom it is asked. */
export interface Connection {
  /** http://host:8123, without path and credentials. */
  readonly url: string;
  /** host:8123 */
  readonly host: string;
  readonly database: string;
  readonly user: string;
  readonly password: string;
  /** Seconds that one statement may take. */
  readonly seconds: number;
}

type Env = Readonly<Record<string, string | undefined>>;

const EXAMPLE = "http://host:8123/db";
const DEFAULT_SECONDS = 600;
const LONGEST_SECONDS = 86_400;

/**
 * Reads `--connection` or EVALUATE_CONNECTION. A name and password are taken from EVALUATE_USER and
 * EVALUATE_PASSWORD, or from the address in EVALUATE_CONNECTION; on the command line others could see
 * them. No message repeats what was written: it may hold a password.
 */
export function connectionOf(flag: string | undefined, env: Env): Connection {
  const from = flag === undefined ? "EVALUATE_CONNECTION" : "--connection";
  const written = flag ?? env.EVALUATE_CONNECTION;
  if (written === undefined || written === "")
    fail("U004", {}, { what: "--connection", example: `--connection ${EXAMPLE}` });
  const url = URL.canParse(written) ? new URL(written) : null;
  if (url === null || !/^https?:$/.test(url.protocol) || url.hostname === "" || url.hash !== "")
    fail("U040", {}, { from });
  if (flag !== undefined && url.username + url.password !== "") fail("U041", {});
  const [database = "default", ...deeper] = parts(url.pathname, from);
  const unknown = [...url.searchParams.keys()].find((name) => name !== "seconds");
  if (deeper.length > 0) fail("U040", {}, { from });
  if (unknown !== undefined) fail("U042", {}, { from, name: unknown });
  return {
    url: `${url.protocol}//${url.host}`,
    host: url.port === "" ? `${url.hostname}:${url.protocol === "https:" ? 443 : 80}` : url.host,
    database,
    user: env.EVALUATE_USER ?? (decoded(url.username, from) || "default"),
    password: env.EVALUATE_PASSWORD ?? decoded(url.password, from),
    seconds: secondsOf(url.searchParams.get("seconds"), from),
  };
}

function parts(pathname: string, from: string): string[] {
  return pathname.split("/").flatMap((part) => (part === "" ? [] : [decoded(part, from)]));
}

function decoded(text: string, from: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return fail("U040", {}, { from });
  }
}

function secondsOf(written: string | null, from: string): number {
  if (written === null) return DEFAULT_SECONDS;
  const seconds = Number(written);
  if (/^[1-9]\d*$/.test(written) && seconds <= LONGEST_SECONDS) return seconds;
  return fail("U043", {}, { from, limit: LONGEST_SECONDS });
}
