import { gzipSync } from "node:zlib";
import { renderCsv } from "../../src/render/csv.ts";
import { workbook } from "../ingest/workbook.ts";
import { type ZipEntry, zip } from "../ingest/zip.ts";
import { cityReport } from "../render/city-report.ts";
import type { Situation } from "./situation.ts";

const text = "编号,部门\n1,市公安局\n";
const rows = ["1: 编号 | 部门", "2: 1 | 市公安局"];
const gbk = Buffer.from("b1e0bac52cb2bfc3c50a312cb0ecbcfe0a", "hex");
const gbkRows = ["1: 编号 | 部门", "2: 1 | 办件"];
const book = workbook({ rows: '<row><c t="str"><v>甲</v></c></row>' });
const bookRows = (format: string) => [`[${format}表1] xlsx`, "1: 甲"];

/** A name as Chinese Windows writes it into a zip file: in GBK, without saying so. */
function withGbkName(bytes: Buffer): Buffer {
  const [ascii, name] = ["AAAA.csv", Buffer.from("b0ecbcfe2e637376", "hex")];
  const changed = Buffer.from(bytes);
  for (const [mark, flags] of [
    ["PK\x03\x04", 6],
    ["PK\x01\x02", 8],
  ] as const) {
    for (let at = changed.indexOf(mark); at >= 0; at = changed.indexOf(mark, at + 4)) {
      changed.writeUInt16LE(0, at + flags);
    }
  }
  for (let at = changed.indexOf(ascii); at >= 0; at = changed.indexOf(ascii)) name.copy(changed, at);
  return changed;
}

const archive = (...entries: [name: string, data: Buffer | string, more?: Partial<ZipEntry>][]) =>
  zip(entries.map(([name, data, more]) => ({ name, data, ...more })));

export const textFiles: readonly Situation[] = [
  { name: "text in UTF-8", bytes: () => text, reads: ["[-] csv", ...rows] },
  { name: "text in UTF-8 with its mark", bytes: () => `\uFEFF${text}`, reads: ["[-] csv", ...rows] },
  { name: "text in GB18030", bytes: () => gbk, reads: ["[-] csv gb18030", ...gbkRows] },
  {
    name: "text in UTF-16, as Excel's Unicode text",
    bytes: () => Buffer.from(`\uFEFF${text.replaceAll(",", "\t")}`, "utf16le"),
    reads: ["[-] csv utf-16le", ...rows],
  },
  {
    name: "text in UTF-16 the other way round",
    bytes: () => Buffer.from(`\uFEFF${text}`, "utf16le").swap16(),
    reads: ["[-] csv utf-16be", ...rows],
  },
  {
    name: "fields parted by semicolons",
    bytes: () => "a;b\n1,5;2\n",
    reads: ["[-] csv", "1: a | b", "2: 1,5 | 2"],
  },
  { name: "fields parted by bars", bytes: () => "a|b\n1|2\n", reads: ["[-] csv", "1: a | b", "2: 1 | 2"] },
  {
    name: "tabs under an .xls name",
    bytes: () => "a\tb\r\n001\t2\r\n",
    reads: ["[-] csv", "1: a | b", "2: 001 | 2"],
  },
  {
    name: "line breaks and quotes inside fields",
    bytes: () => 'a,b\n"1\n2","说""好"""\n3,4\n',
    reads: ["[-] csv", "1: a | b", '2: 1\n2 | 说"好"', "4: 3 | 4"],
  },
  {
    name: "quotes where none belong, and a comma too many",
    bytes: () => 'a,b\n5"屏,2\n"x"y,3\n4,5,6\n',
    reads: ["[-] csv", "1: a | b", '2: 5"屏 | 2', '3: "x"y | 3', "4: 4 | 5 | 6", "irregular: 2 3 4"],
  },
  { name: "a quote that is never closed", bytes: () => 'a,b\n1,2\n3,"4\n5,6\n', reads: "D005 quote" },
  { name: "text that is not text", bytes: () => Buffer.from("612c00ff0a", "hex"), reads: "D004 binary" },
  { name: "nothing", bytes: () => "", reads: "D012" },
  { name: "nothing but a mark and line ends", bytes: () => "\uFEFF\r\n\r\n", reads: "D012" },
  {
    name: "headings that mean something to JavaScript",
    bytes: () => "__proto__,constructor,toString\n1,hasOwnProperty,__proto__\n",
    reads: ["[-] csv", "1: __proto__ | constructor | toString", "2: 1 | hasOwnProperty | __proto__"],
  },
  {
    name: "our own report, come back as an input",
    bytes: () => renderCsv(cityReport(), { language: "zh" }),
    reads: ["skipped -: own-report"],
  },
  {
    name: "our own report in English",
    bytes: () => renderCsv(cityReport(), { language: "en" }),
    reads: ["skipped -: own-report"],
  },
];

