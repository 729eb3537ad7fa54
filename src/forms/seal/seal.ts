import type { Quarter } from '../../assessment/period';
import { isDefaultSetting, SEAL_SECTIONS, type SealUnit } from './content';
import { isNewDefault, SECTIONS, type SealedUnit } from './units';

/**
 * What a seal covers. 1: digests of what was decided and of what it rested on, as they were read. 2: every cell, with what
 * it held.
 */
export const SEAL_VERSION = 2;
export type SealVersion = 1 | 2;

/** A unit by its digest: 64 hexadecimal digits of SHA-256. */
export interface DigestedUnit {
  readonly section: string;
  readonly object: string;
  readonly digest: string;
  /** What stood there, what it gave and where; '' in a seal of version 1. */
  readonly text: string;
  readonly given: string;
  readonly place: string;
}

/** A review's digests: of every unit, of every section over its units, and of all over the sections. */
export interface Seal {
  readonly version: SealVersion;
  readonly quarter: Quarter;
  readonly units: readonly DigestedUnit[];
  readonly sections: readonly { readonly section: string; readonly digest: string }[];
  readonly full: string;
}

/** What differs between a seal and what stands there now. */
export interface SealChange {
  readonly section: string;
  readonly object: string;
  readonly kind: '已改动' | '封存后增加' | '封存后删除';
  /** Where it stands now, or stood; null where that is no single place, or the seal does not know. */
  readonly sheet: string | null;
  readonly cell: string | null;
  /** '' for what is not there; null where a seal of version 1 does not know. */
  readonly before: string | null;
  readonly after: string | null;
}

export function sectionsOf(version: SealVersion): readonly string[] {
  return version === 1 ? SEAL_SECTIONS : SECTIONS;
}

/** Seals the contents that a seal of version 1 covered. */
export async function oldSealOf(quarter: Quarter, units: readonly SealUnit[]): Promise<Seal> {
  return sealed(
    1,
    quarter,
    units.map((each) => ({ ...each, given: '', place: '' })),
  );
}

/** Seals contents. */
export async function sealOf(quarter: Quarter, units: readonly SealedUnit[]): Promise<Seal> {
  return sealed(
    SEAL_VERSION,
    quarter,
    units.map(({ section, object, text, given, sheet, cell }) => ({
      section,
      object,
      text,
      given,
      place: placeOf(sheet, cell),
    })),
  );
}

async function sealed(
  version: SealVersion,
  quarter: Quarter,
  units: readonly Omit<DigestedUnit, 'digest'>[],
): Promise<Seal> {
  const digested = await Promise.all(units.map(async (each) => ({ ...each, digest: await digestOf(each) })));
  return { version, quarter, units: digested, ...(await overUnits(version, quarter, digested)) };
}

/** What is digested of a unit: of a formula also what it gave. */
export function digestOf({ text, given }: Pick<DigestedUnit, 'text' | 'given'>): Promise<string> {
  return sha256(given === '' ? text : `${text}\n${given}`);
}

function placeOf(sheet: string | null, cell: string | null): string {
  return [sheet, cell].filter((part) => part !== null).join('!');
}

/** The digests of the sections and of all, which follow from those of the units: so a record can be checked itself. */
export async function overUnits(
  version: SealVersion,
  quarter: Quarter,
  units: readonly Pick<DigestedUnit, 'section' | 'object' | 'digest'>[],
): Promise<Pick<Seal, 'sections' | 'full'>> {
  const sections = await Promise.all(
    sectionsOf(version).map(async (section) => {
      const lines = units
        .filter((each) => each.section === section)
        .map(({ object, digest }) => `${object}\t${digest}`);
      return { section, digest: await sha256([section, ...lines.sort()].join('\n')) };
    }),
  );
  const text = [quarter, ...sections.map(({ section, digest }) => `${section}\t${digest}`)].join('\n');
  return { sections, full: await sha256(text) };
}

