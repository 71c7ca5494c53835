import type { Language } from "../../model/language.ts";

export interface Scaffold {
  readonly name: string;
  readonly language: Language;
  /** The year that the example speaks of. */
  readonly year: number;
}

type Say = (zh: string, en: string) => string;

const sayIn =
  (language: Language): Say =>
  (zh, en) =>
    language === "zh" ? zh : en;

/** A plan that shows each construct once, on data that every platform exports. */
export function planText({ name, language, year }: Scaffold): string {
  const say = sayIn(language);
  return `# yaml-language-server: $schema=./schemas/${name}.plan.schema.json
# ${say("上一行让编辑器（装有 YAML 插件）补全和检查本文件，不需要联网。改了单位或字段之后重新生成：", "The line above makes an editor with a YAML plug-in complete and check this file, offline. After a change of units or fields:")}
#   evaluate schema plan --for ${name} -o rules/schemas/${name}.plan.schema.json
# ${say("井号后面是说明。英文词是规则语言，中文词是数据，照表里的写法写。冒号后面要有空格。", "English words are the language; Chinese words are the data, written as they stand in the sheets.")}

plan: ${name}
title: 示例市政务服务能力提升实施方案   # ${say("文件全名", "the document's full name")}
issuer: 示例市人民政府办公室
document: 示政办发〔${year}〕1号             # ${say("文号；没有就删去这一行", "its number; remove the line where there is none")}
issued: ${year}-01-10
# ${say("“本年度”：期外的行不计，会数出来；repeats 让以后的年份按当年算。", "What the document calls 本年度: rows outside are left out, and counted.")}
period: { start: ${year}-01-01, end: ${year}-12-31, repeats: yearly }
units: units/${name}.yaml

# ${say("没有另写的指标都用这些。", "These hold for every indicator that does not say otherwise.")}
defaults: { measuredIn: "%", direction: at-least, responsible: [市政府各部门], deadline: ${year}-12-31 }

# ${say("由同一行的其他字段算出的字段：按期办结为是，超期或到期未办为否，未到期为空。", "Fields computed from others of the same row: 是 when done in time, 否 when late or open past the day, else blank.")}
fields:
  投诉建议.按期办结: { in-time: 办结时间, due: 办理期限 }

# ${say("给几个分组起一个名称。", "A name for several groups.")}
groups:
  全部单位: [各街道办事处, 市政府各部门]

indicators:
  # ${say("占比：where 是算哪些行，that 是哪些算好。“行政许可事项中即办件占比不低于 45%。”", "A share: `where` says whom it is about, `that` what makes a row good.")}
  - id: instant-share
    clause: 二(一)
    name: 即办件占比(行政许可)
    measure:
      share: 事项清单
      where: { 事项类型: 行政许可 }
      that: { 办件类型: 即办件 }
    threshold: 45
    remedy: 承诺 1 天的承诺件改为即办件

  # ${say("比率：先合计再相除。两个阶段，各有时限和目标。", "A ratio of the pooled sums, in two stages with a deadline and a target each.")}
  - id: time-compression
    clause: 二(二)
    name: 承诺时限压缩比
    measure:
      ratio: { of: { sum: 事项清单.压缩天数 }, to: { sum: 事项清单.法定办结时限 } }
      where: { 事项类型: 行政许可 }
    stages:
      - { deadline: ${year}-06-30, threshold: 50 }
      - { deadline: ${year}-12-31, threshold: 60 }
    remedy: 按最短实际办结时间调整承诺时限

  # ${say("平均数，越小越好：direction: at-most。", "An average, the smaller the better: direction: at-most.")}
  - id: average-visits
    clause: 二(三)
    name: 平均到办事现场次数
    measure: { average: 事项清单.到办事现场次数 }
    measuredIn: 次
    direction: at-most
    threshold: 0.5
    remedy: 逐项减少到场环节，支持邮寄送达

  # ${say("“为 0”是 at-most 0；worst 是得 0 分的位置，没有它就没有部分分。", "为 0 is at-most 0; `worst` is the value that earns nothing.")}
  - id: complaints-overdue
    clause: 二(四)
    name: 投诉建议超期办件
    measure: { count: 投诉建议, where: { 按期办结: 否 } }
    measuredIn: 件
    direction: at-most
    threshold: 0
    worst: 10
    responsible: 全部单位
    remedy: 到期前提醒经办人，先办临期件

  # ${say("累计数取各单位最近一期再相加，不按月累加。全域一个目标：scope: shared。", "Running totals: each unit's last row, summed. One target for the whole area: scope: shared.")}
  - id: registrations
    clause: 二(五)
    name: 个人用户注册总量
    measure: { latest: 个人用户统计.注册总量 }
    measuredIn: 人
    threshold: 10000
    responsible: 各街道办事处
    scope: shared
    remedy: 窗口和社区引导群众注册

# ${say("看做没做的事，由任务台账回答。", "Duties that are shown done, answered by 任务台账.")}
tasks:
  - { id: work-plan, clause: 三(一), name: 制定年度工作计划, deadline: ${year}-03-31 }
  - { id: progress-report, clause: 三(二), name: 报送进展, responsible: 各街道办事处, recurrence: { quarterly: true } }
`;
}

