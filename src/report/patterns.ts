/** A decimal amount, or blank (''), or a dash ('—'). `''`, `'0'`, `'0.00'` and `'—'` are four different prints. */
export const amountPattern = '^(|—|-?(0|[1-9][0-9]{0,14})(\\.[0-9]{1,20})?)$';
export const decimalPattern = '^-?(0|[1-9][0-9]{0,14})(\\.[0-9]{1,20})?$';
/** The digits that both patterns allow before and behind the point: a quadrillion is more yuan than the country earns in a year. */
export const mostDigits = { whole: 15, fraction: 20 } as const;
export const datePattern = '^[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])$';

/** A day, or a month or year where a form asks for no more. */
export const partDatePattern = '^[0-9]{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12][0-9]|3[01]))?)?$';

/** The names of all fields that hold English. */
export const englishFields: readonly string[] = ['nameEn', 'textEn', 'briefEn', 'unitEn', 'noteEn'];
