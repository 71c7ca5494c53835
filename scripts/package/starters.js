// What starts the package on each system, and says how.
import { readFile } from "node:fs/promises";
import { path } from "../bundling.js";

const shell = `#!/bin/sh
# Node of its own in node/, or the one of the system.
here=$(dirname -- "$(readlink -f -- "$0")")
node=$here/node/bin/node
[ -x "$node" ] || node=node
if ! command -v "$node" >/dev/null 2>&1; then
  echo "evaluate: 需要 Node.js 20.19 或更高版本；装好 node，或解压到 $here/node" >&2
  echo "evaluate: Node.js 20.19 or newer is needed: install it, or unpack it into $here/node" >&2
  exit 70
fi
exec "$node" "$here/bin/evaluate.js" "$@"
`;

const windows = `@echo off
setlocal
set "EVALUATE_NODE=node"
if exist "%~dp0node\\node.exe" set "EVALUATE_NODE=%~dp0node\\node.exe"
"%EVALUATE_NODE%" "%~dp0bin\\evaluate.js" %*
exit /b %ERRORLEVEL%
`;

const guide = ({ version }) => `evaluate ${version}

离线安装：只需 Node.js 20.19 或更高版本（也可把 Node 解压到本文件夹的 node/ 里），不联网，不需要 npm。
1. 核对：sha256sum -c SHA256SUMS（Windows：certutil -hashfile 文件 SHA256）
2. 试运行：
   Linux：   ./evaluate --plan jiayuguan-2022 fixtures/jiayuguan-2022/data.xlsx -o report.html
   Windows： evaluate.cmd --plan jiayuguan-2022 fixtures\\jiayuguan-2022\\data.xlsx -o report.html
3. 升级：把新版本解压到另一个文件夹即可；自己的规则、历史和配置放在本文件夹之外。

Installing offline: Node.js 20.19 or newer is all it takes (or unpack Node into node/ of this folder); no
network, no npm.
1. Check: sha256sum -c SHA256SUMS (Windows: certutil -hashfile FILE SHA256)
2. Try:
   Linux:    ./evaluate --plan jiayuguan-2022 fixtures/jiayuguan-2022/data.xlsx -o report.html
   Windows:  evaluate.cmd --plan jiayuguan-2022 fixtures\\jiayuguan-2022\\data.xlsx -o report.html
3. Upgrade: unpack the new version into another folder; keep your own rules, history and settings outside.

bom.json                  CycloneDX 1.6
THIRD-PARTY-LICENSES.txt  licences of the libraries inside
`;

/** Files by path: their text, and whether they run. */
export async function startersOf(own) {
  const { name, version, description, license, type, bin, engines } = own;
  const manifest = { name, version, description, license, private: true, type, bin, engines };
  const start = await readFile(path("bin/evaluate.js"), "utf8");
  return {
    "bin/evaluate.js": { text: start, runs: true },
    evaluate: { text: shell, runs: true },
    "evaluate.cmd": { text: windows.replaceAll("\n", "\r\n"), runs: false },
    "INSTALL.txt": { text: guide(own), runs: false },
    "package.json": { text: `${JSON.stringify(manifest, null, 2)}\n`, runs: false },
  };
}
