import { spawn } from "node:child_process";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { type Ports, serverConfig, usersConfig } from "./server-config.ts";

const READY_WITHIN_MS = 60_000;

/** A server that runs. */
export interface Server {
  readonly pid: number;
  /** Kills it as a power cut would, and waits until it is gone. */
  kill(): Promise<void>;
}

// Its input ends when the tests' process ends, however that came about: then the server is killed too.
const keeper =
  '"$1" --config-file="$2" >/dev/null 2>&1 & server=$!; echo $server; read -r _; kill -9 $server; wait';

/** Starts the server of a folder and waits until it answers. */
export async function startServer(
  program: string,
  folder: string,
  ports: Ports,
  shards: readonly Ports[],
): Promise<Server> {
  for (const name of ["data", "tmp", "files"]) mkdirSync(join(folder, name), { recursive: true });
  const config = join(folder, "config.xml");
  writeFileSync(config, serverConfig(folder, ports, shards));
  writeFileSync(join(folder, "users.xml"), usersConfig());
  const shell = spawn("sh", ["-c", keeper, "keeper", program, config], {
    stdio: ["pipe", "pipe", "inherit"],
    detached: true,
  });
  const ended = new Promise<void>((resolve) => shell.once("close", () => resolve()));
  const pid = await new Promise<number>((resolve, reject) => {
    shell.stdout.once("data", (text: Buffer) => resolve(Number(text.toString())));
    shell.once("error", reject);
  });
  const kill = async () => {
    shell.stdin.end();
    await ended;
    await gone(ports);
  };
  const deadline = Date.now() + READY_WITHIN_MS;
  while (!(await answers(ports))) {
    if (Date.now() > deadline || !alive(pid)) {
      await kill();
      throw new Error(`ClickHouse did not start:\n${readFileSync(join(folder, "server.err.log"), "utf8")}`);
    }
    await sleep(50);
  }
  // The loop must not be held open by a server that nobody stops.
  shell.unref();
  return { pid, kill };
}

function alive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}

async function answers({ http }: Ports): Promise<boolean> {
  try {
    return (await fetch(`http://127.0.0.1:${http}/ping`)).ok;
  } catch {
    return false;
  }
}

async function gone(ports: Ports): Promise<void> {
  while (await answers(ports)) await sleep(20);
}

/** Ports that nobody listens on at this moment. */
export async function freePorts(count: number): Promise<number[]> {
  const servers = await Promise.all(
    Array.from(
      { length: count },
      () =>
        new Promise<ReturnType<typeof createServer>>((resolve) => {
          const server = createServer();
          server.listen(0, "127.0.0.1", () => resolve(server));
        }),
    ),
  );
  const ports = servers.map((server) => {
    const address = server.address();
    return typeof address === "object" && address !== null ? address.port : 0;
  });
  await Promise.all(servers.map((server) => new Promise((resolve) => server.close(resolve))));
  return ports;
}
