/** What a peer says about a file: rows by sheet when it only reads, aggregates when it tallies. */
export interface PeerResult {
  readonly rows?: number;
  readonly sheets?: Readonly<Record<string, number>>;
  readonly bytes?: number;
  readonly units?: Readonly<Record<string, readonly number[]>>;
}

export type Peer = (file: string, options: { readonly threads?: number }) => Promise<PeerResult>;
