import type { SheetModel } from '../../workbook/model/workbook';
import type { Change } from '../../workbook/values/shift';
import type { ApiObject } from './apiObject';
import { RangeAreasRef, RangeRef } from './rangeRef';

/** The objects that the client tracks by reference id (`_KeepReference`), until it removes them. */
export class References {
  private readonly byId = new Map<string, ApiObject>();
  private readonly ids = new Map<object, string>();
  private next = 1;

  get count(): number {
    return this.byId.size;
  }

  keep(object: ApiObject): string {
    const known = this.ids.get(object.target);
    if (known !== undefined) return known;
    const id = `Ref-${this.next++}`;
    this.byId.set(id, object);
    this.ids.set(object.target, id);
    return id;
  }

  find(id: string): ApiObject | undefined {
    return this.byId.get(id);
  }

  idOf(target: object): string | undefined {
    return this.ids.get(target);
  }

  remove(id: string): void {
    const object = this.byId.get(id);
    if (!object) return;
    this.byId.delete(id);
    this.ids.delete(object.target);
  }

  clear(): void {
    this.byId.clear();
    this.ids.clear();
  }

  /** Moves the tracked ranges of a sheet with its cells, as Excel does. */
  follow(sheet: SheetModel, change: Change): void {
    for (const target of this.ids.keys()) {
      const isRange = target instanceof RangeRef || target instanceof RangeAreasRef;
      if (isRange && target.sheet === sheet) target.follow(change);
    }
  }
}
