import type { Opened } from "../ingest/open.ts";
import type { Gauge, SheetSource, SourceFile } from "../ingest/reader.ts";
import type { Language } from "../model/language.ts";
import { printable } from "../model/printable.ts";
import { displayWidth } from "../render/text.ts";
import type { Screen } from "./shell.ts";

/** Reading that is over sooner shows nothing. */
const PATIENCE_MS = 1_000;
const REDRAW_MS = 100;
/** The clock is looked at once in so many rows. */
const ROWS_A_LOOK = 1_000;

export interface ProgressOptions {
  readonly screen: Screen;
  /** Milliseconds. */
  readonly clock: () => number;
  readonly language: Language;
}

/** One line with the share read, rows, MB, the time left and the file, drawn over and over. */
export class Progress {
  private readonly options: ProgressOptions;
  private readonly began: number;
  private readonly gauges: Gauge[] = [];
  private readonly finished = new Set<Gauge>();
  private rows = 0;
  private drawn = Number.NEGATIVE_INFINITY;
  private shown = false;
  private first: { readonly time: number; readonly read: number } | null = null;

  constructor(options: ProgressOptions) {
    this.options = options;
    this.began = options.clock();
  }

  /** The same inputs, whose rows are counted as they pass. */
  watch({ files, skipped }: Opened): Opened {
    return { files: files.map((file) => this.watchFile(file)), skipped };
  }

  clear(): void {
    if (this.shown) this.options.screen.write("\r\u001b[K");
    this.shown = false;
  }

  private watchFile(file: SourceFile): SourceFile {
    return {
      ...file,
      close: () => file.close(),
      sheets: file.sheets.map((sheet) => this.watchSheet(file.file, sheet)),
    };
  }

  private watchSheet(file: string, sheet: SheetSource): SheetSource {
    const { name, hidden, date1904, gauge } = sheet;
    if (gauge !== undefined) this.gauges.push(gauge);
    return {
      name,
      hidden,
      date1904,
      ...(gauge === undefined ? {} : { gauge }),
      ...(sheet.ahead === undefined ? {} : { ahead: sheet.ahead }),
      ...(sheet.merges === undefined ? {} : { merges: () => sheet.merges?.() ?? Promise.resolve([]) }),
      scan: async (sink) => {
        let rows = 0;
        let stopped = false;
        const end = await sheet.scan((row) => {
          rows += 1;
          if (rows % ROWS_A_LOOK === 0) this.look(file, ROWS_A_LOOK);
          const more = sink(row);
          if (more === false) stopped = true;
          return more;
        });
        // A look at the head of a sheet is not its reading.
        if (!stopped && gauge !== undefined) this.finished.add(gauge);
        return end;
      },
    };
  }

  private look(file: string, rows: number): void {
    this.rows += rows;
    const time = this.options.clock();
    // What opening took says nothing of how fast rows are read.
    this.first ??= { time, read: this.read };
    if (time - this.began < PATIENCE_MS || time - this.drawn < REDRAW_MS) return;
    this.drawn = time;
    this.draw(file, time - this.first.time, this.first.read);
  }

  private draw(file: string, elapsed: number, before: number): void {
    const { screen, language } = this.options;
    const total = this.gauges.reduce((sum, gauge) => sum + gauge.total, 0);
    const { rows, read } = this;
    const state = { rows, read, total, before, elapsed, file: printable(file) };
    screen.write(`\r${fitted(progressLine(state, language), screen.columns - 1)}\u001b[K`);
    this.shown = true;
  }

  private get read(): number {
    return this.gauges.reduce((sum, gauge) => sum + this.passed(gauge), 0);
  }

  private passed(gauge: Gauge): number {
    return this.finished.has(gauge) ? gauge.total : Math.min(gauge.read, gauge.total);
  }
}

export interface ProgressState {
  readonly rows: number;
  readonly read: number;
  readonly total: number;
  /** What was read when the clock began, `elapsed` milliseconds ago. */
  readonly before: number;
  readonly elapsed: number;
  readonly file: string;
}

const BAR = 20;
const MB = 1024 * 1024;

const texts = {
  zh: {
    rows: (rows: string) => `${rows} 行`,
    left: (time: string) => `还需 ${time}`,
    time: (minutes: number, seconds: number) =>
      minutes === 0 ? `${seconds} 秒` : `${minutes} 分 ${seconds} 秒`,
  },
  en: {
    rows: (rows: string) => `${rows} rows`,
    left: (time: string) => `${time} left`,
    time: (minutes: number, seconds: number) =>
      minutes === 0 ? `${seconds} s` : `${minutes} min ${seconds} s`,
  },
} satisfies Record<Language, unknown>;

/** "[=====-----]  50% · 120,000 行 · 82/164 MB · 还需 3 秒 · 办件明细.xlsx" */
export function progressLine(state: ProgressState, language: Language): string {
  const say = texts[language];
  const { rows, read, total, before, elapsed, file } = state;
  const counted = say.rows(rows.toLocaleString("en-US"));
  if (total === 0 || read === 0) return [counted, file].join(" · ");
  const share = read / total;
  const full = Math.round(share * BAR);
  const seconds = Math.ceil((elapsed * (total - read)) / (read - before) / 1_000);
  const left = read > before ? [say.left(say.time(Math.floor(seconds / 60), seconds % 60))] : [];
  const size = `${Math.round(read / MB)}/${Math.round(total / MB)} MB`;
  const bar = `[${"=".repeat(full)}${"-".repeat(BAR - full)}] ${String(Math.floor(100 * share)).padStart(3)}%`;
  return [bar, counted, size, ...left, file].join(" · ");
}

/** A line that is longer than the terminal would be drawn below itself. */
function fitted(text: string, width: number): string {
  if (displayWidth(text) <= width) return text;
  let kept = "";
  for (const character of text) {
    if (displayWidth(kept + character) >= width) break;
    kept += character;
  }
  return `${kept}…`;
}
