const WITHIN = " › ";

/**
 * Files by their names alone: whoever gets a ledger does not know the folders of whoever wrote it. Two of one name
 * keep theirs.
 */
export function shortNames(files: readonly string[]): (file: string) => string {
  const all = [...new Set(files)];
  const short = new Map(all.map((file) => [file, withoutFolders(file)]));
  const names = [...short.values()];
  const repeated = new Set(names.filter((name, at) => names.indexOf(name) !== at));
  return (file) => {
    const name = short.get(file) ?? file;
    return repeated.has(name) ? file : name;
  };
}

/** "a/b.zip › c/d.csv" → "b.zip › d.csv" */
function withoutFolders(file: string): string {
  return file
    .split(WITHIN)
    .map((part) => part.replace(/^.*[\\/](?=[^\\/])/, ""))
    .join(WITHIN);
}
