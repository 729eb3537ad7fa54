import {
  CanceledError,
  CommandType,
  DOCS_NORMAL_EDITOR_UNIT_ID_KEY,
  type DocumentDataModel,
  type ICommandInfo,
  type IExecutionOptions,
  type IOperation,
  type IRange,
} from '@univerjs/core';
import {
  SelectionMoveType,
  SetRangeValuesCommand,
  SetRangeValuesMutation,
  SetSelectionsOperation,
  SetWorksheetActiveOperation,
  type ISetRangeValuesMutationParams,
} from '@univerjs/sheets';
import { IEditorBridgeService, SetCellEditVisibleOperation } from '@univerjs/sheets-ui';
import { CopyCommand, KeyCode, SheetPasteShortKeyCommandName } from '@univerjs/ui';
import type { EmbeddedHost } from '../../host/bridge';
import { isLocked } from '../../host/objects/cells/permission';
import { validationAt } from '../../host/objects/rules/validationCheck';
import { areaBetween, formatA1, type Area } from '../../host/workbook/values/address';
import { isProtected } from '../../host/workbook/model/data';
import { isAllowed } from './allowed';
import { CellAids, type AidedCell } from './cellAids';
import { copyCells, pastedCells, type CopiedCells } from './clipboard';
import { blocksOf, editedCells } from './edits';
import { Mirror } from './mirror';
import { startUniver, type GridEngine } from './univer';

/** What the grid tells the page around it. */
export interface GridListener {
  /** An input was refused and the old content put back; `message` is for the person. */
  refused(title: string | undefined, message: string): void;
  /** Somebody tried to change a locked cell of a protected sheet. */
  locked(): void;
  /** Somebody tried what the grid has switched off, such as a change of format. */
  switchedOff(): void;
  /** Somebody looked for a menu, which the grid has none of. */
  noMenu(): void;
  /** Another sheet is shown. */
  sheetShown(): void;
  /** The editor of a cell opens. */
  editing(): void;
  /** Another cell is selected; `prompt` is its input message. */
  selected(prompt: { readonly title: string | undefined; readonly message: string } | undefined): void;
}

/** The grid that shows a host's workbook, and gives it what a person does. */
export class Grid {
  private readonly engine: GridEngine;
  private open: OpenWorkbook | undefined;
  private aids: CellAids | undefined;
  /** From a click for the menu to the next key or click: what that click selects says nothing over the answer to it. */
  private isMenuRefused = false;

  constructor(
    container: HTMLElement,
    private readonly listener: GridListener,
  ) {
    this.engine = startUniver(container);
    const openChoices = (event: KeyboardEvent): void => {
      if (!event.altKey || event.key !== 'ArrowDown' || !this.open?.openChoices()) return;
      event.preventDefault();
      event.stopPropagation();
    };
    container.addEventListener('keydown', openChoices, { capture: true });
    const refuseMenu = (event: MouseEvent): void => {
      // Fields for text have the browser's own menu.
      if (event.target instanceof Element && event.target.closest('input, textarea, [contenteditable="true"]')) return;
      event.preventDefault();
      this.isMenuRefused = true;
      this.listener.noMenu();
    };
    const goOn = (): void => {
      this.isMenuRefused = false;
    };
    document.addEventListener('pointerdown', goOn, { capture: true });
    document.addEventListener('keydown', goOn, { capture: true });
    container.addEventListener('contextmenu', refuseMenu, { capture: true });
    // As a sheet is renamed in Excel.
    container.addEventListener('dblclick', ({ target }) => {
      if (target instanceof Element && target.closest('[data-u-comp="slide-tab-item"]')) this.listener.switchedOff();
    });
    this.engine.commands.beforeCommandExecuted((command) => this.open?.before(command));
    this.engine.commands.onCommandExecuted((command, options) => this.open?.after(command, options));
  }

  /** Shows the host's workbook in the place of the one before. */
  async show(host: EmbeddedHost): Promise<void> {
    this.open?.close();
    const listener: GridListener = {
      ...this.listener,
      selected: (prompt) => {
        if (!this.isMenuRefused) this.listener.selected(prompt);
      },
    };
    this.open = new OpenWorkbook(this.engine, host, listener, () => this.startAids());
    await this.open.start();
  }

  darken(isDark: boolean): void {
    this.engine.darken(isDark);
  }

  /** Univer has what they need once there is a workbook. */
  private startAids(): CellAids {
    return (this.aids ??= new CellAids(this.engine, (cell, text) => this.open?.choose(cell, text)));
  }
}

