/**
 * What Excel refuses, as it names it: `code` is what `OfficeExtension.Error.code` shows.
 * The codes are those of `Excel.ErrorCodes` in Microsoft's client.
 */
export type RefusalCode =
  | 'AccessDenied'
  | 'ApiNotFound'
  | 'GeneralException'
  | 'InsertDeleteConflict'
  | 'InvalidArgument'
  | 'InvalidOperation'
  | 'InvalidOperationInCellEditMode'
  | 'InvalidReference'
  | 'InvalidSelection'
  | 'ItemAlreadyExists'
  | 'ItemNotFound'
  | 'RangeExceedsLimit'
  | 'RequestPayloadSizeLimitExceeded'
  | 'ResponsePayloadSizeLimitExceeded';

/** A refusal on its way to the client; thrown by members, never a bug of the host. */
export class Refusal extends Error {
  /** `location` is the member that refused, such as `Range.values`, when the batch cannot know it. */
  constructor(
    readonly code: RefusalCode,
    message: string,
    readonly location?: string,
  ) {
    super(message);
    this.name = 'Refusal';
  }
}

/** An argument of a wrong kind, shape or content. */
export function invalidArgument(detail?: string): Refusal {
  const message = 'The argument is invalid or missing or has an incorrect format.';
  return new Refusal('InvalidArgument', detail === undefined ? message : `${message} ${detail}`);
}

/** A sheet, name or other item that the workbook does not have. */
export function itemNotFound(detail?: string): Refusal {
  const message = "The requested resource doesn't exist.";
  return new Refusal('ItemNotFound', detail === undefined ? message : `${message} ${detail}`);
}

/** A name that something else bears already. */
export function itemAlreadyExists(name: string): Refusal {
  return new Refusal('ItemAlreadyExists', `The resource being created already exists: ${name}`);
}

/** Something that the sheet's or the workbook's protection forbids. */
export function accessDenied(): Refusal {
  return new Refusal('AccessDenied', 'You cannot perform the requested operation: the sheet is protected.');
}

/** Any write in a workbook that may be looked at only. The code is not documented for Excel (P17). */
export function workbookReadOnly(): Refusal {
  return new Refusal('AccessDenied', 'You cannot perform the requested operation: the workbook is read-only.');
}

/** An operation that the state of the workbook does not allow. */
export function invalidOperation(detail: string): Refusal {
  return new Refusal('InvalidOperation', `The operation attempted is invalid on the object. ${detail}`);
}

/** What is refused while another workbook has the focus; deleting a sheet has a code of its own. */
export function requireFocus(
  { isElsewhere }: { readonly isElsewhere: boolean },
  code: RefusalCode = 'GeneralException',
): void {
  if (isElsewhere) throw new Refusal(code, 'Another workbook has the focus.');
}

/** An object that the reference no longer leads to. */
export function invalidReference(): Refusal {
  return new Refusal('InvalidReference', 'This reference is not valid for the current operation.');
}

/** A member that this host, or Excel of its requirement set, does not have. */
export function apiNotFound(member: string): Refusal {
  return new Refusal('ApiNotFound', `The API ${member} was not found in this host.`, member);
}
