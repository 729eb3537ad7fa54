import type { Json } from '../../wire/protocol';
import type { Cell } from '../../workbook/model/data';
import { newId, sourceOf, withSource, type Message, type Note } from '../../workbook/model/notes';
import type { SheetModel, WorkbookModel } from '../../workbook/model/workbook';
import { cellKey, formatA1, parseCellKey } from '../../workbook/values/address';
import { rangeArgument } from '../cells/lookup';
import { requireUnprotected } from '../cells/permission';
import { asBoolean, asText, isRecord, type Argument } from '../core/arguments';
import { bind, rangeObject, type HostObject, type Member, type ObjectClass, type Session } from '../core/object';
import { RangeRef } from '../core/rangeRef';
import { invalidArgument, itemAlreadyExists, itemNotFound } from '../core/refusal';

/** The comments of one sheet, or of the whole workbook. */
export class CommentScope {
  constructor(
    readonly workbook: WorkbookModel,
    readonly sheet: SheetModel | undefined,
  ) {}

  get comments(): CommentTarget[] {
    const sheets = this.sheet ? [this.sheet] : this.workbook.sheets;
    return sheets.flatMap((sheet) =>
      [...sheet.cells].flatMap(([key, { comment }]) => {
        const first = comment?.thread?.[0];
        return first ? [new CommentTarget(sheet, key, first.id)] : [];
      }),
    );
  }
}

/** One message: a comment on a cell, or a reply to one. */
class CommentTarget {
  constructor(
    readonly sheet: SheetModel,
    private key: string,
    readonly id: string,
  ) {}

  /** The cell where it is now, with its note. */
  private get place(): { key: string; cell: Cell; note: Note & { thread: readonly Message[] } } {
    const at = (key: string): Note['thread'] => this.sheet.cells.get(key)?.comment?.thread;
    const holds = (key: string): boolean => at(key)?.some(({ id }) => id === this.id) ?? false;
    if (!holds(this.key)) this.key = [...this.sheet.cells.keys()].find(holds) ?? '';
    const cell = this.sheet.cells.get(this.key);
    const thread = at(this.key);
    if (!cell?.comment || !thread) throw itemNotFound();
    return { key: this.key, cell, note: { ...cell.comment, thread } };
  }

  get message(): Message {
    const message = this.place.note.thread.find(({ id }) => id === this.id);
    if (!message) throw itemNotFound();
    return message;
  }

  get replies(): CommentTarget[] {
    return this.place.note.thread.slice(1).map(({ id }) => new CommentTarget(this.sheet, this.key, id));
  }

  get parent(): CommentTarget | undefined {
    const { parentId } = this.message;
    return parentId === undefined ? undefined : new CommentTarget(this.sheet, this.key, parentId);
  }

  get location(): RangeRef {
    return new RangeRef(this.sheet, { ...parseCellKey(this.place.key), rows: 1, columns: 1 });
  }

  /** Puts other messages in the place of the thread's; none, and the comment goes. */
  change(next: (thread: readonly Message[]) => readonly Message[]): void {
    const { key, cell, note } = this.place;
    const thread = next(note.thread);
    const { comment, ...rest } = cell;
    const changed = { ...note, thread };
    this.sheet.place(
      key,
      thread.length === 0 ? rest : { ...rest, comment: withSource(changed, comment && sourceOf(comment)) },
    );
  }

  set(change: Partial<Message>): void {
    this.change((thread) => thread.map((one) => (one.id === this.id ? { ...one, ...change } : one)));
  }

  delete(): void {
    requireUnprotected(this.sheet);
    const gone = this.message.parentId === undefined ? undefined : this.id;
    this.change((thread) => (gone === undefined ? [] : thread.filter(({ id }) => id !== gone)));
  }
}

/** What comments and replies have in common. */
const messageMembers: Readonly<Record<string, Member<CommentTarget>>> = {
  id: { kind: 'value', get: ({ id }) => id },
  content: {
    kind: 'value',
    get: ({ message }) => message.text,
    set: (target, value) => {
      const text = contentOf(value);
      requireUnprotected(target.sheet);
      target.set({ text });
    },
  },
  authorName: { kind: 'value', get: authorName },
  authorEmail: { kind: 'value', get: () => '' },
  creationDate: { kind: 'value', get: ({ message }) => message.date ?? null },
  getLocation: { kind: 'method', call: (target) => rangeObject(target.location) },
  delete: { kind: 'method', call: (target) => target.delete() },
};

function authorName({ sheet, message }: CommentTarget): Json {
  return sheet.workbook.data.persons?.find((person) => person.id === message.personId)?.displayName ?? '';
}

