/** Holds the host's tables of members to what Microsoft's own client says about them. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { applicationClass } from '../../../src/host/objects/workbook/application';
import { borderClass, bordersClass } from '../../../src/host/objects/range/borders';
import { commentClass, commentsClass, repliesClass, replyClass } from '../../../src/host/objects/sheet/comments';
import { conditionalFormatClass, conditionalFormatsClass } from '../../../src/host/objects/rules/conditionalFormats';
import * as rules from '../../../src/host/objects/rules/conditionalRules';
import { dataValidationClass } from '../../../src/host/objects/rules/dataValidation';
import { fillClass, fontClass, formatClass, formatProtectionClass } from '../../../src/host/objects/range/format';
import { freezePanesClass } from '../../../src/host/objects/sheet/freezePanes';
import { headerFooterClass, headerFooterGroupClass } from '../../../src/host/objects/sheet/headerFooter';
import { nameClass, namesClass } from '../../../src/host/objects/sheet/names';
import type { ObjectClass } from '../../../src/host/objects/core/object';
import { pageBreakClass, pageBreaksClass } from '../../../src/host/objects/sheet/pageBreaks';
import { pageLayoutClass } from '../../../src/host/objects/sheet/pageLayout';
import { propertiesClass } from '../../../src/host/objects/workbook/properties';
import { rangeAreasClass, rangeCollectionClass } from '../../../src/host/objects/range/areas';
import { rangeClass } from '../../../src/host/objects/range/range';
import { sortClass } from '../../../src/host/objects/range/sort';
import { settingClass, settingsClass } from '../../../src/host/objects/workbook/settings';
import { shapesClass } from '../../../src/host/objects/sheet/shapes';
import { sheetProtectionClass } from '../../../src/host/objects/sheet/protection';
import { API_VERSIONS } from '../../../src/host/objects/core/version';
import { workbookProtectionClass } from '../../../src/host/objects/workbook/protection';
import { workbookClass } from '../../../src/host/objects/workbook/workbook';
import { worksheetClass } from '../../../src/host/objects/sheet/worksheet';
import { worksheetsClass } from '../../../src/host/objects/workbook/worksheets';

type Table = Pick<ObjectClass<never>, 'name' | 'members'>;

const TABLES: readonly Table[] = [
  applicationClass,
  borderClass,
  bordersClass,
  commentClass,
  commentsClass,
  repliesClass,
  replyClass,
  conditionalFormatClass,
  conditionalFormatsClass,
  rules.customRuleClass,
  rules.customClass,
  rules.cellValueClass,
  rules.textClass,
  rules.formatClass,
  rules.fontClass,
  rules.fillClass,
  rules.dataBarClass,
  rules.barFormatClass,
  rules.colorScaleClass,
  dataValidationClass,
  formatClass,
  fontClass,
  fillClass,
  formatProtectionClass,
  freezePanesClass,
  headerFooterClass,
  headerFooterGroupClass,
  nameClass,
  namesClass,
  pageLayoutClass,
  pageBreakClass,
  pageBreaksClass,
  shapesClass,
  propertiesClass,
  rangeAreasClass,
  rangeCollectionClass,
  rangeClass,
  sortClass,
  settingClass,
  settingsClass,
  sheetProtectionClass,
  workbookProtectionClass,
  workbookClass,
  worksheetClass,
  worksheetsClass,
];

const source = readFileSync(
  createRequire(__filename).resolve('@microsoft/office-js/dist/excel-web-16.00.debug.js'),
  'utf8',
);

/** Members that the client writes under another name than the one that it shows. */
const WRITTEN_ELSEWHERE = ['Worksheet.gridlines', 'Worksheet.headings'];

test("every member of the host's classes is one of Microsoft's client", () => {
  const unknown: string[] = [];
  for (const { name, members } of TABLES) {
    for (const member of Object.keys(members)) {
      const known =
        source.includes(`${name}.prototype, "${member}"`) || source.includes(`${name}.prototype.${member} = function`);
      if (!known && !WRITTEN_ELSEWHERE.includes(`${name}.${member}`)) unknown.push(`${name}.${member}`);
    }
  }
  expect(unknown).toEqual([]);
});

test('members came with the requirement set that the client states', () => {
  const stated = new Map(
    [...source.matchAll(/_throwIfApiNotSupported\("(\w+\.\w+)", _defaultApiSetName, "([\d.]+)"/g)].map(
      ([, member = '', version = '']) => [member, version],
    ),
  );
  const differing: string[] = [];
  for (const { name, members } of TABLES) {
    for (const [member, { since }] of Object.entries(members)) {
      const id = `${name}.${member}`;
      const version = stated.get(id);
      if (version !== undefined && version !== since) differing.push(`${id}: ${since ?? 'none'}, not ${version}`);
      if (version === undefined && since !== undefined && !WRITTEN_ELSEWHERE.includes(id))
        differing.push(`${id}: ${since}`);
    }
  }
  expect(differing).toEqual([]);
});

test('the newest requirement set is the one up to which the client has members', () => {
  const versions = [...source.matchAll(/_defaultApiSetName, "1\.(\d+)"/g)].map(([, minor]) => Number(minor));
  expect(API_VERSIONS.at(-1)).toBe(`1.${Math.max(...versions)}`);
});
