import type { Params } from "../../../model/language.ts";
import { type ProblemCode, ProblemError, problem } from "../../../problem.ts";
import type { Connection } from "./connection.ts";

/** What was asked, as messages name it. */
export interface Asked {
  readonly dataset: string;
  readonly seconds: number;
}

const LONGEST_DETAIL = 300;

/** Codes of the server's errors, which are stable between versions. */
const meanings: Readonly<Record<number, ProblemCode>> = {
  192: "D051",
  193: "D051",
  194: "D051",
  195: "D051",
  516: "D051",
  81: "D052",
  60: "D053",
  32: "D054",
  198: "D054",
  203: "D054",
  209: "D054",
  210: "D054",
  279: "D054",
  369: "D054",
  425: "D054",
  159: "D055",
  160: "D055",
  173: "D056",
  241: "D056",
  164: "D059",
  291: "D059",
  497: "D059",
  158: "D060",
  191: "D060",
  201: "D060",
  202: "D060",
  307: "D060",
  396: "D060",
  394: "D061",
};

/** Of the server's text; the innermost code counts, since a shard's error comes wrapped in another. */
export function serverProblem(text: string, connection: Connection, asked: Asked): ProblemError {
  const detail = detailOf(text, connection);
  const codes = [...text.matchAll(/Code: (\d+)/g)].map(([, digits]) => Number(digits));
  const known = codes.flatMap((number) => meanings[number] ?? []);
  // A shard that lacks the local table counts as one that cannot be connected to.
  const lacking = /There is no table/.test(text) ? "D053" : null;
  const code = lacking ?? (known.includes("D054") ? "D054" : (known.at(-1) ?? "D062"));
  const shards = [...new Set([...text.matchAll(/\(([^()\s]+:\d+)(?:, [^()]*)?\)/g)].map(([, at]) => at))];
  return new ProblemError([
    problem(
      code,
      {},
      {
        ...placeOf(connection),
        dataset: asked.dataset,
        seconds: asked.seconds,
        shard: shards.join(", "),
        number: codes.at(-1) ?? 0,
        detail,
      },
    ),
  ]);
}

/** Of an answer that never came, or that broke off. */
export function wireProblem(error: unknown, connection: Connection, asked: Asked): ProblemError {
  const { code, message } = error as { code?: unknown; message?: unknown };
  const detail = detailOf(`${typeof code === "string" ? code : ""} ${String(message ?? error)}`, connection);
  const with_: Params = { ...placeOf(connection), dataset: asked.dataset, seconds: asked.seconds, detail };
  if (/timeout error/i.test(detail)) return new ProblemError([problem("D055", {}, with_)]);
  const never = /ECONNREFUSED|ENOTFOUND|EHOSTUNREACH|ENETUNREACH|ETIMEDOUT|EAI_AGAIN|CERT|SSL|TLS/i;
  return new ProblemError([problem(never.test(detail) ? "D050" : "D057", {}, with_)]);
}

/** Of an answer that is there, but not what was asked for. */
export function bodyProblem(connection: Connection, asked: Asked): ProblemError {
  const with_ = { ...placeOf(connection), dataset: asked.dataset, detail: "" };
  return new ProblemError([problem("D057", {}, with_)]);
}

function placeOf({ host, database }: Connection): Params {
  return { server: host, database };
}

/** One line, without what must not be told. */
function detailOf(text: string, connection: Connection): string {
  const line = text
    .replace(/, e\.what\(\) = DB::\w*Exception/g, "")
    .replaceAll(/e\.displayText\(\) = /g, "")
    .replace(/\s+/g, " ")
    .trim();
  const told = formsOf(connection).reduce((rest, secret) => rest.replaceAll(secret, "***"), line);
  return told.length <= LONGEST_DETAIL ? told : `${told.slice(0, LONGEST_DETAIL)}…`;
}

/** What a login page or a proxy may send back: the password as it is written in headers, addresses and pages. */
function formsOf({ user, password }: Connection): string[] {
  const header = Buffer.from(`${user}:${password}`, "utf8");
  const encoded = [header.toString("base64url"), header.toString("base64")];
  if (password.length < 3) return password === "" ? [] : encoded;
  const bytes = Buffer.from(password, "utf8");
  const html = password.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
  const forms = [
    ...encoded,
    bytes.toString("base64url"),
    password,
    encodeURIComponent(password),
    encodeURI(password),
    new URLSearchParams([["", password]]).toString().slice(1),
    bytes.toString("latin1"),
    JSON.stringify(password).slice(1, -1),
    html,
    html.replaceAll("'", "&#39;").replaceAll('"', "&quot;"),
  ];
  // Spaces of a message have been folded before; the longest goes first, so that none is left in halves.
  return [...new Set(forms.map((form) => form.replace(/\s+/g, " ").trim()))]
    .filter((form) => form.length > 0)
    .sort((a, b) => b.length - a.length);
}
