import type { Language, Params, Sentence } from "./language.ts";

/** What exactly is wrong with a file; D004, D005, D006 and D009 name one of these as `reason`. */
const reasons = {
  // D004: not a spreadsheet.
  binary: { zh: () => "二进制内容", en: () => "binary content" },
  zip: { zh: () => "压缩包，里面没有表格文件", en: () => "a zip file without a spreadsheet in it" },
  docx: { zh: () => "Word 文档", en: () => "a Word document" },
  odt: { zh: () => "OpenDocument 文件，但不是表格", en: () => "an OpenDocument file, but not a sheet" },
  ole: { zh: () => "旧版 Office 文件，但不是工作簿", en: () => "an old Office file, but not a workbook" },
  sheetless: { zh: () => "工作簿里没有工作表", en: () => "a workbook without a worksheet" },
  page: { zh: () => "网页，里面没有表格", en: () => "a web page without a table in it" },
  mhtml: { zh: () => "网页存档（MHTML）", en: () => "a web archive (MHTML)" },
  xml: { zh: () => "XML 文件，但不是工作簿", en: () => "an XML file, but not a workbook" },
  merged: {
    zh: (p) => `网页表格里有 ${p.count} 个合并单元格，无法读取`,
    en: (p) => `a web page with ${p.count} merged cells`,
  },
  packed: {
    zh: () => "不支持的压缩格式，请先解压",
    en: () => "packed in a way that is not supported: unpack it first",
  },
  pdf: { zh: () => "PDF 文件", en: () => "a PDF file" },
  // D005: damaged.
  truncated: {
    zh: (p) => `压缩包不完整，可能下载或拷贝中断（${p.detail}）`,
    en: (p) => `the zip container is incomplete (${p.detail})`,
  },
  inflate: {
    zh: (p) => `${p.part} 解压失败（${p.detail}）`,
    en: (p) => `${p.part} cannot be inflated (${p.detail})`,
  },
  crc: { zh: (p) => `${p.part} 的校验和不符`, en: (p) => `the checksum of ${p.part} is wrong` },
  size: {
    zh: (p) => `${p.part} 的长度与压缩包目录不符`,
    en: (p) => `${p.part} is not as long as the zip directory says`,
  },
  compression: {
    zh: (p) => `${p.part} 的压缩方法不受支持`,
    en: (p) => `${p.part} uses an unsupported compression method`,
  },
  missing: { zh: (p) => `缺少部件 ${p.part}`, en: (p) => `the part ${p.part} is missing` },
  markup: {
    zh: (p) => `${p.part} 的 XML 不完整或有误`,
    en: (p) => `the XML of ${p.part} is incomplete or wrong`,
  },
  doctype: {
    zh: (p) => `${p.part} 带有 DOCTYPE 声明，出于安全拒绝读取`,
    en: (p) => `${p.part} carries a DOCTYPE, which is refused for safety`,
  },
  token: { zh: (p) => `${p.part} 里有过长的标记`, en: (p) => `${p.part} holds an overlong piece of markup` },
  encoding: { zh: (p) => `${p.part} 的文字编码有误`, en: (p) => `the text encoding of ${p.part} is wrong` },
  sharedString: {
    zh: (p) => `${p.part} 引用了不存在的共享字符串 ${p.index}`,
    en: (p) => `${p.part} refers to the shared string ${p.index}, which does not exist`,
  },
  quote: {
    zh: (p) => `第 ${p.line} 行附近的引号没有成对`,
    en: (p) => `the quotes near line ${p.line} do not pair up`,
  },
  unreadable: {
    zh: (p) => `内容无法解析（${p.detail}）`,
    en: (p) => `its content makes no sense (${p.detail})`,
  },
  container: { zh: () => "文件内部的结构自相矛盾", en: () => "the parts of the file contradict each other" },
  endless: {
    zh: (p) => `读了 ${p.seconds} 秒仍未读完`,
    en: (p) => `reading it did not end within ${p.seconds} seconds`,
  },
  repeats: {
    zh: (p) => `${p.part} 声明的重复单元格超过 ${p.limit} 个`,
    en: (p) => `${p.part} declares more than ${p.limit} repeated cells`,
  },
  // D006: over a limit.
  bytes: {
    zh: (p) => `解压后有 ${p.size} 字节，上限 ${p.limit}`,
    en: (p) => `${p.size} bytes when inflated, the limit is ${p.limit}`,
  },
  whole: {
    zh: (p) =>
      `这种格式须整个读入内存，有 ${p.size} 字节，上限 ${p.limit}；也可以在 WPS 或 Excel 中另存为 .xlsx`,
    en: (p) =>
      `this format is read into memory whole: ${p.size} bytes, the limit is ${p.limit}; saving it as .xlsx helps too`,
  },
  unpack: {
    zh: (p) => `压缩包里的工作簿超过 ${p.limit} 字节；也可以先解压`,
    en: (p) => `a workbook inside an archive has more than ${p.limit} bytes; unpacking it first helps too`,
  },
  depth: {
    zh: (p) => `压缩包里还有压缩包，最多 ${p.limit} 层；也可以先解压`,
    en: (p) => `archives lie in each other deeper than ${p.limit}; unpacking them first helps too`,
  },
  texts: { zh: (p) => `共享字符串超过 ${p.limit} 个`, en: (p) => `more than ${p.limit} shared texts` },
  rows: { zh: (p) => `超过 ${p.limit} 行`, en: (p) => `more than ${p.limit} rows` },
  columns: {
    zh: (p) => `第 ${p.line} 行超过 ${p.limit} 列`,
    en: (p) => `row ${p.line} has more than ${p.limit} columns`,
  },
  cell: {
    zh: (p) => `有单元格超过 ${p.limit} 个字符`,
    en: (p) => `a cell is longer than ${p.limit} characters`,
  },
  // D009: the system does not let us.
  changed: {
    zh: () => "读取时文件变了，可能正在写入或传输，请稍后再试",
    en: () => "the file changed while it was read: it may still be written or copied, try again later",
  },
  folder: { zh: () => "这是文件夹，不是文件", en: () => "it is a folder, not a file" },
  permission: { zh: () => "没有读取权限", en: () => "reading it is not permitted" },
  busy: { zh: () => "文件正被其他程序占用，请先关闭", en: () => "another program holds it: close it first" },
  // D022: a snapshot.
  "snapshot-read": { zh: (p) => `无法读取（${p.detail}）`, en: (p) => `it cannot be read (${p.detail})` },
  "snapshot-packing": {
    zh: () => "文件不完整或被改动过",
    en: () => "the file is incomplete, or was changed",
  },
  "snapshot-too-large": {
    zh: () => "解开后大得不像快照",
    en: () => "unpacked it is larger than any snapshot",
  },
  "snapshot-json": { zh: () => "里面不是快照", en: () => "what is in it is no snapshot" },
  "snapshot-version": {
    zh: (p) => `版本 ${p.detail} 比本工具新，请升级`,
    en: (p) => `its version, ${p.detail}, is newer than this tool: upgrade it`,
  },
  "snapshot-shape": { zh: (p) => `${p.detail} 有误`, en: (p) => `${p.detail} is wrong` },
  "snapshot-renamed": {
    zh: (p) => `文件名与内容不符，里面是 ${p.detail}`,
    en: (p) => `its name does not fit what it holds, ${p.detail}`,
  },
} satisfies Record<string, Sentence>;

export type DataReason = keyof typeof reasons;

/** The words for `reason`, or the ready `text` of problems that have none. */
export function dataReason(params: Params, language: Language): string {
  const name = params.reason;
  return typeof name === "string" && Object.hasOwn(reasons, name)
    ? reasons[name as DataReason][language](params)
    : String(params.text ?? "");
}
