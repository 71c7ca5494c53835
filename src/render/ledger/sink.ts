import { Writable } from "node:stream";

/** Takes the bytes of a file as they are made; its maker waits until they are taken. */
export type Sink = (bytes: Uint8Array) => Promise<void>;

/**
 * A sink as the stream that a packer writes to. The packer has no way to be told of a failure: what comes
 * after one is let go, and `check` throws it in the end.
 */
export class Taker extends Writable {
  private failure: { readonly error: unknown } | null = null;

  constructor(sink: Sink) {
    super({
      write: (chunk: Buffer, _, next) => {
        const taken = this.failure === null ? sink(chunk) : Promise.resolve();
        taken
          .catch((error: unknown) => {
            this.failure = { error };
          })
          .then(() => next());
      },
    });
  }

  check(): void {
    if (this.failure !== null) throw this.failure.error;
  }
}
