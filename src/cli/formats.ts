import { type Format, formats } from '../formats/formats.js';
import { fileFormats, formatsOf, rowOf } from '../formats/rows.js';
import { type Bilingual, fault, Problems } from '../problem.js';

/** The formats of a list like `pdf,docx`, each once. Throws Problems `unknown-format`, whose hint names those of `own`. */
export function wantedFormats(list: string, own = formatsOf('publication', 'data', 'stage')): Format[] {
  const names = list
    .toLowerCase()
    .split(/[,，、\s]+/)
    .filter(Boolean);
  const unknown = names.filter((name) => !formats.some((row) => row.name === name));
  if (unknown.length > 0 || names.length === 0) {
    const known = own.join(', ');
    throw new Problems([
      fault(
        'unknown-format',
        {
          zh: `不认识的格式：${unknown.join('、') || '（空）'}`,
          en: `unknown format: ${unknown.join(', ') || '(none)'}`,
        },
        undefined,
        { zh: `可用：${known}`, en: `known: ${known}` },
      ),
    ]);
  }
  return formatsOf('publication', 'data', 'stage').filter((format) => names.includes(format));
}

/**
 * As `wantedFormats`, for products without a table of data. For a format of data it throws Problems with `code` that say where
 * such a table is.
 */
export function wantedPublications(list: string, code: string, what: Bilingual): Format[] {
  const wanted = wantedFormats(list, formatsOf('publication', 'stage'));
  const data = wanted.filter((format) => rowOf(format).kind === 'data');
  if (data.length === 0) return wanted;
  const hint = {
    zh: `可用 ${publicationNames('、')}；数据表用 jibiao build --to ${data.join(',')}`,
    en: `${publicationNames(', ')}; data: jibiao build --to ${data.join(',')}`,
  };
  const message = { zh: `${what.zh}没有 ${data.join('、')} 格式`, en: `${what.en} has no ${data.join(', ')}` };
  throw new Problems([fault(code, message, undefined, hint)]);
}

/** The formats with their descriptions; those with the same description share a line. */
export function listedFormats(language: 'zh' | 'en'): string {
  const [comma, semicolon] = language === 'zh' ? ['、', '；'] : [', ', '; '];
  const kinds = new Map<string, string[]>();
  for (const { name, words } of formats) kinds.set(words[language], [...(kinds.get(words[language]) ?? []), name]);
  return [...kinds].map(([words, names]) => `${names.join(comma)} ${words}`).join(semicolon);
}

export function fileEndings(comma: string): string {
  return fileFormats()
    .map((format) => `.${format}`)
    .join(comma);
}

/** The formats that carry the report's data. */
export function carrierNames(or: string): string {
  return fileFormats()
    .filter((format) => rowOf(format).carried)
    .map((format) => format.toUpperCase())
    .join(or);
}

export function publicationNames(comma: string): string {
  return formatsOf('publication').join(comma);
}
