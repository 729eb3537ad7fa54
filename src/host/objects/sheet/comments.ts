import type { Json } from '../../wire/protocol';
import type { Sheet } from '../../workbook/model/data';
import type { SheetModel, WorkbookModel } from '../../workbook/model/workbook';
import { formatA1, parseA1 } from '../../workbook/values/address';
import { rangeArgument } from '../cells/lookup';
import { requireUnprotected } from '../cells/permission';
import { asBoolean, asText, isRecord, type Argument } from '../core/arguments';
import { bind, rangeObject, type HostObject, type Member, type ObjectClass, type Session } from '../core/object';
import { RangeRef } from '../core/rangeRef';
import { invalidArgument, itemAlreadyExists, itemNotFound } from '../core/refusal';

type Message = NonNullable<Sheet['threadedComments']>[number];

/** The comments of one sheet, or of the whole workbook. */
export class CommentScope {
  constructor(
    readonly workbook: WorkbookModel,
    readonly sheet: SheetModel | undefined,
  ) {}

  get comments(): CommentTarget[] {
    const sheets = this.sheet ? [this.sheet] : this.workbook.sheets;
    return sheets.flatMap((sheet) =>
      (sheet.data.threadedComments ?? [])
        .filter((message) => message.parentId === undefined)
        .map((message) => new CommentTarget(sheet, message)),
    );
  }
}

/** One message: a comment on a cell, or a reply to one. */
class CommentTarget {
  constructor(
    readonly sheet: SheetModel,
    readonly message: Message,
  ) {}

  get replies(): CommentTarget[] {
    return (this.sheet.data.threadedComments ?? [])
      .filter((one) => one.parentId === this.message.id)
      .map((one) => new CommentTarget(this.sheet, one));
  }

  get parent(): CommentTarget | undefined {
    const parent = this.sheet.data.threadedComments?.find((one) => one.id === this.message.parentId);
    return parent && new CommentTarget(this.sheet, parent);
  }

  get location(): RangeRef {
    const area = parseA1((this.parent ?? this).message.ref ?? '');
    if (!area) throw itemNotFound();
    return new RangeRef(this.sheet, area);
  }

  delete(): void {
    requireUnprotected(this.sheet);
    const { id } = this.message;
    this.sheet.data.threadedComments =
      this.sheet.data.threadedComments?.filter((one) => one.id !== id && one.parentId !== id) ?? [];
  }
}

/** What comments and replies have in common. */
const messageMembers: Readonly<Record<string, Member<CommentTarget>>> = {
  id: { kind: 'value', get: ({ message }) => message.id },
  content: {
    kind: 'value',
    get: ({ message }) => message.text,
    set: ({ sheet, message }, value) => {
      const text = contentOf(value);
      requireUnprotected(sheet);
      message.text = text;
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
  identity: ({ message }) => ({ Id: message.id }),
  members: {
    ...messageMembers,
    resolved: {
      kind: 'value',
      since: '1.11',
      get: ({ message }) => message.done ?? false,
      set: ({ message }, value) => {
        message.done = asBoolean(value);
      },
    },
    replies: { kind: 'object', get: (target) => bind(repliesClass, target) },
  },
};

/** `Excel.CommentReply`. */
export const replyClass: ObjectClass<CommentTarget> = {
  name: 'CommentReply',
  since: '1.10',
  identity: ({ message }) => ({ Id: message.id }),
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
      target.replies.find(({ message }) => message.id === given.text(0)),
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
      call: ({ sheet, message }, given, session) =>
        bind(replyClass, addMessage(session, sheet, given.at(0), { parentId: message.id })),
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
        const ref = formatA1(area);
        const taken = sheet.data.threadedComments?.some((one) => one.ref === ref && one.parentId === undefined);
        if (taken || sheet.cell(area.row, area.column)?.comment) throw itemAlreadyExists(ref);
        return bind(commentClass, addMessage(session, sheet, given.at(1), { ref }));
      },
    },
    getCount: { kind: 'method', call: (scope) => scope.comments.length },
    getItemAt: { kind: 'method', call: (scope, given) => orNotFound(scope.comments[given.integer(0)], commentClass) },
    getItemByCell: {
      kind: 'method',
      call: (scope, given) => {
        const { sheet, area } = rangeArgument(given.at(0), scope.sheet ?? scope.workbook.activeSheet);
        const ref = formatA1(area);
        return orNotFound(
          scope.comments.find((comment) => comment.sheet === sheet && comment.message.ref === ref),
          commentClass,
        );
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
  return scope.comments.find(({ message }) => message.id === id);
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

function addMessage(
  session: Session,
  sheet: SheetModel,
  content: Argument,
  place: Pick<Message, 'ref' | 'parentId'>,
): CommentTarget {
  const text = contentOf(content);
  requireUnprotected(sheet);
  const message: Message = { ...place, id: guid(), personId: personId(session), date: new Date().toISOString(), text };
  (sheet.data.threadedComments ??= []).push(message);
  return new CommentTarget(sheet, message);
}

function personId({ workbook, userName }: Session): string {
  const persons = (workbook.data.persons ??= []);
  const known = persons.find((person) => person.displayName === userName);
  if (known) return known.id;
  const id = guid();
  persons.push({ id, displayName: userName });
  return id;
}

function guid(): string {
  return `{${crypto.randomUUID().toUpperCase()}}`;
}
