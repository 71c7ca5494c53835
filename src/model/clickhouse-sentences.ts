import type { Params, Sentence } from "./language.ts";

const forZh = (p: Params) => (p.dataset ? `（${p.dataset}）` : "");
const forEn = (p: Params) => (p.dataset ? ` (${p.dataset})` : "");
const saidZh = (p: Params) => (p.detail ? `服务器的说法：${p.detail}` : "");
const saidEn = (p: Params) => (p.detail ? ` It said: ${p.detail}` : "");

/** What can go wrong between us and a ClickHouse. Codes are stable: never reuse one. */
export const clickhouseSentences = {
  U040: {
    zh: (p) =>
      `${p.from} 不是 ClickHouse 的 HTTP 地址，应形如 http://host:8123/db（名称中的特殊字符写作 %XX）。`,
    en: (p) =>
      `${p.from} is not the HTTP address of a ClickHouse; it looks like http://host:8123/db (special characters as %XX).`,
  },
  U041: {
    zh: () =>
      "--connection 里不能写用户名和密码：同一台机器上的其他人看得见命令行。把它们放在环境变量 EVALUATE_USER 和 EVALUATE_PASSWORD 里，或把整个地址放在 EVALUATE_CONNECTION 里。",
    en: () =>
      "--connection must not hold a name and password: others on the machine can see a command line. Put them into EVALUATE_USER and EVALUATE_PASSWORD, or the whole address into EVALUATE_CONNECTION.",
  },
  U042: {
    zh: (p) => `${p.from} 里不认识的参数“${p.name}”。可用的有：seconds（一条语句最多几秒）。`,
    en: (p) =>
      `${p.from} holds the unknown parameter "${p.name}". There is: seconds (how long one statement may take).`,
  },
  U043: {
    zh: (p) => `${p.from} 里的 seconds 应为 1 至 ${p.limit} 的整数。`,
    en: (p) => `seconds in ${p.from} should be a whole number from 1 to ${p.limit}.`,
  },
  D050: {
    zh: (p) =>
      `连不上 ClickHouse（${p.server}：${p.detail}）。检查地址和 HTTP 端口（通常是 8123），服务是否已启动，防火墙是否放行。`,
    en: (p) =>
      `ClickHouse cannot be reached (${p.server}: ${p.detail}). Check the address and its HTTP port (usually 8123), that the server runs, and the firewall.`,
  },
  D051: {
    zh: (p) =>
      `ClickHouse（${p.server}）不接受这个用户名、密码或来源地址。检查 EVALUATE_USER 和 EVALUATE_PASSWORD，以及该用户的 networks。`,
    en: (p) =>
      `ClickHouse (${p.server}) does not accept this name, password or address of origin. Check EVALUATE_USER and EVALUATE_PASSWORD, and the user's networks.`,
  },
  D052: {
    zh: (p) => `ClickHouse（${p.server}）里没有数据库“${p.database}”，或该用户无权使用。检查地址末尾的库名。`,
    en: (p) =>
      `ClickHouse (${p.server}) has no database "${p.database}", or the user may not use it. Check the name at the end of the address.`,
  },
  D053: {
    zh: (p) =>
      `ClickHouse 里没有这张表${forZh(p)}：${p.detail}。检查映射文件中 tables: 的表名，以及 Distributed 表在每个分片上的本地表。`,
    en: (p) =>
      `ClickHouse has no such table${forEn(p)}: ${p.detail}. Check the table in tables: of the mapping, and the local tables of a Distributed table on every shard.`,
  },
  D054: {
    zh: (p) =>
      `ClickHouse 的分片没有答复${p.shard ? `：${p.shard}` : ""}${forZh(p)}。缺了分片的结果不完整，没有写出报告。恢复该分片后重新运行。${saidZh(p)}`,
    en: (p) =>
      `A shard of ClickHouse does not answer${p.shard ? `: ${p.shard}` : ""}${forEn(p)}. Without it the figures would be too small, so no report was written. Bring it back and run again.${saidEn(p)}`,
  },
  D055: {
    zh: (p) =>
      `ClickHouse 在 ${p.seconds} 秒内没有算完${forZh(p)}，没有写出报告。在地址后加 ?seconds=3600 放宽，或为表声明 partition 以少读数据。${saidZh(p)}`,
    en: (p) =>
      `ClickHouse was not done within ${p.seconds} seconds${forEn(p)}; no report was written. Allow more with ?seconds=3600 behind the address, or read less by declaring the table's partition.${saidEn(p)}`,
  },
  D056: {
    zh: (p) =>
      `ClickHouse 的内存上限不够${forZh(p)}，没有写出报告。请管理员调高该用户的 max_memory_usage，或设 max_bytes_before_external_group_by 让它用磁盘。${saidZh(p)}`,
    en: (p) =>
      `ClickHouse ran out of the memory that the user may have${forEn(p)}; no report was written. Ask the operator for a higher max_memory_usage, or for max_bytes_before_external_group_by, which uses the disk.${saidEn(p)}`,
  },
  D057: {
    zh: (p) =>
      `来自 ${p.server} 的答复不完整，或不是 ClickHouse 的答复${forZh(p)}，没有写出报告。看服务是否重启过，中间的代理是否限时或截断，地址和端口是否写对，然后重新运行。${p.detail ? `（${p.detail}）` : ""}`,
    en: (p) =>
      `The answer of ${p.server} broke off, or is not one of ClickHouse${forEn(p)}; no report was written. See whether the server was restarted, whether a proxy between cuts or times out, and whether address and port are right; then run again.${p.detail ? ` (${p.detail})` : ""}`,
  },
  D058: {
    zh: (p) =>
      `这个 ClickHouse 用户是 readonly = 1，不能自己改设置，而它的设置会算出错误的结果。请管理员在它的 profile 里写上：${p.settings}，或把 readonly 改为 2。`,
    en: (p) =>
      `This ClickHouse user has readonly = 1 and cannot choose settings, and those that it has would give wrong figures. Ask the operator to put into its profile: ${p.settings} – or to make it readonly = 2.`,
  },
  D059: {
    zh: (p) => `ClickHouse 用户没有所需的权限${forZh(p)}。它需要读取这些表和 system 库。${saidZh(p)}`,
    en: (p) =>
      `The ClickHouse user lacks a right${forEn(p)}. It needs to read these tables and the database system.${saidEn(p)}`,
  },
  D060: {
    zh: (p) =>
      `ClickHouse 用户的额度不够${forZh(p)}，没有写出报告。请管理员调高它的 quota 或相应的 max_… 设置。${saidZh(p)}`,
    en: (p) =>
      `A quota or limit of the ClickHouse user is used up${forEn(p)}; no report was written. Ask the operator for a higher quota or max_… setting.${saidEn(p)}`,
  },
  D061: {
    zh: (p) => `ClickHouse 里的查询被终止了（KILL QUERY）${forZh(p)}，没有写出报告。问明原因后重新运行。`,
    en: (p) =>
      `The query was killed in ClickHouse (KILL QUERY)${forEn(p)}; no report was written. Find out why, and run again.`,
  },
  D062: {
    zh: (p) =>
      `ClickHouse 报错 ${p.number}${forZh(p)}：${p.detail}。用 --explain-sql 看语句；若是语句有误，请反馈。`,
    en: (p) =>
      `ClickHouse gave error ${p.number}${forEn(p)}: ${p.detail}. --explain-sql shows the statements; if one of them is wrong, please report it.`,
  },
  D063: {
    zh: (p) =>
      `表“${p.table}”分布在 ${p.shards} 个分片上，只有 ${p.answered} 个答复，没有写出报告。检查集群 ${p.cluster} 的各个分片。`,
    en: (p) =>
      `The table "${p.table}" lies on ${p.shards} shards and ${p.answered} answered; no report was written. Check the shards of the cluster ${p.cluster}.`,
  },
  D064: {
    zh: () =>
      "数据里有 22 位以上的数，这个版本的 ClickHouse 打印出来的数字不对，没有写出报告。改正这个数，或改用较新的 ClickHouse。",
    en: () =>
      "There is a number of 22 or more digits, which this version of ClickHouse prints wrong; no report was written. Put the number right, or use a newer ClickHouse.",
  },
  D065: {
    zh: (p) =>
      `一条语句有 ${p.bytes} 字节，超过该用户的 max_query_size（${p.most}）${forZh(p)}。请管理员在它的 profile 里写上 <max_query_size>67108864</max_query_size>，或把 readonly 改为 2。`,
    en: (p) =>
      `A statement has ${p.bytes} bytes, more than the user's max_query_size (${p.most})${forEn(p)}. Ask the operator to put <max_query_size>67108864</max_query_size> into its profile, or to make it readonly = 2.`,
  },
} satisfies Record<string, Sentence>;
