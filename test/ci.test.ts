import { execFile } from "node:child_process";
import { cp, mkdir, mkdtemp, readFile, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { delimiter, dirname, join, resolve } from "node:path";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { parse } from "yaml";
import { evaluate } from "./cli/fake-process.ts";

// The examples of fixtures/ci without the services that they are made for: their commands run in a repository
// that has evaluate installed, on a plan that is right and on one that is not.
let repo = "";
let right = "";
const rule = () => join(repo, "rules/mycity.yaml");

beforeAll(async () => {
  repo = await mkdtemp(join(tmpdir(), "ci-"));
  await evaluate(["init", "mycity"], { cwd: repo });
  right = await readFile(rule(), "utf8");
  await mkdir(join(repo, "node_modules/.bin"), { recursive: true });
  await writeFile(join(repo, "package.json"), '{ "name": "rules-of-ours", "private": true }\n');
  await writeFile(join(repo, ".gitignore"), "node_modules\n");
  await symlink(resolve("bin/evaluate.js"), join(repo, "node_modules/.bin/evaluate"));
  for (const args of [
    ["init", "-q"],
    ["config", "user.name", "t"],
    ["config", "user.email", "t@example.org"],
    ["add", "."],
    ["commit", "-qm", "rules"],
  ])
    expect((await run("git", args)).code).toBe(0);
  await cp("fixtures/ci/git-hooks/pre-commit", join(repo, ".git/hooks/pre-commit"));
}, 60_000);
afterAll(() => rm(repo, { recursive: true }));
beforeEach(() => writeFile(rule(), right));

interface Ended {
  readonly code: number;
  readonly out: string;
}

function run(command: string, args: readonly string[]): Promise<Ended> {
  // Git tells its hooks where its own repository is; a test inside one must not pass that on.
  const env = Object.fromEntries(Object.entries(process.env).filter(([name]) => !name.startsWith("GIT_")));
  env.PATH = [dirname(process.execPath), env.PATH].join(delimiter);
  return new Promise((done) => {
    execFile(command, args, { cwd: repo, env }, (error, stdout, stderr) => {
      done({ code: error === null ? 0 : Number(error.code ?? 1), out: stdout + stderr });
    });
  });
}

const known = new Map<string, Promise<Ended>>();

/** As both services run a line; one that several examples have runs once on the same rules. */
function shell(line: string, state: "right" | "broken"): Promise<Ended> {
  const key = `${state} ${line}`;
  const ended = known.get(key) ?? run("bash", ["-e", "-o", "pipefail", "-c", line]);
  known.set(key, ended);
  return ended;
}

const breakRule = () => writeFile(rule(), right.replace("share: 事项清单", "share: 事项清淡"));

async function example(file: string): Promise<unknown> {
  return parse(await readFile(join("fixtures/ci", file), "utf8"));
}

interface Workflow {
  readonly jobs: {
    rules: { steps: readonly { run?: string; uses?: string; with?: Record<string, unknown> }[] };
  };
}

interface GitLab {
  readonly "check-rules": {
    readonly script: readonly string[];
    readonly artifacts: { paths: string[]; reports: Record<string, string> };
  };
}

interface PreCommit {
  readonly repos: readonly { hooks: readonly { entry: string; files: string }[] }[];
}

const sources = {
  "github-workflow.yml": async (file) => {
    const { jobs } = (await example(file)) as Workflow;
    return jobs.rules.steps.flatMap((step) => step.run ?? []);
  },
  "gitlab-ci.yml": async (file) => ((await example(file)) as GitLab)["check-rules"].script,
  "pre-commit-config.yaml": async (file) =>
    ((await example(file)) as PreCommit).repos.flatMap(({ hooks }) => hooks.map(({ entry }) => entry)),
} satisfies Record<string, (file: string) => Promise<readonly string[]>>;

describe.each(Object.entries(sources))("%s", (file, commandsIn) => {
  test("every command that calls evaluate passes on rules that are right", async () => {
    const commands = (await commandsIn(file)).filter((line) => line.includes("evaluate"));
    expect(commands.length).toBeGreaterThanOrEqual(2);
    for (const line of commands) {
      const { code, out } = await shell(line, "right");
      expect({ line, code, out: code === 0 ? "" : out }).toEqual({ line, code: 0, out: "" });
    }
  });

  test("one of them refuses a dataset that there is not, and none fetches a stranger's package", async () => {
    await breakRule();
    const commands = (await commandsIn(file)).filter((line) => line.includes("evaluate"));
    const [gate = ""] = commands.filter((line) => line.includes("check --max-warnings 0"));
    const { code, out } = await shell(gate, "broken");
    expect(code).toBe(1);
    expect(out).toContain("事项清淡");
    for (const line of commands) expect(line).toContain("npx --no-install evaluate ");
  });
});

test("the files that the services pick up are written by the commands", async () => {
  const lines = await Promise.all(Object.entries(sources).map(([file, commandsIn]) => commandsIn(file)));
  for (const line of lines.flat())
    if (line.includes("evaluate") && line.includes(" -o ")) await shell(line, "right");
  const { artifacts } = ((await example("gitlab-ci.yml")) as GitLab)["check-rules"];
  expect(Object.values(artifacts.reports).toSorted()).toEqual(artifacts.paths.toSorted());
  expect(JSON.parse(await readFile(join(repo, artifacts.reports.codequality ?? ""), "utf8"))).toEqual([]);
  expect(await readFile(join(repo, artifacts.reports.junit ?? ""), "utf8")).toContain('failures="0"');
  const { jobs } = (await example("github-workflow.yml")) as Workflow;
  const uploaded = jobs.rules.steps.flatMap(({ with: given }) => given?.sarif_file ?? []);
  const sarif = JSON.parse(await readFile(join(repo, String(uploaded[0])), "utf8")) as { version: string };
  expect(sarif.version).toBe("2.1.0");
});

test("the pre-commit framework runs them for rule files only", async () => {
  const { repos } = (await example("pre-commit-config.yaml")) as PreCommit;
  for (const { files } of repos.flatMap(({ hooks }) => hooks)) {
    expect("rules/units/mycity.yaml").toMatch(new RegExp(files));
    expect("data/rules.yaml").not.toMatch(new RegExp(files));
  }
});

describe("the git hook", () => {
  const commit = (message: string) => run("git", ["commit", "-qm", message]);
  const commits = async () => Number((await run("git", ["rev-list", "--count", "HEAD"])).out);

  test("refuses a commit with a broken rule, and says where it is broken", async () => {
    await breakRule();
    await run("git", ["add", "rules"]);
    const before = await commits();
    const { code, out } = await commit("broken");
    expect(code).toBe(1);
    expect(out).toMatch(/rules\/mycity\.yaml:\d+:\d+/);
    expect(out).toContain("事项清淡");
    expect(await commits()).toBe(before);
    await run("git", ["reset", "-q", "--hard"]);
  });

  test("refuses a rule that its tests contradict", async () => {
    await writeFile(rule(), right.replace("threshold: 45", "threshold: 46"));
    await run("git", ["add", "rules"]);
    const { code, out } = await commit("stricter");
    expect(code).toBe(1);
    expect(out).toContain("✗ instant-share");
    await run("git", ["reset", "-q", "--hard"]);
  });

  test("looks at what is staged: a broken working tree is no hindrance", async () => {
    await writeFile(rule(), right.replace("承诺 1 天的承诺件改为即办件", "改为即办件"));
    await run("git", ["add", "rules"]);
    await breakRule();
    const before = await commits();
    expect(await commit("wording")).toMatchObject({ code: 0 });
    expect(await commits()).toBe(before + 1);
    await run("git", ["reset", "-q", "--hard", "HEAD~1"]);
  });

  test("lets commits alone that touch no rule", async () => {
    await breakRule();
    await writeFile(join(repo, "notes.txt"), "x\n");
    await run("git", ["add", "notes.txt"]);
    expect((await commit("notes")).code).toBe(0);
  });
});
