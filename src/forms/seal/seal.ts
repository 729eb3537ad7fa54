import type { Quarter } from '../../assessment/period';
import { isDefaultSetting, SEAL_SECTIONS, type SealSection, type SealUnit } from './content';

/** A unit by its digest: 64 hexadecimal digits of SHA-256. */
export interface DigestedUnit {
  readonly section: SealSection;
  readonly object: string;
  readonly digest: string;
}

/** A review's digests: of every unit, of every section over its units, and of all over the sections. */
export interface Seal {
  readonly quarter: Quarter;
  readonly units: readonly DigestedUnit[];
  readonly sections: readonly { readonly section: SealSection; readonly digest: string }[];
  readonly full: string;
}

/** What differs between a seal and what stands there now. */
export interface SealChange {
  readonly section: SealSection;
  readonly object: string;
  readonly kind: '已改动' | '封存后增加' | '封存后删除';
}

/** Seals contents. */
export async function sealOf(quarter: Quarter, units: readonly SealUnit[]): Promise<Seal> {
  const digested = await Promise.all(
    units.map(async ({ section, object, text }) => ({ section, object, digest: await sha256(text) })),
  );
  return { quarter, units: digested, ...(await overUnits(quarter, digested)) };
}

/** The digests of the sections and of all, which follow from those of the units: so a record can be checked itself. */
export async function overUnits(
  quarter: Quarter,
  units: readonly DigestedUnit[],
): Promise<Pick<Seal, 'sections' | 'full'>> {
  const sections = await Promise.all(
    SEAL_SECTIONS.map(async (section) => {
      const lines = units
        .filter((each) => each.section === section)
        .map(({ object, digest }) => `${object}\t${digest}`);
      return { section, digest: await sha256([section, ...lines.sort()].join('\n')) };
    }),
  );
  const text = [quarter, ...sections.map(({ section, digest }) => `${section}\t${digest}`)].join('\n');
  return { sections, full: await sha256(text) };
}

/** What changed since the seal, by section and object. */
export function sealChanges(sealed: Seal, now: Seal, units: readonly SealUnit[]): SealChange[] {
  const id = ({ section, object }: { section: string; object: string }) => `${section}\n${object}`;
  const before = new Map(sealed.units.map((each) => [id(each), each.digest]));
  const after = new Set(now.units.map(id));
  const untouched = new Set(units.filter(isDefaultSetting).map(id));
  return [
    ...now.units.flatMap((each): SealChange[] => {
      const present = before.get(id(each));
      if (present === each.digest) return [];
      const { section, object } = each;
      if (present === undefined) return untouched.has(id(each)) ? [] : [{ section, object, kind: '封存后增加' }];
      return [{ section, object, kind: '已改动' }];
    }),
    ...sealed.units.flatMap((each): SealChange[] =>
      after.has(id(each)) ? [] : [{ section: each.section, object: each.object, kind: '封存后删除' }],
    ),
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
