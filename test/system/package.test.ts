import { execFile, execFileSync, spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { utils, write } from "@e965/xlsx";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { extensions } from "../../src/render/renderers.ts";

const root = fileURLToPath(new URL("../../", import.meta.url));
const { version } = JSON.parse(readFileSync(join(root, "package.json"), "utf8")) as { version: string };
const name = `evaluate-${version}`;
// Anything that reaches for the network ends the run, also where the network cannot be taken away.
const cutOff = `
import dgram from "node:dgram";
import dns from "node:dns";
import { syncBuiltinESMExports } from "node:module";
import net from "node:net";
const refuse = () => { throw new Error("reached for the network"); };
net.Socket.prototype.connect = refuse;
dgram.createSocket = refuse;
dns.lookup = refuse;
syncBuiltinESMExports();
`;

let workshop: string;
let folder: string;
const inside = (...names: string[]) => join(folder, ...names);
const data = () => inside("fixtures/jiayuguan-2022/data.xlsx");
const sha256 = (bytes: Uint8Array) => createHash("sha256").update(bytes).digest("hex");

function pack(out: string): string {
  execFileSync(process.execPath, [join(root, "scripts/package.js"), "--out", out], { cwd: root });
  return out;
}

interface Outcome {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs a program as a machine without network would, from a folder without node_modules above it. */
function offline(program: string, args: readonly string[], env: NodeJS.ProcessEnv = {}): Promise<Outcome> {
  const preload = `--import=${new URL(`file://${workshop}/cut-off.mjs`).href}`;
  const [command, ...before] = unshare() ? ["unshare", "-rn", program] : [program];
  const settings = { cwd: workshop, env: { PATH: process.env.PATH, NODE_OPTIONS: preload, ...env } };
  return new Promise((resolve) => {
    execFile(
      command ?? program,
      [...before, ...args],
      { ...settings, maxBuffer: 2 ** 28 },
      (error, stdout, stderr) =>
        resolve({ code: typeof error?.code === "number" ? error.code : 0, stdout, stderr }),
    );
  });
}

function unshare(): boolean {
  try {
    execFileSync("unshare", ["-rn", "true"], { stdio: "ignore" });
    return true;
  } catch {
    return false;
  }
}

const evaluate = (...args: string[]) => offline(inside("evaluate"), args);

beforeAll(() => {
  workshop = realpathSync(mkdtempSync(join(tmpdir(), "evaluate-offline-")));
  pack(join(workshop, "first"));
  execFileSync("tar", ["-xzf", join(workshop, "first", `${name}.tar.gz`), "-C", workshop]);
  folder = join(workshop, name);
  writeFileSync(join(workshop, "cut-off.mjs"), cutOff);
});
afterAll(() => rmSync(workshop, { recursive: true, force: true }));

describe("the offline package, unpacked where there is nothing else", () => {
  test("there is no node_modules for it to lean on", () => {
    for (let at = folder; at !== dirname(at); at = dirname(at))
      expect(existsSync(join(at, "node_modules"))).toBe(false);
  });

  test("the network is cut off in these tests", async () => {
    const { code, stderr } = await offline(process.execPath, ["-e", 'require("node:net").connect(9)']);
    expect(code).toBe(1);
    expect(stderr).toContain("reached for the network");
  });

  test("runs the main job and writes every format", async () => {
    const files = Object.keys(extensions).map((ending) => `report${ending}`);
    const outputs = files.flatMap((file) => ["-o", file]);
    const { code, stderr } = await evaluate(
      "--plan",
      "jiayuguan-2022",
      data(),
      "--as-of",
      "2022-10-25",
      ...outputs,
    );
    expect({ code, stderr }).toEqual({ code: 0, stderr: files.map((file) => `已写出 ${file}\n`).join("") });
    const written = (file: string) => readFileSync(join(workshop, file));
    for (const file of files) expect(written(file).length, file).toBeGreaterThan(5_000);
    for (const file of ["report.xlsx", "report.docx"])
      expect(written(file).subarray(0, 2).toString("latin1"), file).toBe("PK");
    expect(written("report.html").toString()).toContain("<svg");
  });

  test("writes ledgers and task sheets without a word from Node", async () => {
    const { code, stderr } = await evaluate(
      ..."--plan jiayuguan-2022 --as-of 2022-10-25 --ledger 台账/ --task-sheets 交办单/".split(" "),
      data(),
    );
    expect([code, stderr]).toEqual([0, expect.not.stringContaining("Warning")]);
    expect(stderr).toContain("已写出整改台账");
  });

  test("says the same as the tool that it was made from, with one thread and with two", async () => {
    const args = [
      "--plan",
      "jiayuguan-2022",
      "fixtures/jiayuguan-2022/data.xlsx",
      "--as-of",
      "2022-10-25",
      "-f",
      "json",
    ];
    const script = `const { main } = await import(${JSON.stringify(new URL("../../dist/cli/main.js", import.meta.url).href)});
      process.exitCode = await main(process);`;
    const options = { cwd: root, encoding: "utf8", maxBuffer: 2 ** 28 } as const;
    const own = execFileSync(
      process.execPath,
      ["--input-type=module", "-e", script, "evaluate", ...args],
      options,
    );
    for (const jobs of ["1", "2"]) {
      const [command, ...rest] = [inside("evaluate"), ...args, "--jobs", jobs];
      const packed = execFileSync(command ?? "", rest, { ...options, cwd: folder });
      expect(packed).toBe(own);
    }
  });

  test("checks its rules, fills a template and reads an old Excel file", async () => {
    expect((await evaluate("check")).code).toBe(0);
    expect(await evaluate("template", "jiayuguan-2022", "-o", "template.xlsx")).toMatchObject({ code: 0 });
    const book = utils.book_new();
    const rows = [
      ["投诉编号", "承办单位", "类型"],
      ["T1", "市医保局", "投诉"],
    ];
    utils.book_append_sheet(book, utils.aoa_to_sheet(rows), "投诉建议");
    writeFileSync(
      join(workshop, "old.xls"),
      write(book, { type: "buffer", bookType: "biff8" }) as Uint8Array,
    );
    const { code, stdout } = await evaluate("inspect", "old.xls", "-p", "jiayuguan-2022", "-f", "json");
    expect(code).toBe(0);
    expect(stdout).toContain('"投诉建议"');
  });

  test("starts through a link, and says what it lacks where there is no Node", async () => {
    const tools = join(workshop, "tools");
    mkdirSync(tools);
    for (const tool of ["dirname", "readlink", "sh"])
      symlinkSync(
        execFileSync("sh", ["-c", `command -v ${tool}`], { encoding: "utf8" }).trim(),
        join(tools, tool),
      );
    symlinkSync(inside("evaluate"), join(workshop, "link"));
    expect(await offline(join(workshop, "link"), ["--version"])).toMatchObject({
      code: 0,
      stdout: `${version}\n`,
    });
    const bare = spawnSync(join(tools, "sh"), [inside("evaluate"), "--version"], { env: { PATH: tools } });
    expect(bare.status).toBe(70);
    expect(bare.stderr.toString()).toContain("Node.js 20.19");
  });

  test("starts on Windows by a file with its line ends", () => {
    const text = readFileSync(inside("evaluate.cmd"), "latin1");
    expect(
      text
        .split("\n")
        .slice(0, -1)
        .every((line) => line.endsWith("\r")),
    ).toBe(true);
    expect(text).toContain('"%~dp0bin\\evaluate.js" %*');
  });
});

describe("what is in the package", () => {
  const filesIn = (at: string) =>
    readdirSync(at, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map(({ parentPath, name }) => join(parentPath, name).slice(at.length + 1))
      .sort();

  test("sums for each of its files and for the archives", () => {
    const listed = (file: string) =>
      readFileSync(file, "utf8")
        .trimEnd()
        .split("\n")
        .map((line) => line.split("  ") as [string, string]);
    const sums = listed(inside("SHA256SUMS"));
    expect(sums.map(([, file]) => file)).toEqual(filesIn(folder).filter((file) => file !== "SHA256SUMS"));
    for (const [sum, file] of sums) expect(sha256(readFileSync(inside(file))), file).toBe(sum);
    const archives = listed(join(workshop, "first/SHA256SUMS"));
    expect(archives.map(([, file]) => file)).toEqual([`${name}.tar.gz`, `${name}.zip`]);
    for (const [sum, file] of archives)
      expect(sha256(readFileSync(join(workshop, "first", file))), file).toBe(sum);
  });

  test("the zip holds the same files", () => {
    const zipped = join(workshop, "zipped");
    execFileSync("unzip", ["-q", join(workshop, "first", `${name}.zip`), "-d", zipped]);
    expect(filesIn(join(zipped, name))).toEqual(filesIn(folder));
    for (const file of filesIn(folder))
      expect(sha256(readFileSync(join(zipped, name, file))), file).toBe(sha256(readFileSync(inside(file))));
  });

  test("made again, it is the same bytes", () => {
    const again = pack(join(workshop, "again"));
    expect(readFileSync(join(again, "SHA256SUMS"), "utf8")).toBe(
      readFileSync(join(workshop, "first/SHA256SUMS"), "utf8"),
    );
  });

  test("a bill of materials: each library once, with version, licence and sum, and what needs what", () => {
    const bom = JSON.parse(readFileSync(inside("bom.json"), "utf8")) as Bom;
    expect(bom).toMatchObject({ bomFormat: "CycloneDX", specVersion: "1.6", version: 1 });
    expect(bom.serialNumber).toMatch(
      /^urn:uuid:[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/,
    );
    expect(bom.metadata.component).toMatchObject({ type: "application", name: "evaluate", version });
    const refs = bom.components.map((component) => component["bom-ref"]);
    expect(new Set(refs).size).toBe(refs.length);
    for (const component of bom.components) {
      expect(component.purl, component.name).toMatch(/^pkg:npm\/[^@\s]+@[^@\s]+$/);
      expect(component.hashes, component.name).toEqual([
        { alg: "SHA-512", content: expect.stringMatching(/^[0-9a-f]{128}$/) },
      ]);
      expect(component.licenses, component.name).toHaveLength(1);
    }
    const known = new Set([bom.metadata.component["bom-ref"], ...refs]);
    expect(new Set(bom.dependencies.map(({ ref }) => ref))).toEqual(known);
    for (const { ref, dependsOn } of bom.dependencies)
      expect(
        dependsOn.filter((one) => !known.has(one)),
        ref,
      ).toEqual([]);
  });

  test("every library that the tool asks for is on the bill, and its licence comes along", () => {
    const bom = JSON.parse(readFileSync(inside("bom.json"), "utf8")) as Bom;
    const named = bom.components.map(({ group, name }) => (group === undefined ? name : `${group}/${name}`));
    const own = JSON.parse(readFileSync(join(root, "package.json"), "utf8")) as { dependencies: object };
    expect(Object.keys(own.dependencies).filter((library) => !named.includes(library))).toEqual([]);
    const texts = readFileSync(inside("THIRD-PARTY-LICENSES.txt"), "utf8");
    const titles = bom.components.map(({ version }, index) => `\n${named[index]} ${version} (`);
    expect(titles.filter((title) => !texts.includes(title))).toEqual([]);
  });

  test.each([
    ["a Node addon", "canvas.node", "00000000", true],
    ["a Linux library under another name", "data.bin", "7f454c46", true],
    ["a Windows program", "tool.exe", "4d5a9000", true],
    ["a workbook", "data.xlsx", "504b0304", false],
    ["a program of ours", "main.js", "696d706f", false],
  ])("native code is refused: %s", async (_, file, head, native) => {
    const { isNative } = (await import(join(root, "scripts/package/refusals.js"))) as {
      isNative: (file: string, bytes: Buffer) => boolean;
    };
    expect(isNative(file, Buffer.from(head, "hex"))).toBe(native);
  });
});

interface Bom {
  readonly serialNumber: string;
  readonly metadata: { readonly component: Component };
  readonly components: readonly Component[];
  readonly dependencies: readonly { readonly ref: string; readonly dependsOn: readonly string[] }[];
}

interface Component {
  readonly "bom-ref": string;
  readonly group?: string;
  readonly name: string;
  readonly version: string;
  readonly purl: string;
  readonly hashes: readonly unknown[];
  readonly licenses: readonly unknown[];
}
