import { findingsOf, OFFICE_VERSIONS } from '../../scripts/oracle/openXmlSdk';
import { makeSplitForms } from '../../src/excel';
import { xlsxOf } from '../../src/files';
import { GOLDEN, inExcel, openFixture } from '../excel/support/workbooks';

jest.setTimeout(900_000);

const people = { kind: 'department', department: '办公室' } as const;
const months = ['2020-10', '2020-11', '2020-12'];

test.each([
  [1, 'person', []],
  [2, 'department', []],
  [3, 'rater', ['张局长']],
] as const)("Microsoft's validator finds nothing in a file with 附件%s to hand out", async (annex, by, raters) => {
  const wanted = { annex, months, people, raters, protect: true };
  const { files } = await inExcel(await openFixture(GOLDEN), () => makeSplitForms(wanted, by));
  const bytes = await xlsxOf(files[0]?.sheets ?? []);
  for (const version of OFFICE_VERSIONS) expect(await findingsOf(bytes, version)).toEqual([]);
});
