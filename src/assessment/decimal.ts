import Fraction from 'fraction.js';

/**
 * The decimal that Excel shows for a double: its first 15 significant digits, exactly.
 * 0.1 + 0.2 is 3/10, not the double's 0.3000000000000000444….
 *
 * @throws RangeError for NaN and infinities, which no cell can hold
 */
export function exactDecimal(value: number): Fraction {
  if (!Number.isFinite(value)) throw new RangeError(`not a finite number: ${value}`);
  // Nearly every score: a number of hundredths whose double this is has fewer digits than 15, so that it is the one shown.
  const hundredths = Math.round(value * 100);
  if (Math.abs(hundredths) < 1e13 && hundredths / 100 === value) return new Fraction(hundredths, 100);
  // toPrecision writes very small and very large values as 1.00000000000000e-7; fraction.js reads no exponents.
  const [digits = '', exponent = ''] = value.toPrecision(15).split('e');
  return new Fraction(digits).mul(powerOfTen(Number(exponent)));
}

/** The nearest multiple of 10^−places, the upper one when two are equally near. */
export function roundHalfUp(value: Fraction, places: number): Fraction {
  const unit = powerOfTen(-places);
  return value.div(unit).add(1, 2).floor().mul(unit);
}

/** Whether the value is a multiple of 10^−places, i.e. loses nothing with so many decimals. */
export function hasAtMostDecimals(value: Fraction, places: number): boolean {
  return value.mul(powerOfTen(places)).d === 1n;
}

function powerOfTen(exponent: number): Fraction {
  const power = 10n ** BigInt(Math.abs(exponent));
  return exponent < 0 ? new Fraction(1n, power) : new Fraction(power, 1n);
}