/** A workbook in the grid: its host, its mirror, and the way between them in both directions. */
class OpenWorkbook {
  private readonly mirror: Mirror;
  private readonly stopListening: () => void;
  /** What was typed into the editor that has just closed, as it was typed. */
  private typed: string | undefined;
  private clipboard: CopiedCells | undefined;
  /** Inputs that the host is judging now. */
  private judged = 0;
  private aids: CellAids | undefined;

  constructor(
    private readonly engine: GridEngine,
    private readonly host: EmbeddedHost,
    private readonly listener: GridListener,
    private readonly startAids: () => CellAids,
  ) {
    this.mirror = new Mirror(engine, host);
    this.stopListening = host.onChanged(({ content, selection }) => {
      if (content) {
        // The grid's steps back are about cells that the add-in may have moved or filled since.
        if (this.judged === 0) engine.undo.clearUndoRedo(this.mirror.unitId);
        void this.mirror.refresh().then(() => this.aids?.update());
      }
      if (selection) void this.followSelection();
    });
  }

  /** Univer has it once there is a workbook. */
  private get editor(): IEditorBridgeService {
    return this.engine.injector.get(IEditorBridgeService);
  }

  async start(): Promise<void> {
    await this.mirror.open();
    this.aids = this.startAids();
    this.showAids();
  }

  close(): void {
    this.stopListening();
    this.aids?.clear();
    this.mirror.close();
  }

  /** Opens the list of the selected cell; whether it has one. */
  openChoices(): boolean {
    return !this.isEditing && this.aids?.openChoices() === true;
  }

  /** Writes what was chosen from a cell's list as if it had been typed. */
  choose({ unitId, sheet, row, column }: AidedCell, text: string): void {
    this.typed = undefined;
    this.engine.commands.syncExecuteCommand(SetRangeValuesCommand.id, {
      unitId,
      subUnitId: sheet.id,
      value: { [row]: { [column]: { v: text, f: null, p: null } } },
    });
  }

  private showAids(): void {
    const { sheet, area } = this.host.selection;
    const { unitId } = this.mirror;
    this.aids?.show({ unitId, host: this.host, sheet, row: area.row, column: area.column });
  }

  /** Before a command of the grid; an exception keeps it from being carried out. */
  before(command: Readonly<ICommandInfo>): void {
    if (this.mirror.isWriting) return;
    if (!this.isEditing) this.takeOverClipboard(command);
    if (command.type === CommandType.COMMAND && !isAllowed(command.id)) {
      this.listener.switchedOff();
      throw new CanceledError();
    }
    if (!isOf(command, SetCellEditVisibleOperation)) return;
    const { visible, keycode } = command.params;
    if (visible) this.openEditor();
    else if (this.isEditing) {
      this.typed = keycode === KeyCode.ESC ? undefined : this.editorText();
    }
  }

  /** After a command of the grid. */
  after(command: Readonly<ICommandInfo>, options: IExecutionOptions | undefined): void {
    if (isOf(command, SetCellEditVisibleOperation)) {
      this.holdAddIn(command.params.visible);
      if (command.params.visible) this.aids?.clear();
      else this.showAids();
    }
    // What is for this window only is the mirror's, or Univer's own book-keeping of formulas.
    if (this.mirror.isWriting || options?.onlyLocal === true) return;
    if (isOf(command, SetRangeValuesMutation)) void this.edit(command.params);
    if (isOf(command, SetWorksheetActiveOperation)) void this.showSheet(command.params.subUnitId);
    if (isOf(command, SetSelectionsOperation)) {
      const { type, selections, subUnitId } = command.params;
      const range = selections.at(-1)?.range;
      const isMoving = type === SelectionMoveType.MOVE_START || type === SelectionMoveType.MOVING;
      if (range && !isMoving) void this.select(subUnitId, range);
    }
  }

  /** Whether the editor of a cell is open. */
  private get isEditing(): boolean {
    return this.editor.isVisible().visible;
  }

  /**
   * Copies and pastes in the place of Univer, which would carry its own formats and values over and reads what it finds
   * as a page, against the page's Content-Security-Policy.
   */
  private takeOverClipboard(command: Readonly<ICommandInfo>): void {
    if (command.id === CopyCommand.id) {
      const { sheet, area } = this.host.selection;
      this.clipboard = copyCells(sheet, area);
      void navigator.clipboard.writeText(this.clipboard.text);
      throw new CanceledError();
    }
    if (command.id === SheetPasteShortKeyCommandName) {
      const pasted = command.params;
      if (pasted && 'textContent' in pasted && typeof pasted.textContent === 'string') this.paste(pasted.textContent);
      throw new CanceledError();
    }
  }

