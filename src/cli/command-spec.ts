import type { Language } from "../model/language.ts";
import type { Shell } from "./shell.ts";

export type RawOptions = Readonly<Record<string, unknown>>;
export type Act = (shell: Shell, args: readonly string[], options: RawOptions) => Promise<number>;
export type Words = Readonly<Record<Language, string>>;

export interface OptionSpec {
  readonly flags: string;
  /** What stands for the value in help; without it the flag is a switch. */
  readonly value?: Words;
  readonly about: Words;
  readonly repeatable?: true;
  readonly initially?: string;
}

export interface CommandSpec {
  readonly about: Words;
  readonly arguments: readonly {
    readonly name: Words;
    readonly about: Words;
    readonly kind: "<>" | "[]" | "[...]";
  }[];
  readonly options: readonly OptionSpec[];
  /** Loaded when the command runs, so that --help stays quick. */
  readonly load: () => Promise<Act>;
}
