import { type Format, formats } from '../formats/formats.js';
import { fault, Problems } from '../problem.js';

/** The formats of a list like `pdf,docx`, each once. Throws Problems `unknown-format`, whose hint names those of `own`. */
export function wantedFormats(list: string, own: readonly Format[] = formats.map(({ name }) => name)): Format[] {
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
  return formats.map(({ name }) => name).filter((format) => names.includes(format));
}
