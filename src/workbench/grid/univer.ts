/** Univer as the workbench uses it: its grid and editor, without toolbar and without an engine that calculates. */
import {
  ICommandService,
  IUndoRedoService,
  IUniverInstanceService,
  LifecycleService,
  LifecycleStages,
  LocaleType,
  LogLevel,
  Univer,
  type Injector,
} from '@univerjs/core';
import designTexts from '@univerjs/design/locale/zh-CN';
import { UniverDocsPlugin } from '@univerjs/docs';
import { UniverDocsUIPlugin } from '@univerjs/docs-ui';
import docsTexts from '@univerjs/docs-ui/locale/zh-CN';
import { UniverFormulaEnginePlugin } from '@univerjs/engine-formula';
import { UniverRenderEnginePlugin } from '@univerjs/engine-render';
import { UniverSheetsPlugin } from '@univerjs/sheets';
import sheetsTexts from '@univerjs/sheets/locale/zh-CN';
import { CalculationMode, UniverSheetsFormulaPlugin } from '@univerjs/sheets-formula';
import { UniverSheetsFormulaUIPlugin } from '@univerjs/sheets-formula-ui';
import formulaTexts from '@univerjs/sheets-formula-ui/locale/zh-CN';
import { UniverSheetsNumfmtPlugin } from '@univerjs/sheets-numfmt';
import { UniverSheetsNumfmtUIPlugin } from '@univerjs/sheets-numfmt-ui';
import numberTexts from '@univerjs/sheets-numfmt-ui/locale/zh-CN';
import { UniverSheetsUIPlugin } from '@univerjs/sheets-ui';
import sheetsUiTexts from '@univerjs/sheets-ui/locale/zh-CN';
import { UniverUIPlugin } from '@univerjs/ui';
import uiTexts from '@univerjs/ui/locale/zh-CN';
import { giveColours } from './colours';
import { GridUndo } from './undo';

/** A running grid, and those of its services that the workbench talks to. */
export interface GridEngine {
  readonly univer: Univer;
  readonly injector: Injector;
  readonly commands: ICommandService;
  readonly units: IUniverInstanceService;
  readonly undo: GridUndo;
  /** Makes the grid dark, or light. */
  readonly darken: (isDark: boolean) => void;
  /**
   * Until the grid is on the page: what scrolls it, and what shows something beside a cell, is only there then, some
   * time after the first workbook is.
   */
  readonly rendered: () => Promise<void>;
}

/** Fills the element with a grid that has no workbook yet. */
export function startUniver(container: HTMLElement): GridEngine {
  const univer = new Univer({
    locale: LocaleType.ZH_CN,
    locales: {
      [LocaleType.ZH_CN]: {
        ...designTexts,
        ...docsTexts,
        ...sheetsTexts,
        ...sheetsUiTexts,
        ...formulaTexts,
        ...numberTexts,
        ...uiTexts,
      },
    },
    logLevel: LogLevel.WARN,
    override: [[IUndoRedoService, { useClass: GridUndo }]],
  });
  const injector = univer.__getInjector();
  // Before the page gets a style sheet of them, which its policy knows by what is in it.
  const darken = giveColours(injector);
  univer.registerPlugin(UniverDocsPlugin);
  univer.registerPlugin(UniverRenderEnginePlugin);
  univer.registerPlugin(UniverUIPlugin, {
    container,
    header: true,
    toolbar: false,
    contextMenu: false,
  });
  univer.registerPlugin(UniverDocsUIPlugin);
  // The values are the host's: formulas are read here, for their editor, and never calculated.
  univer.registerPlugin(UniverFormulaEnginePlugin, { notExecuteFormula: true });
  univer.registerPlugin(UniverSheetsPlugin, { notExecuteFormula: true });
  univer.registerPlugin(UniverSheetsUIPlugin, {
    formulaBar: true,
    footer: { addSheetButtonConfig: { show: false }, menus: false },
    clipboardConfig: { hidePasteOptions: true },
    disableForceStringAlert: true,
    disableForceStringMark: true,
  });
  univer.registerPlugin(UniverSheetsNumfmtPlugin, { disableTextFormatAlert: true, disableTextFormatMark: true });
  univer.registerPlugin(UniverSheetsNumfmtUIPlugin);
  univer.registerPlugin(UniverSheetsFormulaPlugin, {
    initialFormulaComputing: CalculationMode.NO_CALCULATION,
  });
  // The editor of the cells is its.
  univer.registerPlugin(UniverSheetsFormulaUIPlugin);
  const undo = injector.get(IUndoRedoService);
  if (!(undo instanceof GridUndo)) throw new Error('Univer has other steps back than the grid’s');
  return {
    univer,
    injector,
    commands: injector.get(ICommandService),
    units: injector.get(IUniverInstanceService),
    undo,
    darken,
    rendered: () => injector.get(LifecycleService).onStage(LifecycleStages.Rendered),
  };
}
