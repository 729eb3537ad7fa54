export interface TypedInput { readonly value: string | number | boolean; readonly formula?: string; readonly format?: string }
export declare function readInput(input: string | number | boolean, format: string | undefined, date1904: boolean): TypedInput;
