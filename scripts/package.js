// After the build: one archive that runs with Node alone, without a registry, on any system that Node runs on.
import { execFile } from "node:child_process";
import { createHash } from "node:crypto";
import { chmod, cp, mkdir, mkdtemp, readdir, readFile, rm, stat, utimes, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, relative, resolve, sep } from "node:path";
import { parseArgs, promisify } from "node:util";
import { gzipSync } from "node:zlib";
import JSZip from "jszip";
import { bundle, path, prepareRules } from "./bundling.js";
import { billOfMaterials } from "./package/bill-of-materials.js";
import { librariesOf } from "./package/libraries.js";
import { licenceTexts } from "./package/licence-texts.js";
import { isNative, strangersIn } from "./package/refusals.js";
import { startersOf } from "./package/starters.js";

const { values } = parseArgs({ options: { out: { type: "string", default: path("dist/package") } } });
const own = JSON.parse(await readFile(path("package.json"), "utf8"));
const name = `evaluate-${own.version}`;
// The first moment that a zip can name: the same contents are the same bytes whenever they are packed.
const moment = new Date("1980-01-01T00:00:00Z");
// exceljs only writes here; what it would read with stays out, and with it a library without a licence.
const unused = ["fast-csv", "unzipper"];
// Native, and not for every processor: who wants it installs it beside the package.
const optional = ["@duckdb/node-api"];
const copied = [
  "LICENSE",
  "README.md",
  "README.zh-CN.md",
  "CHANGELOG.md",
  "docs",
  "rules",
  "fixtures/jiayuguan-2022",
  "fixtures/schedule",
];

const workshop = await mkdtemp(join(tmpdir(), "evaluate-package-"));
try {
  const folder = join(workshop, name);
  await fill(folder);
  const files = await filesIn(folder);
  refuse(await nativeIn(folder, files), "native code runs on one system only");
  await writeFile(join(folder, "SHA256SUMS"), await sumsOf(folder, files));
  const packed = await pack(workshop, [...files, "SHA256SUMS"].sort());
  await mkdir(values.out, { recursive: true });
  for (const [file, bytes] of packed) await writeFile(join(values.out, file), bytes);
  const sums = packed.map(([file, bytes]) => `${sha256(bytes)}  ${file}\n`);
  await writeFile(join(values.out, "SHA256SUMS"), sums.join(""));
  for (const [file, bytes] of packed) {
    const size = `${(bytes.length / 1024 / 1024).toFixed(1)} MB`;
    process.stdout.write(`${relative(process.cwd(), resolve(values.out, file))}  ${size}\n`);
  }
} finally {
  await rm(workshop, { recursive: true, force: true });
}

async function fill(folder) {
  const metafile = await bundle(join(folder, "dist/bundle"), { empty: unused, external: optional });
  refuse(strangersIn(metafile, optional), "the bundle asks for what is not inside");
  await prepareRules(join(folder, "dist/rules"));
  for (const item of copied) await cp(path(item), join(folder, item), { recursive: true });
  for (const [file, { text, runs }] of Object.entries(await startersOf(own))) {
    await mkdir(join(folder, file, ".."), { recursive: true });
    await writeFile(join(folder, file), text);
    if (runs) await chmod(join(folder, file), 0o755);
  }
  const libraries = await librariesOf(metafile, unused);
  await writeFile(join(folder, "bom.json"), billOfMaterials(own, libraries));
  await writeFile(join(folder, "THIRD-PARTY-LICENSES.txt"), await licenceTexts(libraries));
}

async function nativeIn(folder, files) {
  const read = files.map(async (file) => ({ file, bytes: await readFile(join(folder, file)) }));
  return (await Promise.all(read)).filter(({ file, bytes }) => isNative(file, bytes)).map(({ file }) => file);
}

function refuse(found, reason) {
  if (found.length > 0) throw new Error(`${reason}: ${found.join(", ")}`);
}

async function filesIn(folder) {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile());
  return files
    .map(({ parentPath, name }) => relative(folder, join(parentPath, name)).split(sep).join("/"))
    .sort();
}

async function sumsOf(folder, files) {
  const lines = files.map(async (file) => `${sha256(await readFile(join(folder, file)))}  ${file}\n`);
  return (await Promise.all(lines)).join("");
}

async function pack(workshop, files) {
  const zip = new JSZip();
  for (const file of files) {
    const full = join(workshop, name, file);
    const { mode } = await stat(full);
    const runs = (mode & 0o100) !== 0;
    await chmod(full, runs ? 0o755 : 0o644);
    await utimes(full, moment, moment);
    const kept = { date: moment, createFolders: false, unixPermissions: runs ? 0o755 : 0o644 };
    zip.file(`${name}/${file}`, await readFile(full), kept);
  }
  const zipped = await zip.generateAsync({
    type: "nodebuffer",
    compression: "DEFLATE",
    compressionOptions: { level: 9 },
    platform: "UNIX",
  });
  return [
    [`${name}.tar.gz`, gzipSync(await tar(workshop, files), { level: 9 })],
    [`${name}.zip`, zipped],
  ];
}

async function tar(workshop, files) {
  const anonymous = ["--format=ustar", "--owner=0", "--group=0", "--numeric-owner"];
  const list = files.map((file) => `${name}/${file}`);
  const options = { cwd: workshop, encoding: "buffer", maxBuffer: 256 * 1024 * 1024 };
  const { stdout } = await promisify(execFile)("tar", [...anonymous, "-c", "-f", "-", ...list], options);
  return stdout;
}

function sha256(bytes) {
  return createHash("sha256").update(bytes).digest("hex");
}
