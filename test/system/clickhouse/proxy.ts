import { createServer, request, type Server } from "node:http";
import type { AddressInfo } from "node:net";

/** What a proxy does to the bodies of answers; null breaks the connection off after half of one. */
export type Meddling = (
  body: Buffer,
  statement: string,
) => { status?: number; body: Buffer } | "cut" | "half";

export interface Between {
  readonly port: number;
  meddle: Meddling;
  /** Done before a statement is passed on. */
  before: (statement: string) => Promise<void>;
  /** Hangs up on all who wait for an answer. */
  drop(): void;
  close(): Promise<void>;
}

const honest: Meddling = (body) => ({ body });

/** Stands before a server and passes everything on, but for what `meddle` changes. */
export async function startProxy(to: number): Promise<Between> {
  const proxy: Pick<Between, "meddle" | "before"> = { meddle: honest, before: async () => {} };
  const server: Server = createServer((incoming, outgoing) => {
    const parts: Buffer[] = [];
    incoming.on("data", (part: Buffer) => parts.push(part));
    incoming.on("end", async () => {
      const statement = Buffer.concat(parts);
      await proxy.before(statement.toString());
      const { method, url, headers } = incoming;
      // Bodies are looked into, so they must not come compressed.
      const { "accept-encoding": _, ...rest } = headers;
      const passed = request({ host: "127.0.0.1", port: to, method, path: url, headers: rest }, (answer) => {
        const body: Buffer[] = [];
        answer.on("data", (part: Buffer) => body.push(part));
        answer.on("end", () => {
          const whole = Buffer.concat(body);
          const { "transfer-encoding": __, ...own } = answer.headers;
          const made = proxy.meddle(whole, statement.toString());
          if (made === "cut" || made === "half") {
            outgoing.writeHead(answer.statusCode ?? 200, { ...own, "content-length": whole.length });
            outgoing.write(whole.subarray(0, whole.length / 2), () => {
              if (made === "cut") outgoing.destroy();
              else outgoing.socket?.end();
            });
            return;
          }
          outgoing.writeHead(made.status ?? answer.statusCode ?? 200, {
            ...own,
            "content-length": made.body.length,
          });
          outgoing.end(made.body);
        });
      });
      passed.on("error", () => outgoing.destroy());
      passed.end(statement);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return Object.assign(proxy, {
    port: (server.address() as AddressInfo).port,
    drop: () => server.closeAllConnections(),
    close: () => new Promise<void>((resolve) => server.close(() => resolve())),
  });
}
