export { readFiles, type FileSource, type ReadFile, type ReadFilesOptions } from './readFiles';
