/** What the traffic between an add-in and the host cost; a test can hold a command to a budget of it. */
export interface Counters {
  /** Calls of `context.sync()` that did something; the client's own clean-up after a run is not among them. */
  syncs: number;
  /** All messages of the client. */
  requests: number;
  /** Bytes of UTF-8. */
  requestBytes: number;
  responseBytes: number;
  /** Requests that wrote: so often a person has to press Ctrl+Z to take back what they wrote (U2). */
  undoRecords: number;
  /** Requests that cleared what a person may undo so (U1). */
  undoClears: number;
}

/** Counters at nought. */
export function newCounters(): Counters {
  return { syncs: 0, requests: 0, requestBytes: 0, responseBytes: 0, undoRecords: 0, undoClears: 0 };
}

/** The size of a text as bytes of UTF-8. */
export function byteLength(text: string): number {
  return new TextEncoder().encode(text).byteLength;
}
