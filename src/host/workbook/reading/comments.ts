/** Notes with what the file says of them besides their text, and the threads of newer Excel. */
import type { Cell, WorkbookData } from '../model/data';
import { withSource, type Message, type NoteSource } from '../model/notes';
import { isKind, partText } from '../package/parts';
import type { KeptPackage, KeptSheet } from '../package/source';
import { childOf, childrenOf, isOn, parseXml } from '../package/xml';
import { cellKey, parseA1 } from '../values/address';

/** A box in the old drawing language (VML), which is no XML in every file: texts in it may hold `<br>`. */
const SHAPE = /<v:shape\b(?:[^>"']|"[^"]*"|'[^']*')*>[\s\S]*?<\/v:shape>/g;
const NOTE = /ObjectType\s*=\s*["']Note["']/;

/** The drawing with what becomes of its notes' boxes; those of buttons and pictures stay. */
export function replaceNoteShapes(vml: string, replace: (shape: string) => string): string {
  return vml.replace(SHAPE, (shape) => (NOTE.test(shape) ? replace(shape) : shape));
}

/** The part of notes of a sheet, or the drawing with their boxes. */
export function noteParts({ relationships, document }: KeptSheet): {
  comments: KeptSheet['relationships'][number] | undefined;
  drawing: KeptSheet['relationships'][number] | undefined;
} {
  const own = document.fragments.find(({ name }) => name === 'legacyDrawing')?.xml ?? '';
  const id = /\s\w+:id\s*=\s*["']([^"']*)["']/.exec(own)?.[1];
  return {
    comments: relationships.find((one) => !one.external && isKind(one, 'comments')),
    drawing: relationships.find((one) => one.id === id && !one.external),
  };
}

/** Gives the notes of the sheet what the file says of them, and cells their threads. */
export function completeNotes(cells: Map<string, Cell>, { parts }: KeptPackage, sheet: KeptSheet): void {
  const { comments, drawing } = noteParts(sheet);
  const shapes = new Map<string, string>();
  replaceNoteShapes((drawing && partText(parts, drawing.target)) ?? '', (shape) => {
    const [row, column] = ['Row', 'Column'].map((name) => new RegExp(`<x:${name}>\\s*(\\d+)`).exec(shape)?.[1]);
    if (row !== undefined && column !== undefined) shapes.set(cellKey(Number(row), Number(column)), shape);
    return shape;
  });
  const root = comments && parseXml(partText(parts, comments.target) ?? '');
  const spaces = root?.attributes ?? {};
  for (const { attributes, source } of childrenOf(childOf(root, 'commentList'), 'comment')) {
    const area = parseA1(attributes['ref'] ?? '');
    const key = area && cellKey(area.row, area.column);
    const note = key === undefined ? undefined : cells.get(key)?.comment;
    if (!area || !note || key === undefined) continue;
    const shape = shapes.get(key);
    withSource(note, { comment: source, spaces, ...(shape !== undefined && { shape }), ...area });
  }
  for (const relationship of sheet.relationships)
    if (isKind(relationship, 'threadedComment')) addThreads(cells, partText(parts, relationship.target) ?? '', shapes);
}

function addThreads(cells: Map<string, Cell>, xml: string, shapes: ReadonlyMap<string, string>): void {
  const messages = childrenOf(parseXml(xml), 'threadedComment').flatMap((element): [string, Message][] => {
    const { ref = '', id, parentId, personId = '', dT, done } = element.attributes;
    if (id === undefined) return [];
    const text = childOf(element, 'text')?.text ?? '';
    const message: Message = {
      id,
      ...(parentId !== undefined && { parentId }),
      personId,
      ...(dT !== undefined && { date: dT.endsWith('Z') ? dT : `${dT}Z` }),
      text,
      ...(isOn(done) && { done: true }),
      source: { xml: element.source, text, done: isOn(done) },
    };
    return [[ref, message]];
  });
  for (const [ref, first] of messages) {
    const area = parseA1(ref);
    if (!area || first.parentId !== undefined) continue;
    const key = cellKey(area.row, area.column);
    const cell = cells.get(key) ?? { value: null, type: 'empty' };
    const thread = [first, ...messages.flatMap(([, message]) => (message.parentId === first.id ? [message] : []))];
    const shape = shapes.get(key);
    const source: NoteSource = { spaces: {}, ...(shape !== undefined && { shape }), ...area };
    cells.set(key, { ...cell, comment: withSource({ text: first.text, thread }, source) });
  }
}

/** The people who wrote comments. */
export function readPersons(kept: KeptPackage): WorkbookData['persons'] {
  const persons = kept.relationships
    .filter((relationship) => isKind(relationship, 'person'))
    .flatMap(({ target }) => childrenOf(parseXml(partText(kept.parts, target) ?? ''), 'person'))
    .flatMap(({ attributes: { id, displayName = '' } }) => (id === undefined ? [] : [{ id, displayName }]));
  return persons.length > 0 ? persons : undefined;
}
