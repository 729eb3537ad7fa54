export { readFiles, type FileSource, type ReadFile } from './readFiles';