const idOf = ({ section, object }: { section: string; object: string }): string => `${section}\n${object}`;

/** What changed since a seal of version 1, by section and object. */
export function oldSealChanges(sealed: Seal, now: Seal, units: readonly SealUnit[]): SealChange[] {
  const untouched = new Set(units.filter(isDefaultSetting).map(idOf));
  const unknown = { sheet: null, cell: null, before: null, after: null };
  return paired(sealed, now.units).flatMap(({ was, is }): SealChange[] => {
    const { section, object } = is ?? was ?? { section: '', object: '' };
    if (was?.digest === is?.digest) return [];
    if (was === undefined)
      return untouched.has(idOf({ section, object })) ? [] : [{ section, object, kind: '封存后增加', ...unknown }];
    return [{ section, object, kind: is === undefined ? '封存后删除' : '已改动', ...unknown }];
  });
}

/** What changed since a seal, cell by cell. What formulas give follows from other cells: it is told where none changed. */
export function sealChanges(sealed: Seal, units: readonly SealedUnit[]): SealChange[] {
  const pairs = paired(sealed, units);
  const causes = pairs.flatMap(({ was, is }): SealChange[] => {
    if (was !== undefined && is !== undefined && was.text === is.text) return [];
    if (was === undefined && is !== undefined && isNewDefault(is, units)) return [];
    return changed(was, is, ({ text }) => text);
  });
  if (causes.length > 0) return causes;
  return pairs.flatMap(({ was, is }) =>
    was?.given === is?.given ? [] : changed(was, is, ({ text, given }) => `${text}，得${given}`),
  );
}

function changed(
  was: DigestedUnit | undefined,
  is: SealedUnit | undefined,
  shown: (each: Pick<DigestedUnit, 'text' | 'given'>) => string,
): SealChange[] {
  const named = is ?? was;
  if (named === undefined) return [];
  const [place = '', stood] = was === undefined ? [] : placed(was.place);
  return [
    {
      section: named.section,
      object: named.object,
      kind: was === undefined ? '封存后增加' : is === undefined ? '封存后删除' : '已改动',
      sheet: is?.sheet ?? (place === '' ? null : place),
      cell: is === undefined ? (stood ?? null) : is.cell,
      before: was === undefined ? '' : shown(was),
      after: is === undefined ? '' : shown(is),
    },
  ];
}

/** A change in words: whom or what, where, what stood there and what stands there. */
export function changeText({ object, kind, sheet, cell, before, after }: SealChange): string {
  if (before === null || after === null) return `${object}（${kind}）`;
  const place = [sheet, cell].filter((part) => part !== null).join(' ');
  const shown = (text: string): string => (text === '' ? '空白' : `“${text}”`);
  return `${object}（${kind}${place === '' ? '' : `，${place}`}：${shown(before)}→${shown(after)}）`;
}

function placed(place: string): [string, string | null] {
  const at = place.lastIndexOf('!');
  return at < 0 ? [place, null] : [place.slice(0, at), place.slice(at + 1)];
}

/** What was sealed with what stands there now. */
function paired<Now extends { readonly section: string; readonly object: string }>(
  sealed: Seal,
  units: readonly Now[],
): { readonly was: DigestedUnit | undefined; readonly is: Now | undefined }[] {
  const before = new Map(sealed.units.map((each) => [idOf(each), each]));
  const after = new Set(units.map(idOf));
  return [
    ...units.map((is) => ({ was: before.get(idOf(is)), is })),
    ...sealed.units.filter((each) => !after.has(idOf(each))).map((was) => ({ was, is: undefined })),
  ];
}

/** What is printed: the first 16 digits in groups of four. */
export function shortDigest(full: string): string {
  return (full.slice(0, 16).toUpperCase().match(/.{4}/g) ?? []).join('-');
}

async function sha256(text: string): Promise<string> {
  const bytes = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text));
  return Array.from(new Uint8Array(bytes), (byte) => byte.toString(16).padStart(2, '0')).join('');
}
