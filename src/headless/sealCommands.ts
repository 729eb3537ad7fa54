import type { CalendarDate } from '../assessment/calendarDate';
import { quarterTitle, type Quarter } from '../assessment/period';
import { previewPacket, previewSeal, verifySeal } from '../excel';
import type { PacketItem } from '../forms/seal/packet';
import { changeText, shortDigest } from '../forms/seal/seal';
import { problemOf, readBook, writeBook, type ReadGiven, type WriteGiven } from './answer';
import type { Answer } from './outcome';
import { planLines } from './readable';
import { section, title } from './report';

interface SealGiven extends WriteGiven {
  readonly quarter: Quarter;
  /** The day of the seal. */
  readonly today: CalendarDate;
  readonly by: string | null;
  readonly renew: boolean;
}

/**
 * Writes a copy of the workbook with a decided quarter sealed (R36).
 *
 * @throws NotDone when there is no 审定表
 */
export function sealBook({ quarter, today, by, renew, ...given }: SealGiven): Promise<Answer> {
  return writeBook(given, {
    command: '封存',
    makes: '封存后的工作簿',
    preview: () => previewSeal({ quarter, sealedOn: today, renew, ...(by === null ? {} : { by }) }),
    nothing: problemOf('SEAL_WITHOUT_REVIEW'),
    json: ({ refused, seal }) => ({ quarter, refused, digest: seal?.full ?? null }),
    report: ({ seal, ...preview }) => [
      title(`【${quarterTitle(quarter)}封存】`),
      ...(seal === null ? [] : [`封存摘要：${shortDigest(seal.full)}`]),
      ...planLines(preview),
    ],
  });
}

interface QuarterGiven extends ReadGiven {
  readonly quarter: Quarter;
}

/**
 * Tells whether a sealed quarter is as it was sealed, and what changed since.
 *
 * @throws NotDone when it is not sealed
 */
export function verifyBook({ quarter, ...given }: QuarterGiven): Promise<Answer> {
  return readBook(given, {
    read: () => verifySeal({ quarter }),
    nothing: problemOf('SEAL_NONE'),
    isFalse: ({ clean }) => !clean,
    json: ({ clean, changes }) => ({ quarter, clean, changes }),
    report: ({ clean, changes }) => [
      title(`【${quarterTitle(quarter)}封存核对】${clean ? '封存后没有改动。' : '与封存时不一致！'}`),
      ...section(
        '改动',
        changes.map((change) => `  ${change.section}：${changeText(change)}`),
      ),
    ],
  });
}

/** Writes a copy of the workbook with 纪检材料 of a quarter (R36). */
export function packetBook({ quarter, ...given }: WriteGiven & QuarterGiven): Promise<Answer> {
  return writeBook(given, {
    command: '纪检材料',
    makes: '带纪检材料的工作簿',
    preview: () => previewPacket({ quarter }),
    json: ({ refused, items }) => ({ quarter, refused, items }),
    report: ({ items, ...preview }) => [
      title(`【${quarterTitle(quarter)}纪检材料】`),
      ...planLines(preview),
      ...section('事项', items.map(packetLine)),
    ],
  });
}

function packetLine({ department, name, periods, matter, original, result, reason }: PacketItem): string {
  const change = original === '' ? result : `${original}→${result}`;
  return `  ${department} ${name}：${matter}（${periods.join('、')}），${change}\n      ${reason}`;
}
