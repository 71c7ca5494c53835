// THIRD-PARTY-LICENSES.txt: what each library inside asks to be passed on with it.
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { path } from "../bundling.js";

const wanted = /^(licen[cs]e|copying|notice)/i;

// Published without a file of its own: the text that its package.json names, with its author.
const standard = {
  MIT: (author) => `MIT License

Copyright (c) ${author}

Permission is hereby granted, free of charge, to any person obtaining a copy of this software and associated
documentation files (the "Software"), to deal in the Software without restriction, including without limitation
the rights to use, copy, modify, merge, publish, distribute, sublicense, and/or sell copies of the Software, and
to permit persons to whom the Software is furnished to do so, subject to the following conditions:

The above copyright notice and this permission notice shall be included in all copies or substantial portions of
the Software.

THE SOFTWARE IS PROVIDED "AS IS", WITHOUT WARRANTY OF ANY KIND, EXPRESS OR IMPLIED, INCLUDING BUT NOT LIMITED TO
THE WARRANTIES OF MERCHANTABILITY, FITNESS FOR A PARTICULAR PURPOSE AND NONINFRINGEMENT. IN NO EVENT SHALL THE
AUTHORS OR COPYRIGHT HOLDERS BE LIABLE FOR ANY CLAIM, DAMAGES OR OTHER LIABILITY, WHETHER IN AN ACTION OF
CONTRACT, TORT OR OTHERWISE, ARISING FROM, OUT OF OR IN CONNECTION WITH THE SOFTWARE OR THE USE OR OTHER DEALINGS
IN THE SOFTWARE.
`,
  ISC: (author) => `ISC License

Copyright (c) ${author}

Permission to use, copy, modify, and/or distribute this software for any purpose with or without fee is hereby
granted, provided that the above copyright notice and this permission notice appear in all copies.

THE SOFTWARE IS PROVIDED "AS IS" AND THE AUTHOR DISCLAIMS ALL WARRANTIES WITH REGARD TO THIS SOFTWARE INCLUDING
ALL IMPLIED WARRANTIES OF MERCHANTABILITY AND FITNESS. IN NO EVENT SHALL THE AUTHOR BE LIABLE FOR ANY SPECIAL,
DIRECT, INDIRECT, OR CONSEQUENTIAL DAMAGES OR ANY DAMAGES WHATSOEVER RESULTING FROM LOSS OF USE, DATA OR PROFITS,
WHETHER IN AN ACTION OF CONTRACT, NEGLIGENCE OR OTHER TORTIOUS ACTION, ARISING OUT OF OR IN CONNECTION WITH THE
USE OR PERFORMANCE OF THIS SOFTWARE.
`,
};

export async function licenceTexts(libraries) {
  const parts = [
    `Libraries inside this package, and the licences that they come under (${libraries.length}).\n`,
  ];
  for (const library of libraries) {
    const title = `${library.name} ${library.version} (${library.license})`;
    parts.push(`${"=".repeat(80)}\n${title}\n${"=".repeat(80)}\n\n${await textOf(library)}`);
  }
  return parts.join("\n");
}

async function textOf({ name, license, folder }) {
  const entries = await readdir(path(folder), { recursive: true, withFileTypes: true });
  const files = entries
    .filter((entry) => entry.isFile() && wanted.test(entry.name))
    .map(({ parentPath, name }) => join(parentPath, name))
    // Not those of libraries that lie below this one: each has its own part.
    .filter((file) => !file.slice(path(folder).length).includes("node_modules"))
    .sort();
  if (files.length > 0) {
    const texts = await Promise.all(files.map((file) => readFile(file, "utf8")));
    return texts.map((text) => `${text.replaceAll("\r\n", "\n").trim()}\n`).join("\n");
  }
  const { author } = JSON.parse(await readFile(path(`${folder}/package.json`), "utf8"));
  const text = standard[license]?.(typeof author === "string" ? author : author?.name);
  if (author === undefined || text === undefined) throw new Error(`${name} has no text of its licence`);
  return text;
}
