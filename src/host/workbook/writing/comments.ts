/**
 * Notes and comments on saving, once one of them changed or moved: the part of notes, the drawing with their boxes, and
 * the threads. What the file says of a note (fonts, the box) goes along with it; buttons in the same drawing stay.
 */
import { sourceOf, type Message, type Note, type NoteSource } from '../model/notes';
import type { SheetModel } from '../model/workbook';
import {
  freePath,
  isKind,
  OFFICE_RELATIONSHIPS,
  partText,
  xmlPart,
  type Parts,
  type Relationship,
} from '../package/parts';
import { element, escapeXml, readAttributes, writeAttributes } from '../package/xml';
import { noteParts, replaceNoteShapes } from '../reading/comments';
import { formatA1, parseCellKey } from '../values/address';

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const THREADS = 'http://schemas.microsoft.com/office/spreadsheetml/2018/threadedcomments';
const MICROSOFT = 'http://schemas.microsoft.com/office/2017/10/relationships';
const SPREADSHEET = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

const REVISION = 'http://schemas.microsoft.com/office/spreadsheetml/2014/revision';
const SPACES = {
  xmlns: MAIN,
  'xmlns:mc': 'http://schemas.openxmlformats.org/markup-compatibility/2006',
  'mc:Ignorable': 'xr',
  'xmlns:xr': REVISION,
};

export interface WrittenComments {
  /** Those of the sheet to its parts of comments; the drawing's is named by `legacyDrawing`. */
  readonly relationships: readonly Relationship[];
  readonly legacyDrawing: string | undefined;
  readonly parts: readonly { readonly path: string; readonly text: string; readonly type: string }[];
}

interface Placed {
  readonly note: Note;
  readonly row: number;
  readonly column: number;
}

/** The parts of a sheet whose notes or comments are not as the file has them; `taken` are paths that are not free. */
export function writeComments(sheet: SheetModel, index: number, prefix: string, taken: Parts): WrittenComments {
  const { kept } = sheet.extras;
  const own = kept && noteParts(kept);
  const file = sheet.workbook.kept?.parts;
  const notes = [...sheet.cells]
    .flatMap(([key, { comment }]): Placed[] => (comment ? [{ note: comment, ...parseCellKey(key) }] : []))
    .sort((a, b) => a.row - b.row || a.column - b.column);
  const relationships: Relationship[] = [];
  const parts: { path: string; text: string; type: string }[] = [];
  const put = (
    known: Relationship | undefined,
    made: Pick<Relationship, 'id' | 'type'> & { pattern: string },
    text: string,
    type: string,
  ): Relationship => {
    const target = known?.target ?? freePath(taken, made.pattern);
    const relationship = known ?? { id: prefix + made.id, type: made.type, target, external: false };
    relationships.push(relationship);
    parts.push({ path: target, text, type });
    return relationship;
  };
  if (notes.length > 0)
    put(
      own?.comments,
      { id: 'comments', type: `${OFFICE_RELATIONSHIPS}/comments`, pattern: 'xl/comments#.xml' },
      xmlPart(notesXml(notes)),
      `${SPREADSHEET}.comments+xml`,
    );
  const threads = notes.filter(({ note }) => note.thread);
  if (threads.length > 0)
    put(
      kept?.relationships.find((one) => isKind(one, 'threadedComment')),
      {
        id: 'threads',
        type: `${MICROSOFT}/threadedComment`,
        pattern: 'xl/threadedComments/threadedComment#.xml',
      },
      xmlPart(element('ThreadedComments', { xmlns: THREADS, 'xmlns:x': MAIN }, threads.map(threadXml).join(''))),
      'application/vnd.ms-excel.threadedcomments+xml',
    );
  const before = own?.drawing && file && partText(file, own.drawing.target);
  const vml = drawing(before, notes, index + 1);
  if (vml === undefined) return { relationships, parts, legacyDrawing: undefined };
  const { id } = put(
    own?.drawing,
    { id: 'notes', type: `${OFFICE_RELATIONSHIPS}/vmlDrawing`, pattern: 'xl/drawings/vmlDrawing#.vml' },
    vml,
    'application/vnd.openxmlformats-officedocument.vmlDrawing',
  );
  return { relationships, parts, legacyDrawing: `<legacyDrawing r:id="${id}" xmlns:r="${OFFICE_RELATIONSHIPS}"/>` };
}

