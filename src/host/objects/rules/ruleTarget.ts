import type { ConditionalRule } from '../../workbook/model/data';
import type { SheetModel } from '../../workbook/model/workbook';
import { formatA1 } from '../../workbook/values/address';
import { parseAreas } from '../../workbook/values/areas';
import { requirePermission } from '../cells/permission';

const ids = new WeakMap<ConditionalRule, string>();

/** One rule of a sheet. */
export class RuleTarget {
  constructor(
    readonly sheet: SheetModel,
    readonly rule: ConditionalRule,
  ) {}

  /** Files give rules no identity, so that one lasts as long as the workbook is open. */
  get id(): string {
    const known = ids.get(this.rule);
    if (known !== undefined) return known;
    const id = `{${crypto.randomUUID().toUpperCase()}}`;
    ids.set(this.rule, id);
    return id;
  }

  /** The cell as seen from which the rule's relative references are written. */
  get firstCell(): string {
    const area = parseAreas(this.rule.range)[0] ?? { row: 0, column: 0, rows: 1, columns: 1 };
    return formatA1({ ...area, rows: 1, columns: 1 });
  }

  change(change: (rule: ConditionalRule) => void): void {
    requirePermission(this.sheet, 'formatCells');
    change(this.rule);
  }
}