export const archives: readonly Situation[] = [
  { name: "CSV packed with gzip", bytes: () => gzipSync(text), reads: ["[-] csv", ...rows] },
  { name: "GB18030 packed with gzip", bytes: () => gzipSync(gbk), reads: ["[-] csv gb18030", ...gbkRows] },
  { name: "xlsx packed with gzip", bytes: () => gzipSync(book), reads: bookRows("") },
  {
    name: "gzip in several members, as logs are",
    bytes: () => Buffer.concat([gzipSync("a,b\n"), gzipSync("1,2\n")]),
    reads: ["[-] csv", "1: a | b", "2: 1 | 2"],
  },
  { name: "gzip cut short", bytes: () => gzipSync(text).subarray(0, 30), reads: "D005 inflate" },
  {
    name: "gzip whose checksum is wrong",
    bytes: () => {
      const bytes = gzipSync(text);
      bytes[bytes.length - 8] = (bytes[bytes.length - 8] ?? 0) ^ 0xff;
      return bytes;
    },
    reads: "D005 inflate",
  },
  {
    name: "an archive of everything",
    bytes: () =>
      archive(
        ["办件.csv", text],
        ["子目录/清单.xlsx", book],
        ["说明.txt", "x"],
        ["~$清单.xlsx", "lock"],
        ["__MACOSX/._办件.csv", "junk"],
        ["报告.csv", renderCsv(cityReport(), { language: "zh" })],
      ),
    reads: [
      "[- › 办件.csv: 办件] csv",
      ...rows,
      ...bookRows("- › 子目录/清单.xlsx: "),
      "skipped - › ~$清单.xlsx: lock-file",
      "skipped - › 报告.csv: own-report",
    ],
  },
  {
    name: "an archive whose names are in GBK",
    bytes: () => withGbkName(archive(["AAAA.csv", text])),
    reads: ["[- › 办件.csv: 办件] csv", ...rows],
  },
  { name: "an archive without spreadsheets", bytes: () => archive(["a.txt", "a"]), reads: "D004 zip" },
  {
    name: "an empty archive",
    bytes: () => Buffer.from(`504b0506${"00".repeat(18)}`, "hex"),
    reads: "D004 zip",
  },
  {
    name: "an archive in an archive",
    bytes: () => archive(["b.zip", archive(["a.csv", text])]),
    reads: "D006 depth",
  },
  { name: "gzip in an archive", bytes: () => archive(["a.csv.gz", gzipSync(text)]), reads: "D006 depth" },
  {
    name: "an archive in an archive, when that is allowed",
    bytes: () => archive(["b.zip", archive(["a.csv", text])]),
    limits: { maxDepth: 2 },
    reads: ["[- › b.zip › a.csv: a] csv", ...rows],
  },
  {
    name: "several bad members are reported at once",
    bytes: () => archive(["a.csv", ""], ["b.csv", text], ["c.csv", text, { crc: 1 }], ["d.xlsx", "%PDF-1.7"]),
    reads: "D012, D005 crc, D004 pdf",
  },
  {
    name: "a member named like a way out of the archive",
    bytes: () => archive(["../../etc/办件.csv", text]),
    reads: ["[- › ../../etc/办件.csv: 办件] csv", ...rows],
  },
  {
    name: "members named like prototypes",
    bytes: () => archive(["__proto__.csv", text], ["constructor.csv", text]),
    reads: ["[- › __proto__.csv: __proto__] csv", ...rows, "[- › constructor.csv: constructor] csv", ...rows],
  },
  {
    name: "a workbook in an archive that is too large to hold",
    bytes: () => archive(["a.xlsx", book]),
    limits: { maxPackedWorkbook: 100 },
    reads: "D006 unpack",
  },
  { name: "a rar archive", bytes: () => Buffer.from("Rar!\x1a\x07\x01\x00", "latin1"), reads: "D004 packed" },
];
