import { execFile, execFileSync } from "node:child_process";
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { createServer, type Server } from "node:http";
import { type AddressInfo, createServer as createTcpServer } from "node:net";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { parse } from "yaml";
import { errorsOf } from "./published.ts";

// The examples of fixtures/schedule in a scratch folder that stands for /srv/evaluate, with the programs that
// they call in one that stands for /usr/local/bin. evaluate is the built one.
const example = (name: string) => readFileSync(join("fixtures/schedule", name), "utf8");
let base: string;
let bin: string;
let job: string;
let server: Server;
const heavy = '"out/{plan}_{asOf}.html", "out/{plan}_{asOf}.xlsx", ';
const received: string[] = [];
let hook = "";

beforeAll(async () => {
  base = mkdtempSync(join(tmpdir(), "schedule-"));
  bin = join(base, "bin");
  mkdirSync(bin);
  symlinkSync(process.execPath, join(bin, "node"));
  symlinkSync(resolve("bin/evaluate.js"), join(bin, "evaluate"));
  // Mail that a test can read: each letter a file of subject, address and text.
  writeFileSync(join(bin, "mail"), `#!/bin/sh\n{ echo "$2 > $3"; cat; } > "${base}/letter.txt"\n`, {
    mode: 0o755,
  });
  server = createServer((request, response) => {
    let body = "";
    request.on("data", (part) => {
      body += part;
    });
    request.on("end", () => {
      received.push(`${request.method} ${request.headers["content-type"]} ${body}`);
      response.end();
    });
  });
  await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
  hook = `http://127.0.0.1:${(server.address() as AddressInfo).port}/hook`;
});
afterAll(() => {
  server.close();
  rmSync(base, { recursive: true });
});

beforeEach(() => {
  received.length = 0;
  job = mkdtempSync(join(base, "job-"));
  cpSync("fixtures/schedule/deliver.sh", join(job, "deliver.sh"));
  // One of the stories writes all reports of the example; the others are quicker with the last.
  const config = example("evaluate.config.yaml");
  expect(config).toContain(`outputs: [${heavy}`);
  writeFileSync(join(job, "evaluate.config.yaml"), config.replace(heavy, ""));
  for (const folder of ["exports", "out"]) mkdirSync(join(job, folder));
  export_("20221024");
});
afterEach(() => {
  rmSync(job, { recursive: true });
  rmSync(join(base, "letter.txt"), { force: true });
});

function export_(day: string): void {
  cpSync("fixtures/jiayuguan-2022/data.xlsx", join(job, "exports", `平台导出_${day}.xlsx`));
}

interface Ended {
  readonly code: number;
  readonly out: string;
}

/** As a scheduler runs a line: sh, and nothing of the environment but what it sets. */
function sh(line: string, env: Readonly<Record<string, string>>, asOf = "2022-10-26"): Promise<Ended> {
  const here = (text: string) => text.replaceAll("/srv/evaluate", job).replaceAll("/usr/local/bin", bin);
  const settings = Object.fromEntries(Object.entries(env).map(([name, value]) => [name, here(value)]));
  return new Promise((done) => {
    execFile(
      "/bin/sh",
      ["-c", here(line)],
      { cwd: "/", env: { ...settings, EVALUATE_AS_OF: asOf } },
      (error, stdout, stderr) =>
        done({ code: error === null ? 0 : Number(error.code), out: stdout + stderr }),
    );
  });
}

const letter = () =>
  existsSync(join(base, "letter.txt")) ? readFileSync(join(base, "letter.txt"), "utf8") : null;
const reports = () => readdirSync(join(job, "out")).sort();
const path = { PATH: "/usr/local/bin:/usr/bin:/bin" };

