export declare function displayText(value: string | number | boolean, format: string | undefined, date1904: boolean): string;
