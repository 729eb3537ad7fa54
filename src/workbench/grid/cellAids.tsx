/** What Excel shows beside a cell: the arrow and list of its choices, its input message, its note. */
import type { IDisposable } from '@univerjs/core';
import { HoverManagerService, SheetCanvasPopManagerService, type ICanvasPopup } from '@univerjs/sheets-ui';
import { ComponentManager } from '@univerjs/ui';
import type { ReactElement } from 'react';
import type { EmbeddedHost } from '../../host/bridge';
import { notesOf } from '../../host/objects/sheet/notes';
import { isLocked } from '../../host/objects/cells/permission';
import { choicesAt, hasChoices, validationAt } from '../../host/objects/rules/validationCheck';
import { cellKey } from '../../host/workbook/values/address';
import { isProtected } from '../../host/workbook/model/data';
import type { SheetModel } from '../../host/workbook/model/workbook';
import { ChoiceArrow, ChoiceList, Notice } from './aidViews';
import type { GridEngine } from './univer';

/** A cell of the grid. */
export interface AidedCell {
  readonly unitId: string;
  readonly host: EmbeddedHost;
  readonly sheet: SheetModel;
  readonly row: number;
  readonly column: number;
}

/** What a cell says to who selects it. */
interface Aids {
  readonly isList: boolean;
  readonly title: string;
  readonly text: string;
}

const ARROW = 'workbench.choice-arrow';
const LIST = 'workbench.choice-list';
const NOTICE = 'workbench.notice';
const HOVERED = 'workbench.hovered-note';

/** Shows them with the popups of Univer, which follow the cell when the grid is scrolled. */
export class CellAids {
  private cell: AidedCell | undefined;
  private shown = '';
  private aids: Aids = { isList: false, title: '', text: '' };
  private choices: readonly string[] = [];
  private hoveredNote = '';
  private atCell: IDisposable[] = [];
  private list: IDisposable | undefined;
  private hovered: IDisposable | undefined;
  /** What had the keyboard before the list. */
  private focused: Element | null = null;

  constructor(
    private readonly engine: GridEngine,
    private readonly choose: (cell: AidedCell, text: string) => void,
  ) {
    const components = engine.injector.get(ComponentManager);
    const views: Readonly<Record<string, () => ReactElement>> = {
      [ARROW]: () => <ChoiceArrow open={() => void this.openList()} />,
      [LIST]: () => (
        <ChoiceList
          choices={this.choices}
          chosen={this.cell?.sheet.text(this.cell.row, this.cell.column)}
          choose={(text) => this.chosen(text)}
          close={() => this.closeList()}
        />
      ),
      [NOTICE]: () => <Notice title={this.aids.title} text={this.aids.text} />,
      [HOVERED]: () => <Notice title="" text={this.hoveredNote} />,
    };
    for (const [key, view] of Object.entries(views)) components.register(key, view);
    engine.injector.get(HoverManagerService).currentCell$.subscribe((hovered) => {
      this.hover(hovered ? { row: hovered.location.row, column: hovered.location.col } : undefined);
    });
  }

  /** Shows what belongs to the selected cell, in the place of what belonged to the one before. */
  show(cell: AidedCell): void {
    const { sheet, row, column } = cell;
    const aids = aidsOf(cell);
    const shown = JSON.stringify([cell.unitId, sheet.id, row, column, aids]);
    if (shown === this.shown) return;
    this.clear();
    this.cell = cell;
    this.shown = shown;
    this.aids = aids;
    if (aids.isList) this.attach(ARROW, { direction: 'right-bottom', noPushMinimumGap: true });
    this.attachNotice();
  }

  /** Shows what belongs to the selected cell now, after something of the workbook has changed. */
  update(): void {
    const { cell } = this;
    if (!cell || this.list || this.shown === '') return;
    if (cell.sheet === cell.host.workbook.activeSheet) this.show(cell);
    else this.clear();
  }

  /** Takes everything away; the selected cell stays known until another one is. */
  clear(): void {
    this.closeList();
    for (const popup of this.atCell) popup.dispose();
    this.atCell = [];
    this.hovered?.dispose();
    this.hovered = undefined;
    this.shown = '';
  }

  /** Opens the list of the selected cell; whether it has one. */
  openChoices(): boolean {
    if (!this.aids.isList || this.shown === '' || this.list) return false;
    void this.openList();
    return true;
  }

  private attach(componentKey: string, popup: Omit<ICanvasPopup, 'componentKey'>): IDisposable | undefined {
    const { cell } = this;
    if (!cell) return undefined;
    const attached = this.popupAt(cell, { componentKey, ...popup });
    if (attached) this.atCell.push(attached);
    return attached;
  }

  private popupAt({ unitId, sheet, row, column }: AidedCell, popup: ICanvasPopup): IDisposable | undefined {
    const popups = this.engine.injector.get(SheetCanvasPopManagerService);
    const all = { showOnSelectionMoving: true, ...popup };
    return popups.attachPopupToCell(row, column, all, unitId, sheet.id) ?? undefined;
  }

  private attachNotice(): void {
    if (this.aids.text !== '') this.attach(NOTICE, { direction: 'bottom-left', offset: [0, 4] });
  }

  private async openList(): Promise<void> {
    const { cell } = this;
    if (!cell || this.list) return;
    this.choices = await cell.host.between(() => choicesAt(cell.sheet, cell.row, cell.column));
    if (cell !== this.cell) return;
    this.focused = document.activeElement;
    // The list lies where the message was.
    const arrow = this.atCell.splice(0, 1);
    for (const popup of this.atCell) popup.dispose();
    this.atCell = arrow;
    this.list = this.popupAt(cell, {
      componentKey: LIST,
      direction: 'vertical',
      onClickOutside: () => this.closeList(),
    });
  }

  private closeList(): void {
    if (!this.list) return;
    this.list.dispose();
    this.list = undefined;
    if (this.focused instanceof HTMLElement) this.focused.focus();
    if (this.shown !== '') this.attachNotice();
  }

  private chosen(text: string): void {
    const { cell } = this;
    this.closeList();
    if (cell) this.choose(cell, text);
  }

  /** A note shows while the pointer is over its cell; that of the selected cell is shown already. */
  private hover(at: { row: number; column: number } | undefined): void {
    this.hovered?.dispose();
    this.hovered = undefined;
    const { cell } = this;
    if (!at || !cell || cell.sheet !== cell.host.workbook.activeSheet) return;
    const anchor = cell.sheet.mergeAt(at.row, at.column) ?? at;
    const note = notesOf(cell.sheet).get(cellKey(anchor.row, anchor.column));
    const isSelected = anchor.row === cell.row && anchor.column === cell.column && this.shown !== '';
    if (note === undefined || isSelected) return;
    this.hoveredNote = note;
    this.hovered = this.popupAt(
      { ...cell, row: anchor.row, column: anchor.column },
      { componentKey: HOVERED, direction: 'right-top', offset: [8, 0] },
    );
  }
}

/** Locked cells of a protected sheet offer no list, as they open no editor. */
function aidsOf({ sheet, row, column }: AidedCell): Aids {
  const isClosed = isProtected(sheet.data.protection) && isLocked(sheet, row, column);
  const rule = validationAt(sheet, row, column);
  const message = rule?.showInputMessage === true ? rule.inputMessage : undefined;
  const note = notesOf(sheet).get(cellKey(row, column));
  return {
    isList: !isClosed && hasChoices(sheet, row, column),
    title: message === undefined ? '' : (rule?.inputTitle ?? ''),
    text: [message, note].filter((text) => text !== undefined && text !== '').join('\n\n'),
  };
}
