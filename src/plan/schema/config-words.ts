import { type KeyWords, key } from "./words.ts";

const limit = (zh: string, en: string, example: number) => key(zh, en, [example]);

export const configWords: KeyWords = key(
  "配置：evaluate 平时怎样运行；路径都相对于这个文件。",
  "Configuration: how evaluate usually runs; paths are relative to this file.",
  [],
  {
    of: {
      config: key("名称：随便起。", "Name: any.", ["每周评估"]),
      plan: key("方案：编号或路径。", "Plan: an id or a path.", ["jiayuguan-2022"]),
      inputs: key(
        "输入：文件、文件夹、通配符；{ newest: 通配符 } 只取其中最新的一个。",
        "Inputs: files, folders, patterns; { newest: PATTERN } takes the newest file that matches.",
        [["exports/事项清单.xlsx", { newest: "exports/办件明细_*.xlsx" }]],
        {
          each: key("输入：一处。", "Input: one place.", [], {
            of: {
              newest: key(
                "最新的：名称里日期最晚的；有一个名称没有日期，就取修改时间最晚的。",
                "Newest: by the date in the name; by time of change where one of the names has none.",
                ["exports/办件明细_*.xlsx"],
              ),
            },
          }),
        },
      ),
      asOf: key("数据截至日：日期或 today。", "As of: a day or today.", ["today"]),
      units: key("单位名录：代替方案自带的。", "Units: instead of the plan's.", ["units.yaml"]),
      mapping: key("映射：表头说不清时怎样读。", "Mapping: how sheets are to be read.", ["mapping.yaml"]),
      waivers: key("豁免：豁免文件。", "Waivers: the file of them.", ["waivers.yaml"]),
      outputs: key(
        "输出：一个或多个文件；名称里可用 {plan} 和 {asOf}。",
        "Outputs: one file or a list; names may hold {plan} and {asOf}.",
        [["out/{plan}_{asOf}.html", "out/{plan}_{asOf}.xlsx"]],
      ),
      format: key(
        "标准输出的格式：不写而有 outputs 时不打印。",
        "Format: on stdout; nothing is printed beside outputs without it.",
        ["table"],
      ),
      title: key("标题：代替方案的名称。", "Title: instead of the plan's.", ["十月通报"]),
      unit: key("单位：只看这些单位或分组。", "Unit: only these units or groups.", ["市公安局"]),
      indicator: key("指标：只看这些指标或任务。", "Indicator: only these indicators or tasks.", [
        "instant-share",
      ]),
      groupBy: key("排列：按条款或按国家评估维度。", "Group by: clause or national dimension.", ["clause"]),
      history: key("历史：以前结果的文件夹。", "History: the folder of earlier runs.", ["history/"]),
      baseline: key("对比日：也与这一天的结果比较。", "Baseline: the run of this day is compared with too.", [
        "2022-09-30",
      ]),
      replace: key(
        "替换：同一天已有不同结果时换掉它。",
        "Replace: put this result in the place of another of the same day.",
        [true],
      ),
      margin: key("余量：达标但余量小于此数的列出来。", "Margin: what is met by less is listed.", [1]),
      onlyChanges: key(
        "只报变化：与上次结果相比没有变化时不写报告，不出声。",
        "Only changes: write and say nothing when nothing moved since the last run.",
        [true],
      ),
      ledger: key(
        "整改台账：.xlsx、.csv 或文件夹；名称里可用 {plan} 和 {asOf}。",
        "Ledger: .xlsx, .csv or a folder; its name may hold {plan} and {asOf}.",
        ["out/整改台账_{asOf}.xlsx"],
      ),
      ledgerFrom: key(
        "填好的台账：文件、文件夹或通配符，并入本次台账；名称里可用 {plan} 和 {asOf}。",
        "Ledgers filled in: files, folders or patterns that are merged; names may hold {plan} and {asOf}.",
        [["returned/*.xlsx"]],
      ),
      ledgerLimit: limit(
        "台账条数：每个单位每项指标最多几条，0 为全部。",
        "Ledger limit: rows for each unit and indicator, 0 for all.",
        1000,
      ),
      mask: key(
        "打码：台账摘要里的身份证号、电话号码。",
        "Mask: ID and phone numbers in the ledger's summaries.",
        [true],
      ),
      taskSheets: key("任务交办单：写到这个文件夹。", "Task sheets: the folder for them.", [
        "out/交办单_{asOf}",
      ]),
      failOn: key("门限：有这类指标时以 1 退出。", "Fail on: exit with 1 when an indicator is so.", [
        "overdue",
      ]),
      failUnder: key(
        "最低分：得分低于此数时以 1 退出。",
        "Fail under: exit with 1 when the score is below this.",
        [80],
      ),
      strict: key("从严：有疑点就停。", "Strict: stop at any doubt.", [true]),
      allowEmpty: key("可空：没有一行可用数据也继续。", "Allow empty: go on without any usable row.", [true]),
      maxAge: key(
        "数据最旧几天：比截至日旧于这么多天就停；可按数据集写，none 为不限。",
        "Max age: stop when data is older than so many days before as-of; by dataset too, none for any.",
        [14, [14, "投诉建议=60", "好差评=none"]],
      ),
      lock: key(
        "锁：同时只有一次运行占住这个文件；有 history 时不写也有。",
        "Lock: the file that one run holds at a time; with history there is one anyway.",
        ["evaluate.lock"],
      ),
      wait: key("等候：锁被占时最多等几分钟。", "Wait: minutes to wait for another run's lock.", [10]),
      logLine: key(
        "日志行：最后写一行 键=值 到标准错误输出。",
        "Log line: end with one line of key=value on stderr.",
        [true],
      ),
      language: key("语言：报告和提示的语言。", "Language: of reports and messages.", ["zh", "en"]),
      quiet: key("安静：只输出报告和错误。", "Quiet: the report and errors only.", [true]),
      engine: key("引擎：在哪里统计。", "Engine: where rows are counted.", ["clickhouse"]),
      connection: key(
        "连接：ClickHouse 的地址；不写用户名和密码。",
        "Connection: of ClickHouse; without name and password.",
        ["http://host:8123/db"],
      ),
      memoryLimit: key("内存上限：DuckDB 最多用多少。", "Memory limit: of DuckDB.", ["4GB"]),
      jobs: limit("线程：几个一起读。", "Jobs: threads that share the reading.", 2),
      maxBytes: limit("字节上限：每个文件展开后。", "Max bytes: that one file may inflate to.", 4294967296),
      maxRows: limit("行数上限：每个工作表。", "Max rows: of one sheet.", 20000000),
      maxColumns: limit("列数上限：每个工作表。", "Max columns: of one sheet.", 16384),
      maxCellLength: limit("字符上限：每个单元格。", "Max cell length: characters of one cell.", 1000000),
      maxDepth: limit("压缩层数上限：压缩包套压缩包。", "Max depth: of archives in each other.", 1),
    },
  },
);