describe("crontab", () => {
  const lines = example("crontab").split("\n");
  const env = Object.fromEntries(
    lines.flatMap((line) => {
      const [, name, value] = /^([A-Z]+)=(.*)$/.exec(line) ?? [];
      return name === undefined ? [] : [[name, value ?? ""]];
    }),
  );
  const field = /^(\*|\d+(-\d+)?(,\d+(-\d+)?)*)(\/\d+)?$/;
  const jobs = lines.flatMap((line) => {
    const [, when, command] = /^#?((?:[\d*/,-]+ ){5}) (.+)$/.exec(line) ?? [];
    return when === undefined || command === undefined ? [] : [{ when: when.trim().split(" "), command }];
  });

  test("has five fields in each line, and no % that cron would take for a line break", () => {
    expect(jobs).toHaveLength(2);
    for (const { when, command } of jobs) {
      for (const one of when) expect(one).toMatch(field);
      expect(command).not.toContain("%");
    }
    expect(env.PATH?.split(":")).toContain("/usr/local/bin");
  });

  test("the plain line prints, for cron to mail, when something moved, and nothing when not", async () => {
    const [plain] = jobs;
    writeFileSync(join(job, "evaluate.config.yaml"), example("evaluate.config.yaml"));
    const first = await sh(plain?.command ?? "", env);
    expect(first.code).toBe(1);
    expect(first.out).toContain("evaluate date=");
    expect(reports()).toEqual([
      "jiayuguan-2022_2022-10-26.html",
      "jiayuguan-2022_2022-10-26.xlsx",
      "latest.md",
    ]);
    expect(await sh(plain?.command ?? "", env)).toEqual({ code: 0, out: "" });
    expect(await sh(plain?.command ?? "", env, "2022-10-27")).toEqual({ code: 0, out: "" });
    expect(reports()).toHaveLength(3);
  }, 60_000);

  test("the other line delivers, and keeps a log", async () => {
    const command = (jobs[1]?.command ?? "").replace("http://127.0.0.1:8080/hook", hook);
    expect(await sh(command, env)).toEqual({ code: 1, out: "" });
    expect(readFileSync(join(job, "evaluate.log"), "utf8")).toMatch(/^evaluate date=.* exit=1$/m);
    expect(letter()).toMatch(/^evaluate: exit code 1 > office@example\.org\n/);
    expect(letter()).toContain("# 嘉峪关市一体化政务服务能力提升实施方案");
    expect(received).toHaveLength(1);
  }, 60_000);
});

describe("deliver.sh", () => {
  const deliver = (env: Readonly<Record<string, string>>, asOf?: string) =>
    sh("/srv/evaluate/deliver.sh", { ...path, ...env }, asOf);

  test("posts what WeCom and DingTalk understand", async () => {
    expect((await deliver({ WEBHOOK_URL: hook })).code).toBe(1);
    expect(received).toHaveLength(1);
    const [method, type, ...body] = (received[0] ?? "").split(" ");
    expect([method, type]).toEqual(["POST", "application/json"]);
    const { msgtype, text } = JSON.parse(body.join(" ")) as { msgtype: string; text: { content: string } };
    expect(msgtype).toBe("text");
    expect(text.content).toMatch(/^evaluate date=\S+ plan=jiayuguan-2022 asOf=2022-10-26 .* exit=1$/);
  }, 60_000);

  test("sends nothing when nothing moved", async () => {
    await deliver({});
    expect(await deliver({ WEBHOOK_URL: hook, MAIL_TO: "a@example.org" }, "2022-10-27")).toEqual({
      code: 0,
      out: "",
    });
    expect({ received, letter: letter() }).toEqual({ received: [], letter: null });
  }, 60_000);

  test("sends what went wrong, without an old report", async () => {
    await deliver({});
    rmSync(join(job, "exports"), { recursive: true });
    const { code, out } = await deliver({ WEBHOOK_URL: hook, MAIL_TO: "a@example.org" });
    expect(code).toBe(3);
    expect(out).toContain("exit=3");
    expect(letter()).toMatch(/^evaluate: exit code 3 > a@example\.org\n/);
    expect(letter()).not.toContain("# 嘉峪关市");
    expect(received[0]).toContain("problems=D00");
  }, 60_000);

  test("stops at exports that are too old", async () => {
    const { code, out } = await deliver({}, "2022-12-20");
    expect(code).toBe(3);
    expect(out).toContain("D024");
    expect(reports()).toEqual([]);
  }, 60_000);
});

