import { LocalUndoRedoService, type IUndoRedoItem } from '@univerjs/core';

/** Univer's steps back and forth, of which single ones can be dropped. */
export class GridUndo extends LocalUndoRedoService {
  /** Drops the step that the change belongs to, whether it is to be taken back next or to be done again. */
  drop(unitId: string, change: object): void {
    for (const steps of [this._getUndoStack(unitId), this._getRedoStack(unitId)]) {
      const place = steps?.findIndex((step) => includes(step, change)) ?? -1;
      if (place >= 0) steps?.splice(place, 1);
    }
    this._updateStatus();
  }
}

/** Univer carries out the very object that its step holds. */
function includes({ undoMutations, redoMutations }: IUndoRedoItem, change: object): boolean {
  return [...undoMutations, ...redoMutations].some(({ params }) => params === change);
}
