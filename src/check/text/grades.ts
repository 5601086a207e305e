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
/** ≥85%得满分，70%—90%得一半: both for 88 %. */
const fullBound = /[≥>≧]\s?(\d{1,3}(?:\.\d{1,2})?)\s?[%％](?:及?以上)?[，,]?\s?(?:得|计|记)(?:满分|全分)/;
const partBound =
  /(\d{1,3}(?:\.\d{1,2})?)\s?[%％]?\s?[-－—–~～至到]\s?(\d{1,3}(?:\.\d{1,2})?)\s?[%％](?:[（(][^）)]{0,10}[）)])?[，,]?\s?(?:得|计|记|扣)/;

/** Two grades with one bound, 中85%，差85%, where no sign tells them apart; undefined where there is no list of grades. */
export function overlappingGrades(
  text: string,
): { readonly start: number; readonly end: number; readonly written: string } | undefined {
  if (text.length > 400) return undefined;
  const full = fullBound.exec(text);
  const part = full && partBound.exec(text.slice(full.index + full[0].length));
  if (full && part && Number(part[2]) > Number(full[1]) && Number(part[1]) < Number(full[1])) {
    const end = full.index + full[0].length + part.index + part[0].length;
    return { start: full.index, end, written: text.slice(full.index, end) };
  }
  if (!/[优良差合]/.test(text)) return undefined;
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