  private paste(text: string): void {
    const { sheet, area } = this.host.selection;
    const cells = pastedCells(text, this.clipboard, area);
    this.typed = undefined;
    this.engine.commands.syncExecuteCommand(SetRangeValuesCommand.id, {
      unitId: this.mirror.unitId,
      subUnitId: sheet.id,
      value: cells,
    });
  }

  /** Locked cells of a protected sheet open no editor. */
  private openEditor(): void {
    const place = this.editor.getEditLocation();
    const sheet = place && this.host.workbook.sheetById(place.sheetId);
    this.typed = undefined;
    if (!sheet || !isProtected(sheet.data.protection) || !isLocked(sheet, place.row, place.column)) {
      this.listener.editing();
      return;
    }
    this.listener.locked();
    throw new CanceledError();
  }

  /** As in Excel, the add-in has to wait while a cell is being edited. */
  private holdAddIn(editing: boolean): void {
    this.host.faults.clear('cellEdit');
    if (editing) this.host.faults.inject({ kind: 'cellEdit' }, Infinity);
    // What was typed is for the one change that follows at once, if any.
    else setTimeout(() => (this.typed = undefined));
  }

  private editorText(): string | undefined {
    const editor = this.engine.units.getUnit<DocumentDataModel>(DOCS_NORMAL_EDITOR_UNIT_ID_KEY);
    return editor?.getSnapshot().body?.dataStream.replace(/\r\n$/, '').replaceAll('\r', '\n');
  }

  /** Lets the host judge what the grid has taken already, and puts right in the grid what it refuses. */
  private async edit(params: ISetRangeValuesMutationParams & { trigger?: string }): Promise<void> {
    const sheet = this.host.workbook.sheetById(params.subUnitId);
    if (!sheet || !params.cellValue) return;
    const typed = params.trigger === SetRangeValuesCommand.id ? this.typed : undefined;
    this.typed = undefined;
    const written = editedCells(params.cellValue);
    this.mirror.forget(sheet, written);
    const cells = written.flatMap(({ input, ...place }) =>
      input === undefined ? [] : [{ ...place, input: typed ?? input }],
    );
    this.judged++;
    try {
      for (const [index, { area, values }] of blocksOf(cells).entries()) {
        const outcome = await this.host.userEdit(sheet.name, formatA1(area), values);
        if (outcome.accepted) continue;
        // Where blocks before were accepted, the step back is theirs.
        if (index === 0) this.engine.undo.drop(this.mirror.unitId, params);
        // The selection goes on to the next cell first, which would wipe the message away.
        await new Promise((done) => setTimeout(done));
        this.mirror.select(sheet, area);
        await this.host.userSelect(sheet.name, area);
        this.showAids();
        this.listener.refused(outcome.title, outcome.message);
        break;
      }
    } finally {
      this.judged--;
    }
    await this.mirror.refresh();
  }

  private async showSheet(id: string): Promise<void> {
    const sheet = this.host.workbook.sheetById(id);
    if (!sheet || sheet === this.host.workbook.activeSheet) return;
    this.listener.sheetShown();
    await this.host.userSelect(sheet.name, this.host.selectionOn(sheet));
    await this.mirror.refresh();
    this.showAids();
  }

  private async select(id: string, range: IRange): Promise<void> {
    const sheet = this.host.workbook.sheetById(id);
    const area = sheet && areaOf(range);
    if (!area) return;
    await this.host.userSelect(sheet.name, area);
    if (!this.isEditing) this.showAids();
    const rule = validationAt(sheet, area.row, area.column);
    const prompt = rule?.showInputMessage === true ? rule.inputMessage : undefined;
    this.listener.selected(prompt === undefined ? undefined : { title: rule?.inputTitle, message: prompt });
  }

  private async followSelection(): Promise<void> {
    await this.mirror.refresh();
    const { sheet, area } = this.host.selection;
    this.mirror.select(sheet, area);
    this.showAids();
  }
}

/** Whether it is this command: its id says what parameters it has. */
function isOf<P extends object>(
  command: Readonly<ICommandInfo>,
  expected: Pick<IOperation<P>, 'id' | 'handler'>,
): command is ICommandInfo<P> & { params: P } {
  return command.id === expected.id && command.params !== undefined;
}

/** Whole rows and columns are as large as the grid, which is smaller than the sheet. */
function areaOf({ startRow, startColumn, endRow, endColumn }: IRange): Area | undefined {
  if ([startRow, startColumn, endRow, endColumn].some((place) => Number.isNaN(place) || place < 0)) return undefined;
  return areaBetween(startRow, startColumn, endRow, endColumn);
}
