export { readFiles, type FileSource, type ReadFile } from './readFiles';
export { xlsxOf } from './writeSheets';