export function unitsText({ name, language }: Scaffold): string {
  const say = sayIn(language);
  return `# yaml-language-server: $schema=../schemas/units.schema.json
# ${say("责任单位有哪些，名称怎样写。数据里找不到的名称会报告出来，不会猜。", "Who the units are and how their names are written. A name found nowhere is reported, never guessed.")}
units: ${name}
place: 示例市
whole: [示例市本级]                   # ${say("全域还会写作什么", "further names of the whole area")}
prefixes: [示例市, 示例, 市]          # ${say("名称前可有可无", "may stand before a name or be left out")}
suffixes: [（本级）, 本级, 机关]      # ${say("名称后可有可无", "may follow a name without changing it")}

groups: [各街道办事处, 市政府各部门]  # ${say("按报告里的先后", "in the order of reports")}

# ${say("name 用在方案和报告里；full 和 aliases 是表里的其他写法。", "`name` is used in plans and reports; `full` and `aliases` are further written forms.")}
members:
  - { name: 东风街道办事处, aliases: [东风街道, 东风街道办], group: 各街道办事处 }
  - { name: 西关街道办事处, aliases: [西关街道, 西关街道办], group: 各街道办事处 }
  - { name: 市公安局, full: 示例市公安局, group: 市政府各部门 }
  - { name: 市人社局, full: 示例市人力资源和社会保障局, aliases: [人力社保局], group: 市政府各部门 }
  - { name: 市社保中心, full: 示例市社会保险中心, parent: 市人社局 }  # ${say("它的行也算市人社局的", "its rows count as those of 市人社局 too")}
`;
}

export function testsText({ name, language, year }: Scaffold): string {
  const say = sayIn(language);
  return `# yaml-language-server: $schema=../schemas/${name}.tests.schema.json
# ${say("小份数据和应有的结果：每项指标至少一个刚好达标、一个刚好不达标。运行：", "Small rows and what they must come to: for each indicator one case just met and one just missed. Run:")} evaluate test --coverage
tests: ${name}
as-of: ${year}-10-25

# ${say("填进每一行没写的列。", "Filled into each row that says nothing else.")}
every:
  事项清单: { 实施主体: 市公安局, 事项类型: 行政许可 }
  投诉建议: { 承办单位: 市公安局, 受理时间: ${year}-09-01 }
  个人用户统计: { 统计日期: ${year}-09-30 }

cases:
  - indicator: instant-share
    name: 二十项中九项，刚好 45%；其他类型不算
    rows:
      事项清单:
        - { times: 9, 办件类型: 即办件 }     # ${say("九行相同", "nine rows alike")}
        - { times: 11, 办件类型: 承诺件 }
        - { 事项类型: 行政处罚, 办件类型: 承诺件 }
    expect: { status: met, numerator: 9, denominator: 20, value: 45 }
  - indicator: instant-share
    name: 少一项；单位也看
    rows:
      事项清单:
        - { times: 8, 办件类型: 即办件 }
        - { times: 12, 办件类型: "", 实施主体: 市社保中心 }   # ${say('"" 是空单元格', '"" is a blank cell')}
    expect: { status: open, numerator: 8, denominator: 20, attainment: 8/9, fix: 1 }
    units:
      市公安局: { status: met, numerator: 8, denominator: 8 }
      市人社局: { status: open, numerator: 0, denominator: 12 }

  - indicator: time-compression
    name: 合计 20 天压缩 12 天，刚好 60%；不是许可的不算
    rows:
      事项清单:
        - { 法定办结时限: 10, 承诺办结时限: 3 }
        - { 法定办结时限: 10, 承诺办结时限: 5个工作日 }
        - { 事项类型: 公共服务, 法定办结时限: 10, 承诺办结时限: 10 }
    expect: { status: met, numerator: 12, denominator: 20, value: 60 }
  - indicator: time-compression
    name: 上半年看第一阶段
    as-of: ${year}-06-01
    rows:
      事项清单:
        - { 法定办结时限: 10, 承诺办结时限: 6 }
    expect: { status: open, value: 40, threshold: 50, stage: 1 }

  - indicator: average-visits
    name: 两项一次，刚好 0.5 次；空白不算
    rows: { 事项清单: [{ 到办事现场次数: 0次 }, { 到办事现场次数: 1 }, { 到办事现场次数: "" }] }
    expect: { status: met, numerator: 1, denominator: 2, value: 0.5 }
  - indicator: average-visits
    name: 多跑一次
    rows: { 事项清单: [{ 到办事现场次数: 1 }, { 到办事现场次数: 1 }] }
    expect: { status: open, value: 1, attainment: 0.5 }

  - indicator: complaints-overdue
    name: 当日到期不算超期
    rows: { 投诉建议: [{ 办理期限: ${year}-10-25, 办结时间: "" }] }
    expect: { status: met, value: 0 }
  - indicator: complaints-overdue
    name: 迟办结一件、过期未办一件
    rows:
      投诉建议:
        - { 办理期限: ${year}-09-10, 办结时间: ${year}-09-11 }
        - { 办理期限: ${year}-10-24, 办结时间: "" }
    expect: { status: open, value: 2, attainment: 0.8 }

  - indicator: registrations
    name: 各单位最近一期之和刚好一万；旧的一期不加
    rows:
      个人用户统计:
        - { 统计单位: 东风街道办事处, 注册总量: 6000 }
        - { 统计单位: 西关街道办事处, 注册总量: 4000 }
        - { 统计单位: 西关街道办事处, 统计日期: ${year}-08-31, 注册总量: 3900 }
    expect: { status: met, value: 10000, rows: 2 }
  - indicator: registrations
    name: 差一人
    rows: { 个人用户统计: [{ 统计单位: 东风街道办事处, 注册总量: 9999 }] }
    expect: { status: open, value: 9999, gap: 1, move: 1 }
`;
}

