import type { Language } from '../document/document.js';
import type { Place, Problem } from '../problem.js';
import { markupFault } from './codes.js';
import { allowedHint, spellingHint } from './spelling.js';
import type { ElementName } from './subset.js';

/** The checked attributes of an element, with HTML's defaults for those not written. */
export interface Attributes {
  readonly class: string;
  readonly style: string;
  readonly colspan: number;
  readonly rowspan: number;
  /** How many columns a `col` describes. */
  readonly span: number;
  readonly scope: 'col' | 'row';
  /** The picture of an `img`, and its alternative text. */
  readonly src: string;
  readonly alt: string;
  /** Absent for the parent's language. */
  readonly lang?: Language;
}

const absent: Attributes = { class: '', style: '', colspan: 1, rowspan: 1, span: 1, scope: 'col', src: '', alt: '' };

/** HTML's own limits on spans (HTML standard, 4.9.11); they also limit how much memory a typing error can cost. */
const limits = { colspan: 1000, rowspan: 65534, span: 1000 } as const;

const scopes = ['col', 'row'] as const;

/** Other ways to write the languages, as in HTML. */
const languages: Readonly<Record<string, Language>> = { zh: 'zh-CN', en: 'en' };
const meantLanguages = { 'zh-CN': 'zh', 'zh-Hans': 'zh', cn: 'zh', 'en-US': 'en', 'en-GB': 'en', english: 'en' };

/** Elements without words, or with only some of a paragraph's: a paragraph is in one language. */
const withoutLanguage: readonly ElementName[] = ['br', 'strong', 'span', 'colgroup', 'col'];

/** Attributes that people write by habit, and the CSS property to use instead. */
const meantProperties: Readonly<Record<string, string>> = {
  align: 'text-align',
  valign: 'vertical-align',
  width: 'width',
  border: 'border',
  cellpadding: 'padding',
  size: 'font-size',
  face: 'font-family',
};

/** Reads the attributes of an element that is in the subset; adds a problem for each that is not in the subset. */
export function readAttributes(
  element: ElementName,
  written: Readonly<Record<string, string>>,
  place: Place,
  problems: Problem[],
): Attributes {
  const names = Object.keys(written);
  if (names.length === 0) return absent;
  const found: Record<string, string | number> = {};
  for (const name of names) {
    const value = written[name] ?? '';
    if (!allowedOn(element).includes(name)) problems.push(unknownAttribute(element, name, value, place));
    else if (isPlain(name)) found[name] = value;
    else if (name === 'scope') found[name] = readScope(value, place, problems);
    else if (name === 'lang') Object.assign(found, readLanguage(value, place, problems));
    else found[name] = readSpan(name as keyof typeof limits, value, place, problems);
  }
  return { ...absent, ...found };
}

function isPlain(name: string): boolean {
  return name === 'class' || name === 'style' || name === 'src' || name === 'alt';
}

function allowedOn(element: ElementName): readonly string[] {
  switch (element) {
    case 'td':
      return ['class', 'style', 'lang', 'colspan', 'rowspan'];
    case 'th':
      return ['class', 'style', 'lang', 'colspan', 'rowspan', 'scope'];
    case 'col':
      return ['class', 'style', 'span'];
    case 'img':
      return ['src', 'alt'];
    default:
      return withoutLanguage.includes(element) ? ['class', 'style'] : ['class', 'style', 'lang'];
  }
}

function unknownAttribute(element: ElementName, name: string, value: string, place: Place): Problem {
  const property = Object.hasOwn(meantProperties, name) ? meantProperties[name] : undefined;
  const style = `style="${property}: …"`;
  return markupFault(
    'markup-attribute',
    {
      zh: `<${element}> 没有 ${name} 属性（${name}="${value}"）`,
      en: `<${element}> has no attribute ${name}="${value}"`,
    },
    place,
    property ? { zh: `请改为 ${style}`, en: `use ${style}` } : spellingHint(name, allowedOn(element), { id: 'class' }),
  );
}

function readScope(value: string, place: Place, problems: Problem[]): 'col' | 'row' {
  if (value === 'col' || value === 'row') return value;
  problems.push(wrongValue('scope', value, place, spellingHint(value, scopes)));
  return 'col';
}

function readLanguage(value: string, place: Place, problems: Problem[]): Pick<Attributes, 'lang'> {
  if (Object.hasOwn(languages, value)) return { lang: languages[value] as Language };
  problems.push(wrongValue('lang', value, place, spellingHint(value, Object.keys(languages), meantLanguages)));
  return {};
}

function readSpan(name: keyof typeof limits, value: string, place: Place, problems: Problem[]): number {
  const span = Number(value);
  if (/^\d{1,5}$/.test(value) && span >= 1 && span <= limits[name]) return span;
  const covered = { zh: '被合并的格子不要写出来：用 {{#if}} 略去', en: 'leave covered cells out with {{#if}}' };
  problems.push(wrongValue(name, value, place, span === 0 ? covered : allowedHint([`1–${limits[name]}`])));
  return 1;
}

function wrongValue(name: string, value: string, place: Place, hint: { zh: string; en: string }): Problem {
  return markupFault(
    'markup-attribute',
    { zh: `属性 ${name} 不能取值“${value}”`, en: `attribute ${name} cannot be "${value}"` },
    place,
    hint,
  );
}
