import type { IFunctionService } from '@univerjs/engine-formula';

export function correctFunctions(functions: IFunctionService, date1904: boolean): void {
  void functions;
  void date1904;
}
