import { createServer, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { expect, onTestFinished, test } from "vitest";
import { Client } from "../../../../src/engine/sql/clickhouse/client.ts";
import type { Connection } from "../../../../src/engine/sql/clickhouse/connection.ts";

async function serving(answer: (response: ServerResponse) => void): Promise<Connection> {
  const server = createServer((request, response) => {
    request.resume();
    answer(response);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  const host = `127.0.0.1:${(server.address() as AddressInfo).port}`;
  return { url: `http://${host}`, host, database: "gov", user: "u", password: "", seconds: 0.2 };
}

// Each byte puts off the wire's own limit, so that only a deadline for the whole answer ends it.
test("an answer that drips on without an end is given up", async () => {
  const connection = await serving((response) => {
    const drip = setInterval(() => response.write(" "), 20);
    response.on("close", () => clearInterval(drip));
  });
  const client = new Client(connection, 0.2);
  await expect(client.open()).rejects.toThrow(/D055/);
  await client.close();
}, 20_000);
