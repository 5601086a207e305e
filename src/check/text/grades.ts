/** A grade of a scoring rule: 良90%. */
interface Grade {
  readonly name: string;
  readonly sign: string;
  readonly bound: string;
  readonly start: number;
  readonly end: number;
}

const grade =
  /(优秀|优良|优|良好|良|中等|中|一般|较好|较差|好|差|不合格|合格)\s?[：:为]?\s?([≥≤＞＜><=]{1,2}|不低于|不高于|低于|高于|大于|小于)?\s?(\d{1,3}(?:\.\d{1,2})?)\s?[%％分](?![以之]?[上下内]|\s?[-－—–~～至到])/g;
const fewest = 3;

/** Two grades with one bound, 中85%，差85%, where no sign tells them apart; undefined where there is no list of grades. */
export function overlappingGrades(
  text: string,
): { readonly start: number; readonly end: number; readonly written: string } | undefined {
  if (text.length > 400 || !/[优良差合]/.test(text)) return undefined;
  const grades = [...text.matchAll(grade)].map(
    ({ 0: found, 1: name = '', 2: sign = '', 3: bound = '', index }): Grade => ({
      ...{ name, sign, bound },
      ...{ start: index, end: index + found.length },
    }),
  );
  if (grades.length < fewest || new Set(grades.map(({ name }) => name)).size < grades.length) return undefined;
  for (const [at, two] of grades.entries()) {
    const one = grades[at - 1];
    if (one && one.bound === two.bound && one.sign === two.sign)
      return { start: one.start, end: two.end, written: text.slice(one.start, two.end) };
  }
  return undefined;
}
