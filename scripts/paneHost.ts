/** The page that scripts/measurePane.ts opens panes in: the embedded host with the sample, and nothing to look at. */
import { EmbeddedHost } from '../src/host/bridge';
import { openWorkbook } from '../src/host/workbook/xlsx';
import { offerHost } from '../src/workbench/hostOfPage';

async function open(name: string): Promise<void> {
  const answer = await fetch(`/samples/${name}`);
  const opened = await openWorkbook(new Uint8Array(await answer.arrayBuffer()));
  if (!opened.ok) throw new Error(`${name}: ${opened.kind}`);
  offerHost(new EmbeddedHost(opened.workbook, { fileName: name }));
}

void open('2020Q3.xlsx');
