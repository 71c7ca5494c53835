/** What is wrong in YAML, by the parser's code; in English the parser's own words are said. */
export const yamlSentences = {
  ALIAS_PROPS: "别名（*）后面不能再写锚点或标签",
  BAD_ALIAS: "别名（*）写法不对；以 * 开头的文字请加引号",
  BAD_COLLECTION_TYPE: "标签与内容的种类不符",
  BAD_DIRECTIVE: "% 开头的行写法不对；以 % 开头的文字请加引号",
  BAD_DQ_ESCAPE: "双引号里的反斜杠写法不对；改用单引号，或写两个反斜杠",
  BAD_INDENT: "缩进不对；同一层的键要对齐",
  BAD_PROP_ORDER: "锚点和标签要写在值的前面",
  BAD_SCALAR_START: "这个字符不能作文字的开头；请给文字加引号",
  BLOCK_AS_IMPLICIT_KEY: "一行里有两个“键: 值”；分成两行，或给含冒号的文字加引号",
  BLOCK_IN_FLOW: "方括号、花括号里不能写分行的列表或映射",
  DUPLICATE_KEY: "同一个键写了两次",
  IMPOSSIBLE: "内容无法解析",
  KEY_OVER_1024_CHARS: "键太长，不能超过 1024 个字符",
  MISSING_CHAR: "缺少配对的引号或括号，或缺少逗号、冒号",
  MULTILINE_IMPLICIT_KEY: "键不能跨行；检查冒号，或给文字加引号",
  MULTIPLE_ANCHORS: "一个值只能有一个锚点（&）",
  MULTIPLE_DOCS: "一个文件只能有一份内容；删去多余的 ---",
  MULTIPLE_TAGS: "一个值只能有一个标签（!）",
  NO_ANCHOR: "别名（*）前面没有同名的锚点（&）；以 * 开头的文字请加引号",
  NON_STRING_KEY: "键必须是文字",
  RESOURCE_EXHAUSTION: "内容过大或嵌套过深",
  TAB_AS_INDENT: "缩进用了制表符（Tab）；请改用空格",
  TAG_RESOLVE_FAILED: "不认识的标签（!）；以 ! 开头的文字请加引号",
  UNEXPECTED_TOKEN: "这里不该有这些字符；检查前面的引号、括号和缩进",
} as const;

export type YamlCode = keyof typeof yamlSentences;
