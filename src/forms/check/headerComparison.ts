import { problem } from './problems';
import { datesIn } from '../words/dateText';
import type { Problem } from '../grid/problem';
import type { FilingForm, WeeklyRecord } from '../records/record';
import type { Roster, RosterPerson } from '../book/model';
import { normalizeLabel, normalizeName } from '../words/text';
import type { Person } from '../book/model';

interface Difference {
  readonly sheet: string;
  readonly cell: string;
  readonly name: string;
  readonly field: string;
  readonly written: string;
  readonly known: string;
  forms: number;
}

/** What the headers of 附件1 and 附件2 say otherwise than the roster; once for all forms of a person that say the same. */
export class HeaderComparison {
  private readonly people: ReadonlyMap<string, RosterPerson>;
  private readonly differences = new Map<string, Difference>();

  constructor(roster: Roster | null) {
    this.people = new Map(roster?.people.map((person) => [person.key, person]));
  }

  /** @param name what the person is called in messages */
  compare({ sheet, header, cells }: WeeklyRecord | FilingForm, person: Person, name: string): void {
    const known = this.people.get(person.key);
    if (known === undefined) return;
    const note = (field: string, cell: string, written: string, expected: string) => {
      const key = [person.key, field, written].join('|');
      const same = this.differences.get(key);
      if (same !== undefined) same.forms++;
      else {
        this.differences.set(key, { sheet, cell, name, field, written, known: expected, forms: 1 });
      }
    };
    if (differ(normalizeName(header.department), known.department)) {
      note('科室', cells.department, header.department, known.department);
    }
    if (differ(normalizeLabel(header.position), normalizeLabel(known.position))) {
      note('职务', cells.position, header.position, known.position);
    }
    if (differ(...comparable(header.since, known.since))) note('任现职时间', cells.since, header.since, known.since);
  }

  problems(): Problem[] {
    return [...this.differences.values()].map(({ sheet, cell, name, field, written, known, forms }) =>
      problem.headerDiffers(sheet, cell, name, field, written, known, forms === 1 ? '' : `，共${forms}份`),
    );
  }
}

/** A blank on either side contradicts nothing. */
function differ(written: string, known: string): boolean {
  return written !== '' && known !== '' && written !== known;
}

/** Two ways of writing 任现职时间, to the precision that both have: 2018.03 is 2018年3月1日. */
function comparable(written: string, known: string): [string, string] {
  if (written === '' || known === '') return ['', ''];
  const [a, b] = [dateParts(written), dateParts(known)];
  const precision = Math.min(a.length, b.length);
  if (precision < 2) return [normalizeLabel(written), normalizeLabel(known)];
  return [a.slice(0, precision).join('-'), b.slice(0, precision).join('-')];
}

function dateParts(text: string): number[] {
  const [date] = datesIn(text, false);
  return [date?.year, date?.month, date?.day].filter((part) => typeof part === 'number');
}
