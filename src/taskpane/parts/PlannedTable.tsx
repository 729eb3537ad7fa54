import type { ReactNode } from 'react';
import { columnName } from '../../forms/grid/address';
import { usePane } from '../state/paneContext';
import type { PreviewCell, PreviewRow, PreviewTable } from '../state/previewTable';

/** A part of a sheet as it will look, with the letters and numbers of its columns and rows; what is written stands out. */
export function PlannedTable({ sheet, table }: { readonly sheet: string; readonly table: PreviewTable }): ReactNode {
  const { texts } = usePane();
  const { columns, rows, isNew, moreRows, moreColumns } = table;
  const width = columns.reduce((sum, each) => sum + each.width, 0);
  return (
    <>
      {/* It scrolls inside itself: with the keyboard, too. */}
      <div className="sheet-view" role="region" aria-label={texts.preview.asItWillLook(sheet)} tabIndex={0}>
        <table className={isNew ? 'new' : ''} style={{ width: `calc(${width} * var(--character) + 32px)` }}>
          <colgroup>
            <col className="row-number" />
            {columns.map(({ column, width: own }) => (
              <col key={column} style={{ width: `calc(${own} * var(--character))` }} />
            ))}
          </colgroup>
          <thead>
            <tr>
              <td />
              {columns.map(({ column }) => (
                <th key={column} scope="col">
                  {columnName(column)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <Row key={row.row} row={row} />
            ))}
          </tbody>
        </table>
      </div>
      {(moreRows > 0 || moreColumns > 0) && <p className="quiet">{texts.preview.notDrawn(moreRows, moreColumns)}</p>}
    </>
  );
}

function Row({ row: { row, isNew, cells } }: { readonly row: PreviewRow }): ReactNode {
  return (
    <tr className={isNew ? 'new' : ''}>
      <th scope="row">{row + 1}</th>
      {cells.map((cell, i) => cell && <Cell key={i} cell={cell} />)}
    </tr>
  );
}

function Cell({ cell }: { readonly cell: PreviewCell }): ReactNode {
  const { texts } = usePane();
  const { isWritten, before, rowSpan, columnSpan, isBold, isTitle, align } = cell;
  const kind = !isWritten ? '' : before === null ? 'filled' : 'replaced';
  const looks = [kind, isBold ? 'bold' : '', isTitle ? 'title' : '', align?.toLowerCase() ?? ''];
  return (
    <td
      className={looks.filter((look) => look !== '').join(' ')}
      {...(rowSpan > 1 ? { rowSpan } : {})}
      {...(columnSpan > 1 ? { colSpan: columnSpan } : {})}
    >
      <div>
        {before !== null && (
          <>
            {/* A screen reader does not tell what is struck out. */}
            <span className="heard">{texts.preview.was}</span>
            <del>{before}</del> <span aria-hidden>→</span> <span className="heard">{texts.preview.willBe}</span>
          </>
        )}
        <Content cell={cell} />
      </div>
    </td>
  );
}

function Content({ cell: { text, formula, isWritten, before } }: { readonly cell: PreviewCell }): ReactNode {
  const { texts } = usePane();
  if (formula !== null && text === '') {
    return (
      <span className="formula" title={formula}>
        {texts.preview.formula}
      </span>
    );
  }
  if (!isWritten) return text;
  // Only what replaces something is an insertion to be told apart; a new sheet would be nothing else.
  if (before === null) return text;
  return <ins>{text === '' ? texts.preview.emptied : text}</ins>;
}
