/** Dates as the serial numbers that a workbook keeps: days since 1900 (with Excel's 29 February 1900) or since 1904. */

const DAY = 86_400_000;
const EPOCH_1900 = Date.UTC(1899, 11, 30);
const DAYS_BEFORE_1904 = 1462;
/** Excel counts a day that never was, 29 February 1900, as 60. */
const FIRST_RIGHT_SERIAL = 61;

/** The serial number of a calendar day (month 1–12); undefined when there is no such day or it is before 1900 (1904). */
export function dateSerial(year: number, month: number, day: number, date1904: boolean): number | undefined {
  const time = Date.UTC(year, month - 1, day);
  const date = new Date(time);
  if (year < 1900 || year > 9999 || date.getUTCMonth() !== month - 1 || date.getUTCDate() !== day) return undefined;
  const days = (time - EPOCH_1900) / DAY;
  const serial = days < FIRST_RIGHT_SERIAL ? days - 1 : days;
  if (!date1904) return serial;
  return days >= DAYS_BEFORE_1904 ? days - DAYS_BEFORE_1904 : undefined;
}
