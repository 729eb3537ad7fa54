/** Examines the workbooks that it is sent, one after the other. */
import { examineWorkbook } from './workbook';

process.on('message', ({ file, validated }: { file: string; validated: boolean }) => {
  void examineWorkbook(file, validated).then((finding) => process.send?.(finding));
});
process.on('disconnect', () => process.exit());
