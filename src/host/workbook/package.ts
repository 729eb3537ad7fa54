export interface KeptPackage {
  readonly parts: ReadonlyMap<string, Uint8Array>;
}
