import type { WorkbookModel } from '../../workbook/model/workbook';
import type { EventHub } from './events';
import type { References } from './references';
import type { Selection } from './selection';
import type { ApiVersion } from './version';

/** What the members of all objects share: the open workbook and what Excel remembers beside the file. */
export interface Session {
  readonly workbook: WorkbookModel;
  /** The requirement set of the Excel that is simulated. */
  readonly apiVersion: ApiVersion;
  /** The file's name, as Excel shows it in its title bar. */
  readonly fileName: string;
  /** The person whose name Excel writes into comments. */
  readonly userName: string;
  readonly events: EventHub;
  readonly references: References;
  readonly selection: Selection;
}
