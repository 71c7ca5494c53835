import type { Sentence } from "./language.ts";

/** What `check` says about rules that load, and are probably not what was meant. Codes are stable. */
export const lintSentences = {
  R101: {
    zh: (p) => `${p.owner}：阈值 ${p.threshold} 超出可能的范围（${p.range}）。改正阈值或计量单位。`,
    en: (p) =>
      `${p.owner}: the threshold ${p.threshold} is outside the possible range (${p.range}). Correct it or the unit.`,
  },
  R102: {
    zh: (p) => `${p.owner}：目标是 0，又没有写 worst，差一点也得 0 分。写上得 0 分的值，如 worst: 100。`,
    en: (p) =>
      `${p.owner}: the target is 0 and there is no worst, so the slightest miss earns nothing. Give the value that earns 0, such as worst: 100.`,
  },
  R103: {
    zh: (p) => `${p.owner}：100% 的要求写作 at-least，不用 exactly。`,
    en: (p) => `${p.owner}: an obligation of 100 % is written at-least, not exactly.`,
  },
  R104: {
    zh: (p) =>
      `${p.owner}：名称里的“${p.word}”与方向 ${p.direction}（阈值 ${p.threshold}）不一致。核对方向。`,
    en: (p) =>
      `${p.owner}: "${p.word}" in the name does not go with ${p.direction} ${p.threshold}. Check the direction.`,
  },
  R105: {
    zh: (p) => `${p.owner}：${p.direction} ${p.threshold}，任何值都达标。核对方向和阈值。`,
    en: (p) =>
      `${p.owner}: every value meets ${p.direction} ${p.threshold}. Check the direction and the threshold.`,
  },
  R106: {
    zh: (p) => `${p.owner}：${p.direction} ${p.threshold}，没有值能达标。核对方向和阈值。`,
    en: (p) =>
      `${p.owner}: no value meets ${p.direction} ${p.threshold}. Check the direction and the threshold.`,
  },
  R107: {
    zh: (p) => `${p.owner}：后一阶段的阈值 ${p.threshold} 比前一阶段的 ${p.before} 宽。核对两个阶段。`,
    en: (p) =>
      `${p.owner}: the threshold ${p.threshold} of this stage is looser than ${p.before} of the one before. Check both.`,
  },
  R109: {
    zh: (p) =>
      `${p.owner}：以 % 计量，阈值 ${p.threshold} 只有百分之 ${p.threshold}。是 ${p.meant}% 就写 ${p.meant}；不是百分数就写 measuredIn，如 次。`,
    en: (p) =>
      `${p.owner}: measured in %, the threshold ${p.threshold} is less than one per cent. Write ${p.meant} for ${p.meant} %; write measuredIn where it is no percentage.`,
  },
  R110: {
    zh: (p) => `${p.owner}：期限 ${p.deadline} 早于印发日期 ${p.issued}。核对年份。`,
    en: (p) => `${p.owner}: the deadline ${p.deadline} is before the issue date ${p.issued}. Check the year.`,
  },
  R111: {
    zh: (p) => `${p.owner}：期限 ${p.deadline} 不在考核期 ${p.start} 至 ${p.end} 内。改正期限或 period。`,
    en: (p) =>
      `${p.owner}: the deadline ${p.deadline} is outside the period ${p.start} to ${p.end}. Correct it or the period.`,
  },
  R112: {
    zh: (p) => `${p.owner}：方向是 ${p.direction}，没有 baseline，只显示数值，不计分。有基数就写上。`,
    en: (p) =>
      `${p.owner}: the direction is ${p.direction} and there is no baseline, so the value is shown and not scored. Give a baseline if there is one.`,
  },
  R113: {
    zh: (p) => `${p.owner}：baseline 只用于 improve、reduce 和累计数的进度，这里不起作用。删去。`,
    en: (p) =>
      `${p.owner}: a baseline serves improve, reduce and the pace of running totals; here it does nothing. Remove it.`,
  },
  R114: {
    zh: (p) =>
      `${p.owner}：worst 在这里不起作用（${p.direction}${p.weight === "0" ? "，权重 0" : ""}）。删去。`,
    en: (p) =>
      `${p.owner}: worst does nothing here (${p.direction}${p.weight === "0" ? ", weight 0" : ""}). Remove it.`,
  },
  R115: {
    zh: (p) => `权重合计 ${p.sum}，不等于方案写明的 ${p.expected}。改正权重或 totalWeight。`,
    en: (p) =>
      `The weights add up to ${p.sum}, not to ${p.expected} as the plan says. Correct them or totalWeight.`,
  },
  R116: {
    zh: () => "没有一项指标计分（权重都是 0 或没有阈值），也没有任务。至少写一项计分的指标或任务。",
    en: () =>
      "No indicator is scored (weight 0 or no target) and there is no task. Let one at least be scored.",
  },
  R117: {
    zh: (p) => `印发日期 ${p.issued} 晚于考核期末 ${p.end}。核对年份，或写 repeats: yearly。`,
    en: (p) =>
      `The issue date ${p.issued} is after the end of the period, ${p.end}. Check the year, or say repeats: yearly.`,
  },
  R118: {
    zh: (p) => `${p.owner}：没有期限，ongoing 不起作用。写上 deadline，或删去 ongoing。`,
    en: (p) => `${p.owner}: without a deadline ongoing does nothing. Give a deadline or remove ongoing.`,
  },
  R119: {
    zh: (p) => `bands 的起点应从 0 起，不重复，不超过 100：${p.text}。`,
    en: (p) => `bands begin at 0, each once, none above 100: ${p.text}.`,
  },
  R120: {
    zh: (p) =>
      `${p.owner}：分子（of）没有“${p.missing}”的条件，不在分母（to）之内，结果可能超过 100%。把条件写到 ratio 旁的 where。`,
    en: (p) =>
      `${p.owner}: of lacks the condition on "${p.missing}", so it is not within to and the rate may pass 100 %. Put the condition into a where beside ratio.`,
  },
  R121: {
    zh: (p) =>
      `${p.owner}：分子是分母的一部分，用 share（where 写对象，that 写合格条件）才能列出要整改的行。`,
    en: (p) =>
      `${p.owner}: of is a part of to; a share (where: whom, that: good) says the same and lists the rows to put right.`,
  },
  R122: {
    zh: (p) => `${p.owner}：that 的条件 where 里都有，每一行都合格，结果总是 100%。把合格条件写在 that。`,
    en: (p) =>
      `${p.owner}: where has all that that asks for, so every row is good and the share is always 100 %. Say in that what makes a row good.`,
  },
  R123: {
    zh: (p) => `${p.owner}：对“${p.field}”的条件互相矛盾，没有行能符合。改正其中一个。`,
    en: (p) => `${p.owner}: the conditions on "${p.field}" exclude each other, so no row fits. Correct one.`,
  },
  R124: {
    zh: (p) => `${p.owner}：“${p.part}”写了两次。删去一个。`,
    en: (p) => `${p.owner}: "${p.part}" is written twice. Remove one.`,
  },
  R125: {
    zh: (p) => `${p.owner}：${p.key} 是空的，所有行都符合。写上条件，或删去。`,
    en: (p) => `${p.owner}: ${p.key} is empty, so every row fits. Give a condition or remove it.`,
  },
  R127: {
    zh: (p) =>
      `${p.owner}：“${p.field}”从 ${p.dataset} 查得，查不到时为空，这样的行不符合。若不该如此，用 exists 另行处理。`,
    en: (p) =>
      `${p.owner}: "${p.field}" is looked up in ${p.dataset} and missing where there is no such row; such rows fail the test. Use exists where that is not meant.`,
  },
  R128: {
    zh: (p) => `${p.owner}：占比以“${p.measuredIn}”计量，值在 0 到 1 之间。写 measuredIn: "%"。`,
    en: (p) =>
      `${p.owner}: a share measured in "${p.measuredIn}" lies between 0 and 1. Write measuredIn: "%".`,
  },
  R129: {
    zh: (p) => `${p.owner}：${p.dataset} 没有单位列，分不出各责任单位。写 by，或写 scope: shared。`,
    en: (p) =>
      `${p.owner}: ${p.dataset} has no unit column, so units cannot be told apart. Name one with by, or say scope: shared.`,
  },
  R131: {
    zh: (p) => `${p.owner}：算法、目标、期限和单位都与“${p.other}”相同。改正其中一个，或删去。`,
    en: (p) =>
      `${p.owner}: measure, target, deadline and units are those of "${p.other}". Correct or remove one.`,
  },
  R135: {
    zh: (p) => `编号“${p.id}”与“${p.other}”只差一个字符，容易写错。换一个。`,
    en: (p) =>
      `The ids "${p.id}" and "${p.other}" differ by one character and are easily mistaken. Change one.`,
  },
  R136: {
    zh: (p) => `“${p.id}”与“${p.other}”的条款和名称都相同，报告中分不清。改一个名称。`,
    en: (p) => `"${p.id}" and "${p.other}" have one clause and one name: a report cannot tell them apart.`,
  },
  R137: {
    zh: (p) => `${p.owner}没有写 remedy，未达标的单位不知道怎么做。用自己的话写一句。`,
    en: (p) =>
      `${p.owner} has no remedy, so whoever misses it is not told what to do. Say it in a few words.`,
  },
  R138: {
    zh: (p) => `${p.owner}：${p.key} 是“${p.value}”，等于没写。写文件中的原文。`,
    en: (p) => `${p.owner}: ${p.key} is "${p.value}", which says nothing. Write what the document says.`,
  },
  R139: {
    zh: (p) => `编号“${p.id}”应为小写英文、数字，用单个连字符相连，如 ${p.meant}。`,
    en: (p) => `The id "${p.id}" should be lower-case words joined by single hyphens, such as ${p.meant}.`,
  },
  R140: {
    zh: (p) => `方案编号是“${p.id}”，文件名是“${p.file}”，按编号找不到它。文件名应为 ${p.id}.yaml。`,
    en: (p) =>
      `The plan is "${p.id}" and its file "${p.file}": by its id it is not found. Call the file ${p.id}.yaml.`,
  },
  R141: {
    zh: (p) => `${p.owner}没有责任单位，不会落到任何人。写 responsible。`,
    en: (p) => `${p.owner} has no responsible unit, so it falls to nobody. Say responsible.`,
  },
  R142: {
    zh: (p) => `${p.owner}没有责任单位，只算全域。写 responsible，或写 scope: shared。`,
    en: (p) =>
      `${p.owner} has no responsible unit and counts for the whole only. Say responsible, or scope: shared.`,
  },
  R143: {
    zh: (p) => `分组“${p.name}”没有单位。加上单位，或删去分组。`,
    en: (p) => `The group "${p.name}" has no unit. Give it units or remove it.`,
  },
  R144: {
    zh: (p) => `分组“${p.name}”没有用到。删去，或写进 responsible。`,
    en: (p) => `The group "${p.name}" is not used. Remove it or name it in responsible.`,
  },
  R145: {
    zh: (p) => `派生字段“${p.name}”没有用到。删去，或在指标中使用。`,
    en: (p) => `The derived field "${p.name}" is not used. Remove it or use it in an indicator.`,
  },
  R146: {
    zh: (p) => `方案自带的数据集“${p.name}”没有用到。删去，或在指标中使用。`,
    en: (p) => `The plan's own dataset "${p.name}" is not used. Remove it or use it in an indicator.`,
  },
  R147: {
    zh: (p) => `名录中有 ${p.count} 个单位（${p.names}）属于分组“${p.group}”，方案的指标和任务都不涉及它们。`,
    en: (p) =>
      `${p.count} units of the directory (${p.names}) are in the group "${p.group}", and no indicator or task binds them.`,
  },
  R148: {
    zh: (p) => `${p.owner}：“${p.name}”已经包含在别的名称里，写了两次。删去一个。`,
    en: (p) => `${p.owner}: "${p.name}" is there already under another name. Remove one.`,
  },
  R149: {
    zh: (p) =>
      `${p.owner}：分配表与责任单位不一致：“${p.unit}”${p.side === "extra" ? "不是责任单位" : "没有份额"}。`,
    en: (p) =>
      `${p.owner}: quota and responsible disagree: "${p.unit}" ${p.side === "extra" ? "is not responsible" : "has no share"}.`,
  },
  R150: {
    zh: (p) => `${p.owner}没有规则测试。在 ${p.file} 里写一例刚好达标、一例刚好未达标。`,
    en: (p) => `${p.owner} has no rule test. Write one case just met and one just missed in ${p.file}.`,
  },
  R151: {
    zh: (p) => `方案没有规则测试。写在 ${p.file}。`,
    en: (p) => `The plan has no rule tests. Write them in ${p.file}.`,
  },
  R160: {
    zh: (p) => `数据集“${p.name}”没有写 key，重复的行认不出来。`,
    en: (p) => `The dataset "${p.name}" has no key, so repeated rows are not recognised.`,
  },
  R161: {
    zh: (p) => `数据集“${p.name}”没有写 unit，行不能归到责任单位。`,
    en: (p) => `The dataset "${p.name}" has no unit, so its rows belong to no unit.`,
  },
  R162: {
    zh: (p) => `${p.dataset}：“${p.name}”和“${p.other}”都叫“${p.form}”，这一列分不清。从其中一个删去。`,
    en: (p) =>
      `${p.dataset}: "${p.name}" and "${p.other}" share the heading "${p.form}". Remove it from one.`,
  },
  R163: {
    zh: (p) => `数据集“${p.name}”和“${p.other}”都叫“${p.form}”。从其中一个删去。`,
    en: (p) => `The datasets "${p.name}" and "${p.other}" share the name "${p.form}". Remove it from one.`,
  },
  R164: {
    zh: (p) => `代码表“${p.name}”没有字段用到。删去，或在字段的 codes 里写它。`,
    en: (p) => `No field uses the code list "${p.name}". Remove it or name it in the codes of a field.`,
  },
  R165: {
    zh: (p) => `代码表“${p.list}”：“${p.form}”既是“${p.name}”又是“${p.other}”。从其中一个删去。`,
    en: (p) => `Code list "${p.list}": "${p.form}" is both "${p.name}" and "${p.other}". Remove it from one.`,
  },
  R166: {
    zh: (p) => `代码表“${p.list}”：分组“${p.group}”里的“${p.name}”不是表中的值。`,
    en: (p) => `Code list "${p.list}": "${p.name}" in the group "${p.group}" is no value of the list.`,
  },
  R167: {
    zh: (p) => `代码表“${p.list}”：数字“${p.form}”在各平台含义不同，不能作写法。用 mapping 的 codes 说明。`,
    en: (p) =>
      `Code list "${p.list}": the digits "${p.form}" mean different things on different platforms. Say them in the codes of a mapping.`,
  },
  R169: {
    zh: (p) => `字段“${p.name}”：absent 的值“${p.value}”不能作为它的值。`,
    en: (p) => `Field "${p.name}": absent has the value "${p.value}", which the field cannot have.`,
  },
  R170: {
    zh: (p) => `字段“${p.name}”：unitColumn“${p.column}”不是 ${p.dataset} 的字段。`,
    en: (p) => `Field "${p.name}": the unitColumn "${p.column}" is no field of ${p.dataset}.`,
  },
  R176: {
    zh: (p) => `去掉前后缀后，“${p.name}”与“${p.other}”都叫“${p.form}”，这个写法认不出是谁。写全称或改别名。`,
    en: (p) =>
      `Without prefix and suffix "${p.name}" and "${p.other}" are both "${p.form}", which then names neither. Change an alias.`,
  },
  R177: {
    zh: (p) => `名录的分组“${p.name}”没有成员。删去，或写进成员的 group。`,
    en: (p) => `The group "${p.name}" of the directory has no member. Remove it or give it one.`,
  },
  R180: {
    zh: (p) => `指标“${p.id}”有两例都叫“${p.name}”。改一个名称。`,
    en: (p) => `Two cases of "${p.id}" are called "${p.name}". Rename one.`,
  },
  R181: {
    zh: (p) => `every 里的“${p.name}”不是${p.dataset === "" ? "数据集" : ` ${p.dataset} 的列`}。`,
    en: (p) => `"${p.name}" under every is no ${p.dataset === "" ? "dataset" : `column of ${p.dataset}`}.`,
  },
  R182: {
    zh: (p) => `指标“${p.id}”不用数据集“${p.dataset}”，这些行不起作用。删去，或改正指标。`,
    en: (p) => `"${p.id}" does not read the dataset "${p.dataset}", so these rows do nothing. Remove them.`,
  },
  R185: {
    zh: (p) => `前面的“${p.other}”已经包括“${p.match}”，这一条用不到。调换次序。`,
    en: (p) =>
      `"${p.other}" above takes what "${p.match}" means, so this rule is never used. Change the order.`,
  },
  R186: {
    zh: (p) => `“${p.match}”这一条什么也没说。写 dataset、headings、headerRow、codes 或 skip。`,
    en: (p) => `The rule for "${p.match}" says nothing. Give dataset, headings, headerRow, codes or skip.`,
  },
  R190: {
    zh: (p) => `停用 ${p.codes} 没有写理由，不起作用。写作 # evaluate-disable-next-line ${p.codes} -- 理由。`,
    en: (p) =>
      `Disabling ${p.codes} without a reason has no effect. Write # evaluate-disable-next-line ${p.codes} -- reason.`,
  },
  R191: {
    zh: (p) => `没有代码“${p.name}”，停用不起作用。代码见 rules/codes.md。`,
    en: (p) => `There is no code "${p.name}" to disable. rules/codes.md lists the codes.`,
  },
  R192: {
    zh: (p) => `下一行没有 ${p.name}，这条停用没有用到。删去。`,
    en: (p) => `The next line has no ${p.name}: this comment disables nothing. Remove it.`,
  },
} satisfies Record<string, Sentence>;

export type LintCode = keyof typeof lintSentences;
