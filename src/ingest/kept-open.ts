import type { Opened, openInput } from "./open.ts";

export interface KeptOpen {
  readonly open: typeof openInput;
  close(): Promise<void>;
}

/** Opens each input once, to be read several times: stdin cannot be opened again. Whoever asked for it closes it. */
export function keptOpen(open: typeof openInput): KeptOpen {
  const kept = new Map<string, Promise<Opened>>();
  const closers: (() => Promise<void>)[] = [];
  return {
    open: (input, ...rest) => {
      const known = kept.get(input.path);
      if (known !== undefined) return known;
      const opened = open(input, ...rest).then(({ files, skipped }) => {
        for (const file of files) closers.push(() => file.close());
        return { files: files.map((file) => ({ ...file, close: async () => {} })), skipped };
      });
      kept.set(input.path, opened);
      return opened;
    },
    close: async () => {
      await Promise.all(closers.splice(0).map((close) => close()));
    },
  };
}