export function readmeText({ name, language }: Scaffold): string {
  return language === "zh" ? readmeZh(name) : readmeEn(name);
}

function readmeZh(name: string): string {
  return `# 规则文件

\`\`\`sh
evaluate check                               # 检查规则
evaluate test --coverage                     # 运行规则测试，看哪些条件没有试过
evaluate show ${name}                        # 看方案怎样被理解
evaluate sample ${name} -o sample.xlsx       # 生成演示数据
evaluate --plan ${name} sample.xlsx          # 评估
evaluate template ${name} -o 填报表.xlsx     # 给单位填的空表
\`\`\`

| 文件 | 内容 |
|---|---|
| \`${name}.yaml\` | 方案：指标和任务 |
| \`units/${name}.yaml\` | 责任单位 |
| \`tests/${name}.test.yaml\` | 规则测试 |
| \`schemas/\` | 编辑器补全和检查用，由 \`evaluate schema\` 生成 |

先把 \`units/${name}.yaml\` 换成自己的单位，再逐条把文件里的句子写成指标，每条配两个测试：一个刚好达标，一个刚好不达标。单位、字段、指标编号变了之后，重新生成：

\`\`\`sh
evaluate schema plan --for ${name} -o rules/schemas/${name}.plan.schema.json
evaluate schema tests --for ${name} -o rules/schemas/${name}.tests.schema.json
\`\`\`
`;
}

function readmeEn(name: string): string {
  return `# Rule files

\`\`\`sh
evaluate check                               # lint the rules
evaluate test --coverage                     # run the rule tests; which conditions were never tried
evaluate show ${name}                        # the plan as it is understood
evaluate sample ${name} -o sample.xlsx       # synthetic data
evaluate --plan ${name} sample.xlsx          # evaluate it
evaluate template ${name} -o template.xlsx   # an empty workbook for departments
\`\`\`

| file | what it holds |
|---|---|
| \`${name}.yaml\` | the plan: indicators and tasks |
| \`units/${name}.yaml\` | the responsible units |
| \`tests/${name}.test.yaml\` | rule tests |
| \`schemas/\` | for editors, made by \`evaluate schema\` |

Begin with your own units in \`units/${name}.yaml\`, then write the document sentence by sentence as indicators, each with two tests: one just met, one just missed. After a change of units, fields or ids:

\`\`\`sh
evaluate schema plan --for ${name} -o rules/schemas/${name}.plan.schema.json
evaluate schema tests --for ${name} -o rules/schemas/${name}.tests.schema.json
\`\`\`
`;
}
