/** Requirement sets of ExcelApi that Microsoft's client in this project knows; newer members do not exist in it. */
export const API_VERSIONS = [
  '1.1',
  '1.2',
  '1.3',
  '1.4',
  '1.5',
  '1.6',
  '1.7',
  '1.8',
  '1.9',
  '1.10',
  '1.11',
  '1.12',
  '1.13',
  '1.14',
  '1.15',
] as const;

/** A requirement set of ExcelApi. */
export type ApiVersion = (typeof API_VERSIONS)[number];

/** Whether an Excel of this requirement set has what came with `since`. */
export function includesVersion(supported: ApiVersion, since: ApiVersion): boolean {
  return API_VERSIONS.indexOf(since) <= API_VERSIONS.indexOf(supported);
}