/** The part of people as read with those who are new; undefined when nobody is. */
export function personsXml(
  before: string | undefined,
  persons: readonly { readonly id: string; readonly displayName: string }[],
): string | undefined {
  const added = persons.filter(({ id }) => before?.includes(id) !== true);
  if (added.length === 0) return undefined;
  const entries = added.map(({ id, displayName }) =>
    element('person', { xmlns: THREADS, displayName, id, userId: displayName, providerId: 'None' }),
  );
  const list = (before ?? xmlPart(`<personList xmlns="${THREADS}" xmlns:x="${MAIN}"/>`))
    .trimEnd()
    .replace(/<((?:\w+:)?personList)\b([^>]*?)\/>$/, '<$1$2></$1>');
  const end = list.lastIndexOf('</');
  return list.slice(0, end) + entries.join('') + list.slice(end);
}

/** All notes of a sheet, with the file's own elements for those that it had. */
function notesXml(notes: readonly Placed[]): string {
  const authors: string[] = [];
  const numberOf = (author: string): number =>
    authors.includes(author) ? authors.indexOf(author) : authors.push(author) - 1;
  const used = new Set<string>();
  const spaces: Record<string, string> = { ...SPACES };
  const list = notes.map(({ note, row, column }) => {
    const ref = formatA1({ row, column, rows: 1, columns: 1 });
    const first = note.thread?.[0];
    if (first) {
      const attributes = { ref, authorId: numberOf(`tc=${first.id}`), shapeId: 0, 'xr:uid': first.id };
      return element('comment', attributes, textXml(readAsNote(note.thread ?? [])));
    }
    const authorId = numberOf(note.author ?? '');
    const source = sourceOf(note);
    if (source?.comment === undefined) return element('comment', { ref, authorId, shapeId: 0 }, textXml(note.text));
    addSpaces(spaces, source.spaces);
    return source.comment.replace(/^<([^\s/>]+)((?:[^>"']|"[^"]*"|'[^']*')*?)(\/?)>/, (_all, name, given, end) => {
      const attributes = { ...readAttributes(String(given)), ref, authorId };
      // A copy of a note is another note.
      const uid = Object.entries(attributes).find(([key]) => key.endsWith(':uid'));
      if (uid && used.has(String(uid[1]))) Reflect.deleteProperty(attributes, uid[0]);
      if (uid) used.add(String(uid[1]));
      return `<${String(name)}${writeAttributes(attributes)}${String(end)}>`;
    });
  });
  const authorsXml = authors.map((author) => `<author>${escapeXml(author)}</author>`);
  return element(
    'comments',
    spaces,
    element('authors', {}, authorsXml.join('')) + element('commentList', {}, list.join('')),
  );
}

function textXml(text: string): string {
  return `<text><t xml:space="preserve">${escapeXml(text)}</t></text>`;
}

/** Adds the prefixes that elements of another part need. */
function addSpaces(spaces: Record<string, string>, more: Readonly<Record<string, string>>): void {
  for (const [name, value] of Object.entries(more)) {
    if (name === 'xmlns') continue;
    const words = name === 'mc:Ignorable' ? `${spaces[name] ?? ''} ${value}`.trim().split(/\s+/) : [value];
    spaces[name] = [...new Set(words)].join(' ');
  }
}

/** What programs show that know notes only, in Excel's words. */
function readAsNote(thread: readonly Message[]): string {
  const texts = thread.map(({ text }, index) => `${index === 0 ? '注释' : '答复'}:\n    ${text}`);
  return [
    '[线程批注]\n',
    '你的Excel版本可读取此线程批注; 但如果在更新版本的Excel中打开文件，则对批注所作的任何改动都将被删除。了解详细信息: https://go.microsoft.com/fwlink/?linkid=870924\n',
    ...texts,
  ].join('\n');
}

function threadXml({ note, row, column }: Placed): string {
  const ref = formatA1({ row, column, rows: 1, columns: 1 });
  return (note.thread ?? []).map((message) => messageXml(message, ref)).join('');
}

function messageXml({ source, text, done, ...message }: Message, ref: string): string {
  if (source?.text === text && source.done === (done ?? false))
    return source.xml.replace(/^(<[^>]*?\sref=)(?:"[^"]*"|'[^']*')/, `$1"${ref}"`);
  const attributes = {
    xmlns: THREADS,
    ref,
    dT: message.date?.replace(/Z$/, ''),
    personId: message.personId,
    id: message.id,
    parentId: message.parentId,
    done: done ? 1 : undefined,
  };
  return element('threadedComment', attributes, `<text>${escapeXml(text)}</text>`);
}

const VML =
  '<xml xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" ' +
  'xmlns:x="urn:schemas-microsoft-com:office:excel">';
const BOX_TYPE = '_x0000_t202';
const BLOCK = 1024;

/** The drawing with a box for each note; undefined when nothing is drawn. `number` is the sheet's, for new ids. */
function drawing(before: string | undefined, notes: readonly Placed[], number: number): string | undefined {
  const others = before === undefined ? undefined : replaceNoteShapes(before, () => '');
  if (notes.length === 0) return others !== undefined && /<v:shape\s/.test(others) ? others : undefined;
  const base =
    others ?? `${VML}<o:shapelayout v:ext="edit"><o:idmap v:ext="edit" data="${number}"/></o:shapelayout></xml>`;
  const ids = [...(before ?? '').matchAll(/_s(\d+)"/g)].map(([, id]) => Number(id));
  let last = Math.max(number * BLOCK, ...ids);
  const used = new Set<string>();
  const boxes = notes.map((placed) => {
    const own = sourceOf(placed.note);
    const id = /\sid=["']([^"']*)["']/.exec(own?.shape ?? '')?.[1];
    // The box of another sheet, or of the note that this one is a copy of, has an id that is taken.
    const free = id !== undefined && (before ?? '').includes(id) && !used.has(id);
    const name = free ? id : `_x0000_s${++last}`;
    used.add(name);
    return own?.shape === undefined ? newBox(placed, name) : movedBox(own.shape, own, placed, name);
  });
  const type = base.includes(`id="${BOX_TYPE}"`)
    ? ''
    : `<v:shapetype id="${BOX_TYPE}" coordsize="21600,21600" o:spt="202" path="m,l,21600r21600,l21600,xe"><v:stroke joinstyle="miter"/><v:path gradientshapeok="t" o:connecttype="rect"/></v:shapetype>`;
  const end = base.lastIndexOf('</');
  return base.slice(0, end) + type + boxes.join('') + base.slice(end);
}

const MOST = { row: 1_048_575, column: 16_383 } as const;

function newBox({ row, column }: Placed, id: string): string {
  const left = Math.min(column + 1, MOST.column - 2);
  const top = Math.min(Math.max(row - 1, 0), MOST.row - 5);
  const anchor = [left, 15, top, 10, left + 2, 15, top + 5, 4].join(', ');
  return (
    `<v:shape id="${id}" type="#${BOX_TYPE}" style="position:absolute;margin-left:59.25pt;margin-top:1.5pt;width:108pt;height:59.25pt;z-index:1;visibility:hidden" fillcolor="#ffffe1" o:insetmode="auto">` +
    '<v:fill color2="#ffffe1"/><v:shadow on="t" color="black" obscured="t"/><v:path o:connecttype="none"/>' +
    '<v:textbox style="mso-direction-alt:auto"><div style="text-align:left"></div></v:textbox>' +
    `<x:ClientData ObjectType="Note"><x:MoveWithCells/><x:SizeWithCells/><x:Anchor>${anchor}</x:Anchor>` +
    `<x:AutoFill>False</x:AutoFill><x:Row>${row}</x:Row><x:Column>${column}</x:Column></x:ClientData></v:shape>`
  );
}

function movedBox(shape: string, from: NoteSource, to: Placed, id: string): string {
  const [rows, columns] = [to.row - from.row, to.column - from.column];
  return shape
    .replace(/(\sid=)(?:"[^"]*"|'[^']*')/, `$1"${id}"`)
    .replace(/(<x:Row>)\s*\d+/, `$1${to.row}`)
    .replace(/(<x:Column>)\s*\d+/, `$1${to.column}`)
    .replace(/(<x:Anchor>)([^<]*)/, (_all, open, text) => {
      const steps = [columns, 0, rows, 0, columns, 0, rows, 0];
      const moved = String(text)
        .split(',')
        .map((part, at) => {
          const most = at % 4 === 0 ? MOST.column : at % 4 === 2 ? MOST.row : Infinity;
          return Math.min(Math.max(Number(part) + (steps[at] ?? 0), 0), most);
        });
      return String(open) + moved.join(', ');
    });
}
