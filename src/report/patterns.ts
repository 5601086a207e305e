/** A decimal amount, or blank (''), or a dash ('—'). `''`, `'0'`, `'0.00'` and `'—'` are all printed differently. */
export const amountPattern = '^(|—|-?(0|[1-9][0-9]{0,14})(\\.[0-9]{1,20})?)$';
export const decimalPattern = '^-?(0|[1-9][0-9]{0,14})(\\.[0-9]{1,20})?$';
/** The digits that both patterns allow before and after the point: a quadrillion yuan is more than the country's yearly income. */
export const mostDigits = { whole: 15, fraction: 20 } as const;
export const datePattern = '^[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])$';

/** A day, or only a month or year where that is enough. */
export const partDatePattern = '^[0-9]{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12][0-9]|3[01]))?)?$';

/** The names of all fields that hold English. */
export const englishFields: readonly string[] = ['nameEn', 'textEn', 'briefEn', 'unitEn', 'noteEn'];
