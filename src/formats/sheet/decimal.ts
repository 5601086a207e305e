const decimal = /^-?\d+(?:\.\d+)?$/;
/** A spreadsheet keeps so many digits of a number; one with more goes into it as text. */
const mostDigits = 15;

/** Whether a cell holds a decimal as the report's schema has them. */
export function isDecimal(value: string): boolean {
  return decimal.test(value);
}

/** Whether a spreadsheet can hold the value as a number without loss. */
export function fitsNumber(value: string): boolean {
  return isDecimal(value) && value.replace(/^-?0*\.?0*|\./g, '').length <= mostDigits;
}