/** [Section] Key=value; a key may come again. */
function unit(name: string): ReadonlyMap<string, readonly string[]> {
  const found = new Map<string, string[]>();
  let section = "";
  for (const line of example(name).split("\n")) {
    if (line === "" || line.startsWith("#")) continue;
    section = /^\[(.+)\]$/.exec(line)?.[1] ?? section;
    const [, key, value = ""] = /^([A-Za-z]+)=(.*)$/.exec(line) ?? [];
    if (key !== undefined) found.set(`${section}.${key}`, [...(found.get(`${section}.${key}`) ?? []), value]);
    else expect(line).toMatch(/^\[\w+\]$/);
  }
  return found;
}

describe("systemd", () => {
  test("the service's command runs as written, in its environment", async () => {
    const service = unit("evaluate.service");
    const env = Object.fromEntries(
      (service.get("Service.Environment") ?? []).map((one) => /^(\w+)=(.*)$/.exec(one)?.slice(1) ?? []),
    );
    expect(service.get("Service.Type")).toEqual(["oneshot"]);
    const [command = ""] = service.get("Service.ExecStart") ?? [];
    expect((await sh(command, { ...env, WEBHOOK_URL: hook })).code).toBe(1);
    expect(letter()).toContain("evaluate: exit code 1 > office@example.org");
    expect(unit("evaluate.timer").get("Timer.OnCalendar")).toEqual(["Mon *-*-* 08:00:00"]);
  }, 60_000);

  test("systemd, where it is, finds nothing wrong with the units", () => {
    for (const name of ["evaluate.service", "evaluate.timer"])
      writeFileSync(join(job, name), example(name).replaceAll("/srv/evaluate", job));
    const units = ["evaluate.service", "evaluate.timer"].map((name) => join(job, name));
    expect(found("systemd-analyze", ["verify", ...units])).toBe("");
  });
});

/** What a checker says; nothing where it is not installed. */
function found(program: string, args: readonly string[]): string {
  try {
    return execFileSync(program, args, { encoding: "utf8", stdio: "pipe" });
  } catch (error) {
    const { code, stderr } = error as NodeJS.ErrnoException & { stderr: string };
    return code === "ENOENT" ? "" : stderr;
  }
}

interface Element {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: Element[];
  text: string;
}

