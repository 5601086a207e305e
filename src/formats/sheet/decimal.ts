const decimal = /^-?\d+(?:\.\d+)?$/;
/** The digits that a spreadsheet keeps of a number; one with more is written as text. */
const mostDigits = 15;

/** Whether a cell holds a decimal of the report's schema. */
export function isDecimal(value: string): boolean {
  return decimal.test(value);
}

/** Whether a spreadsheet can hold the value as a number without loss. */
export function fitsNumber(value: string): boolean {
  return isDecimal(value) && value.replace(/^-?0*\.?0*|\./g, '').length <= mostDigits;
}
