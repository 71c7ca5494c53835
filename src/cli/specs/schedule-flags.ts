import type { OptionSpec } from "../command-spec.ts";
import { file } from "./flags.ts";

/** For runs that nobody watches. */
export const schedule: readonly OptionSpec[] = [
  {
    flags: "--lock",
    value: file,
    about: {
      zh: "两次运行不同时进行：占住这个文件，占不到就以 4 退出（有 --history 时不写也有，在历史文件夹里）",
      en: "one run at a time: hold this file, or exit with 4 (with --history there is one in its folder)",
    },
  },
  {
    flags: "--wait",
    value: { zh: "分钟", en: "minutes" },
    about: {
      zh: "别的运行占着锁时最多等多久（默认 0）",
      en: "how long to wait for another run's lock (default 0)",
    },
  },
  {
    flags: "--only-changes",
    about: {
      zh: "与上次结果相比没有变化时什么也不写、不说，以 0 退出（与 --history 同用）",
      en: "write and say nothing, and exit with 0, when nothing moved since the last run (with --history)",
    },
  },
  {
    flags: "--log-line",
    about: {
      zh: "最后在标准错误输出写一行 键=值，供日志和监控读取",
      en: "end with one line of key=value on stderr, for logs and monitoring",
    },
  },
  {
    flags: "--max-age",
    value: { zh: "天|数据集=天", en: "days|dataset=days" },
    about: {
      zh: "数据比截至日旧于这么多天就停（以 3 退出）；可按数据集写，none 为不限；可重复",
      en: "stop (exit 3) when data is older than so many days before as-of; by dataset, none for any; repeatable",
    },
    repeatable: true,
  },
];
