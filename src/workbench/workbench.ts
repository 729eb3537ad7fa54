import { EmbeddedHost } from '../host/bridge';
import { openWorkbook } from '../host/workbook/xlsx';
import { offerHost } from './hostOfPage';

async function main(): Promise<void> {
  const answer = await fetch('samples/2020Q3.xlsx');
  const opened = await openWorkbook(new Uint8Array(await answer.arrayBuffer()));
  if (!opened.ok) throw new Error(opened.detail);
  offerHost(new EmbeddedHost(opened.workbook, { fileName: '2020Q3.xlsx' }));
  const pane = document.getElementById('pane');
  if (pane instanceof HTMLIFrameElement) pane.src = 'pane/taskpane.html';
}

void main();