/** Enough of XML for a task: declaration, comments, elements, attributes, text; anything else is an error. */
function xml(source: string): Element {
  const root: Element = { name: "", attributes: {}, children: [], text: "" };
  const open = [root];
  const token =
    /<\?xml [^?]*\?>|<!--(?:(?!--).)*-->|<(\/?)([A-Za-z]+)((?: [A-Za-z]+="[^"<&]*")*) ?(\/?)>|([^<&]+)/gsy;
  for (let at = 0; at < source.length; at = token.lastIndex) {
    const match = token.exec(source);
    if (match === null) throw new Error(`not well-formed at ${source.slice(at, at + 40)}`);
    const [, end, name, attributes = "", empty, text] = match;
    const top = open.at(-1) ?? root;
    if (text !== undefined) top.text += text.trim();
    if (name === undefined) continue;
    if (end === "/") expect(open.pop()?.name).toBe(name);
    else {
      const pairs = [...attributes.matchAll(/([A-Za-z]+)="([^"]*)"/g)].map(([, key, value]) => [key, value]);
      const element: Element = { name, attributes: Object.fromEntries(pairs), children: [], text: "" };
      top.children.push(element);
      if (empty !== "/") open.push(element);
    }
  }
  expect(open).toEqual([root]);
  expect(root.children).toHaveLength(1);
  return root.children[0] ?? root;
}

// Of the schema of Task Scheduler 2.0 (MS-TSCH 2.5), what an element may hold: elements, or a kind of text.
const flag = /^(true|false)$/;
const duration = /^PT\d+[HM]$/;
const allowed: Readonly<Record<string, readonly string[] | RegExp>> = {
  Task: ["RegistrationInfo", "Triggers", "Settings", "Data", "Principals", "Actions"],
  RegistrationInfo: [
    "URI",
    "SecurityDescriptor",
    "Source",
    "Date",
    "Author",
    "Version",
    "Description",
    "Documentation",
  ],
  Description: /./,
  Triggers: [
    "BootTrigger",
    "RegistrationTrigger",
    "IdleTrigger",
    "TimeTrigger",
    "EventTrigger",
    "LogonTrigger",
    "SessionStateChangeTrigger",
    "CalendarTrigger",
  ],
  CalendarTrigger: [
    "Enabled",
    "StartBoundary",
    "EndBoundary",
    "Repetition",
    "ExecutionTimeLimit",
    "RandomDelay",
    "ScheduleByDay",
    "ScheduleByWeek",
    "ScheduleByMonth",
    "ScheduleByMonthDayOfWeek",
  ],
  StartBoundary: /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d$/,
  Enabled: flag,
  ScheduleByWeek: ["WeeksInterval", "DaysOfWeek"],
  WeeksInterval: /^\d+$/,
  DaysOfWeek: ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"],
  Monday: /^$/,
  Principals: ["Principal"],
  Principal: ["UserId", "LogonType", "GroupId", "RunLevel", "DisplayName"],
  LogonType: /^(S4U|Password|InteractiveToken|InteractiveTokenOrPassword)$/,
  RunLevel: /^(LeastPrivilege|HighestAvailable)$/,
  Settings: [
    "AllowStartOnDemand",
    "RestartOnFailure",
    "MultipleInstancesPolicy",
    "DisallowStartIfOnBatteries",
    "StopIfGoingOnBatteries",
    "AllowHardTerminate",
    "StartWhenAvailable",
    "NetworkProfileName",
    "RunOnlyIfNetworkAvailable",
    "WakeToRun",
    "Enabled",
    "Hidden",
    "DeleteExpiredTaskAfter",
    "IdleSettings",
    "NetworkSettings",
    "ExecutionTimeLimit",
    "Priority",
    "RunOnlyIfIdle",
  ],
  MultipleInstancesPolicy: /^(Parallel|Queue|IgnoreNew|StopExisting)$/,
  DisallowStartIfOnBatteries: flag,
  StopIfGoingOnBatteries: flag,
  StartWhenAvailable: flag,
  ExecutionTimeLimit: duration,
  Actions: ["Exec", "ComHandler", "SendEmail", "ShowMessage"],
  Exec: ["Command", "Arguments", "WorkingDirectory"],
  Command: /^C:\\/,
  Arguments: /./,
  WorkingDirectory: /^C:\\/,
};

function checkTask({ name, children, text }: Element): void {
  const may = allowed[name];
  if (may instanceof RegExp) {
    expect({ name, children, text }).toEqual({ name, children: [], text: expect.stringMatching(may) });
    return;
  }
  expect({ name, text }).toEqual({ name, text: "" });
  for (const child of children) {
    expect(may ?? []).toContain(child.name);
    checkTask(child);
  }
}

function textOf(element: Element, ...names: readonly string[]): string {
  const inner = names.reduce<Element | undefined>(
    (at, name) => at?.children.find((one) => one.name === name),
    element,
  );
  return inner?.text ?? "";
}

describe("Windows", () => {
  const task = xml(example("task-scheduler.xml"));
  const script = example("deliver.cmd");

  test("the task holds what the Task Scheduler documents, in its namespace, in ASCII", () => {
    expect(task.attributes).toEqual({
      version: "1.2",
      xmlns: "http://schemas.microsoft.com/windows/2004/02/mit/task",
    });
    checkTask(task);
    expect(example("task-scheduler.xml")).toMatch(/^[\x20-\x7e\n]+$/);
    const [actions, principals] = ["Actions", "Principals"].map((name) =>
      task.children.find((one) => one.name === name),
    );
    expect(actions?.attributes.Context ?? "Author").toBe(principals?.children[0]?.attributes.id);
  });

  test("a task with an element out of place is seen", () => {
    expect(() => checkTask(xml("<Task><Exec></Exec></Task>"))).toThrow();
    expect(() => xml("<Task><Exec></Task></Exec>")).toThrow();
  });

  test("it runs the script of its folder, which runs the job of that folder", async () => {
    const folder = textOf(task, "Actions", "Exec", "WorkingDirectory");
    expect(textOf(task, "Actions", "Exec", "Arguments")).toBe(`/d /c ${folder}\\deliver.cmd`);
    expect(script.split("\r\n").every((line) => !line.includes("\n"))).toBe(true);
    expect(script).toMatch(/^[\x20-\x7e\r\n]+$/);
    expect(script).toContain('cd /d "%~dp0"');
    const [, call] = /^call C:\\evaluate\\evaluate\.cmd( .*)$/m.exec(script) ?? [];
    expect(call?.trim()).toBe('%* 2>"%log%"');
    expect((await sh("cd /srv/evaluate && evaluate", path)).code).toBe(1);
  }, 60_000);

  test("every jump has its label, and every block its end", () => {
    const labels = [...script.matchAll(/^:(\w+)\r$/gm)].map(([, label]) => label);
    for (const [, label] of script.matchAll(/goto (\w+)/g)) expect(labels).toContain(label);
  });

  const curl = (pattern: RegExp, values: Readonly<Record<string, string>>) => {
    const line = script.split("\r\n").find((one) => one.startsWith("curl.exe") && pattern.test(one)) ?? "";
    const filled = line
      .replace(/%(\w+)%/g, (_, name: string) => values[name] ?? "")
      .replace(">nul", ">/dev/null");
    return sh(filled.replace("curl.exe", "curl"), path);
  };

  test("its webhook is posted by curl", async () => {
    const log = join(job, "log");
    writeFileSync(`${log}.json`, '{"msgtype":"text","text":{"content":"evaluate exit=1"}}\r\n');
    expect(await curl(/WEBHOOK_URL/, { log, WEBHOOK_URL: hook })).toEqual({ code: 0, out: "" });
    expect(received).toEqual([
      'POST application/json {"msgtype":"text","text":{"content":"evaluate exit=1"}}\r\n',
    ]);
  });

  test("its letter is handed to a mail server by curl", async () => {
    const said: string[] = [];
    const post = createTcpServer((socket) => {
      let letterFollows = false;
      socket.write("220 here\r\n");
      socket.on("data", (part) => {
        for (const line of part
          .toString()
          .split("\r\n")
          .filter((one) => one !== "")) {
          said.push(line);
          if (letterFollows && line !== ".") continue;
          letterFollows = line === "DATA";
          socket.write(line === "DATA" ? "354 go on\r\n" : line === "QUIT" ? "221 bye\r\n" : "250 fine\r\n");
        }
      });
    });
    await new Promise<void>((listening) => post.listen(0, "127.0.0.1", listening));
    const log = join(job, "log");
    writeFileSync(`${log}.mail`, "Subject: evaluate: exit code 1\r\n\r\nevaluate exit=1\r\n");
    const SMTP_URL = `smtp://127.0.0.1:${(post.address() as AddressInfo).port}`;
    const { code } = await curl(/SMTP_URL/, {
      log,
      SMTP_URL,
      MAIL_FROM: "a@example.org",
      MAIL_TO: "b@example.org",
    });
    post.close();
    expect(code).toBe(0);
    expect(said).toEqual(
      expect.arrayContaining(["RCPT TO:<b@example.org>", "Subject: evaluate: exit code 1", "."]),
    );
  });
});

describe("GitLab", () => {
  interface Pipeline {
    readonly "weekly-evaluation": {
      readonly script: readonly string[];
      readonly variables: Readonly<Record<string, string>>;
      readonly artifacts: { readonly paths: readonly string[] };
      readonly cache: { readonly paths: readonly string[] };
    };
  }
  const pipeline = parse(example("gitlab-ci.yml")) as Pipeline;

  test("its published schema allows the pipeline", async () => {
    expect(await errorsOf("gitlab-ci.json", pipeline)).toEqual([]);
  });

  test("the script runs where the repository has evaluate installed", async () => {
    mkdirSync(join(job, "node_modules/.bin"), { recursive: true });
    writeFileSync(join(job, "package.json"), '{ "private": true }\n');
    symlinkSync(resolve("bin/evaluate.js"), join(job, "node_modules/.bin/evaluate"));
    const { script, variables, artifacts, cache } = pipeline["weekly-evaluation"];
    const lines = script.filter((line) => line !== "npm ci");
    const npx = { PATH: `${resolve(process.execPath, "..")}:/usr/bin:/bin`, HOME: base };
    const { code, out } = await sh(["set -e", "cd /srv/evaluate", ...lines].join("\n"), {
      ...npx,
      ...variables,
    });
    expect({ code, out }).toEqual({ code: 1, out: expect.stringContaining("exit=1") });
    for (const kept of [...artifacts.paths, ...cache.paths])
      expect(readdirSync(join(job, kept)).length).toBeGreaterThan(0);
  }, 60_000);
});