/** `Excel.Comment`. */
export const commentClass: ObjectClass<CommentTarget> = {
  name: 'Comment',
  since: '1.10',
  identity: ({ id }) => ({ Id: id }),
  members: {
    ...messageMembers,
    resolved: {
      kind: 'value',
      since: '1.11',
      get: ({ message }) => message.done ?? false,
      set: (target, value) => target.set({ done: asBoolean(value) }),
    },
    replies: { kind: 'object', get: (target) => bind(repliesClass, target) },
  },
};

/** `Excel.CommentReply`. */
export const replyClass: ObjectClass<CommentTarget> = {
  name: 'CommentReply',
  since: '1.10',
  identity: ({ id }) => ({ Id: id }),
  members: {
    ...messageMembers,
    getParentComment: {
      kind: 'method',
      call: ({ parent }) => {
        if (!parent) throw itemNotFound();
        return bind(commentClass, parent);
      },
    },
  },
};

/** `Excel.CommentReplyCollection`. */
export const repliesClass: ObjectClass<CommentTarget> = {
  name: 'CommentReplyCollection',
  since: '1.10',
  items: (target) => target.replies.map((reply) => bind(replyClass, reply)),
  item: (target, given) =>
    orNotFound(
      target.replies.find(({ id }) => id === given.text(0)),
      replyClass,
    ),
  members: {
    getCount: { kind: 'method', call: (target) => target.replies.length },
    getItemAt: {
      kind: 'method',
      call: (target, given) => orNotFound(target.replies[given.integer(0)], replyClass),
    },
    add: {
      kind: 'method',
      call: (target, given, session) => {
        const message = newMessage(session, target.sheet, given.at(0), target.id);
        target.change((thread) => [...thread, message]);
        return bind(replyClass, new CommentTarget(target.sheet, '', message.id));
      },
    },
  },
};

/** `Excel.CommentCollection`. */
export const commentsClass: ObjectClass<CommentScope> = {
  name: 'CommentCollection',
  since: '1.10',
  items: (scope) => scope.comments.map((comment) => bind(commentClass, comment)),
  item: (scope, given) => orNotFound(find(scope, given.text(0)), commentClass),
  members: {
    add: {
      kind: 'method',
      call: (scope, given, session) => {
        const home = scope.sheet ?? scope.workbook.activeSheet;
        const { sheet, area } = rangeArgument(given.at(0), home);
        if (area.rows !== 1 || area.columns !== 1) throw invalidArgument('A comment belongs to a single cell.');
        const cell = sheet.cell(area.row, area.column) ?? { value: null, type: 'empty' as const };
        if (cell.comment) throw itemAlreadyExists(formatA1(area));
        const message = newMessage(session, sheet, given.at(1));
        const key = cellKey(area.row, area.column);
        sheet.place(key, { ...cell, comment: { text: message.text, thread: [message] } });
        return bind(commentClass, new CommentTarget(sheet, key, message.id));
      },
    },
    getCount: { kind: 'method', call: (scope) => scope.comments.length },
    getItemAt: { kind: 'method', call: (scope, given) => orNotFound(scope.comments[given.integer(0)], commentClass) },
    getItemByCell: {
      kind: 'method',
      call: (scope, given) => {
        const { sheet, area } = rangeArgument(given.at(0), scope.sheet ?? scope.workbook.activeSheet);
        const key = cellKey(area.row, area.column);
        const first = sheet.cells.get(key)?.comment?.thread?.[0];
        return orNotFound(first && new CommentTarget(sheet, key, first.id), commentClass);
      },
    },
    getItemOrNullObject: {
      kind: 'method',
      since: '1.14',
      call: (scope, given) => {
        const comment = find(scope, given.text(0));
        return comment ? bind(commentClass, comment) : null;
      },
    },
  },
};

function find(scope: CommentScope, id: string): CommentTarget | undefined {
  return scope.comments.find((comment) => comment.id === id);
}

function orNotFound(target: CommentTarget | undefined, definition: ObjectClass<CommentTarget>): HostObject {
  if (!target) throw itemNotFound();
  return bind(definition, target);
}

/** The text of a comment; one that mentions people is given as text with tags around their names. */
function contentOf(value: Argument): string {
  const text = isRecord(value)
    ? asText(value['richContent'] ?? null).replace(/<at id="\d+">([^<]*)<\/at>/g, '@$1')
    : asText(value);
  if (text === '') throw invalidArgument('A comment has a text.');
  return text;
}

function newMessage(session: Session, sheet: SheetModel, content: Argument, parentId?: string): Message {
  const text = contentOf(content);
  requireUnprotected(sheet);
  const answer = parentId === undefined ? {} : { parentId };
  return { ...answer, id: newId(), personId: personId(session), date: new Date().toISOString(), text };
}

function personId({ workbook, userName }: Session): string {
  const persons = (workbook.data.persons ??= []);
  const known = persons.find((person) => person.displayName === userName);
  if (known) return known.id;
  const id = newId();
  persons.push({ id, displayName: userName });
  return id;
}
