import type { Document } from '../../document/document.js';
import { hasEnglish } from '../../document/walk.js';
import { edit, type Parts, xml } from '../office/parts.js';
import { englishStyle } from './paragraph.js';

/**
 * Takes out of docx's parts what comes from the clock or from Office's own taste, and adds what docx has no option for.
 * `embeds` says whether font files are inside.
 */
export function normalise(parts: Parts, document: Document, embeds: boolean): Parts {
  const steps: readonly [string, (part: string) => string][] = [
    ['docProps/core.xml', (part) => coreProperties(part, document)],
    ['word/styles.xml', (part) => withoutAutoSpace(part, hasEnglish(document))],
    ['word/document.xml', withAutoSpace],
    ['word/theme/theme1.xml', withoutScriptFonts],
    ['word/settings.xml', (part) => settings(part, embeds)],
  ];
  return steps.reduce((changed, [path, change]) => edit(changed, path, change), parts);
}

/** docx writes the present time into both dates. */
function coreProperties(part: string, document: Document): string {
  return part
    .replace(/(<dcterms:(?:created|modified)[^>]*>)[^<]*/g, `$1${document.date}T00:00:00Z`)
    .replace('</cp:coreProperties>', `<dc:language>${xml(document.language)}</dc:language></cp:coreProperties>`);
}

/** docx has an option for digits only (DN); letters (DE) go with them. */
function withAutoSpace(part: string): string {
  return part.replaceAll('<w:autoSpaceDN/>', '<w:autoSpaceDE/><w:autoSpaceDN/>');
}

/** Unless a layout asks for it, the PDF sets no extra space between 汉字 and Latin or digits; with Word's own the two formats would break lines apart. */
function withoutAutoSpace(part: string, english: boolean): string {
  const whole = english ? '<w:suppressAutoHyphens/>' : '';
  const off = `<w:pPr>${whole}<w:autoSpaceDE w:val="0"/><w:autoSpaceDN w:val="0"/></w:pPr>`;
  // LibreOffice takes it from the style only, Word from either.
  return withDividedWords(part)
    .replace('<w:pPrDefault/>', `<w:pPrDefault>${off}</w:pPrDefault>`)
    .replace(/(<w:style [^>]*w:styleId="Normal"[^>]*><w:name w:val="Normal"\/><w:qFormat\/>)/, `$1${off}`);
}

/** docx has no option for it. Where words are divided at all, they are in English paragraphs only. */
function withDividedWords(part: string): string {
  const own = new RegExp(`(<w:style [^>]*w:styleId="${englishStyle}"[^>]*>(?:(?!</w:style>).)*)</w:style>`, 's');
  return part.replace(own, '$1<w:pPr><w:suppressAutoHyphens w:val="0"/></w:pPr></w:style>');
}

/** Office's list of fonts for some fifty scripts names 等线 for Chinese; without it the theme's own East Asian font holds. */
function withoutScriptFonts(part: string): string {
  return part.replace(/<a:font script="[^"]*" typeface="[^"]*"\/>/g, '');
}

/** The order of elements is fixed by CT_Settings (ECMA-376 part 1, §17.15.1.78). */
function settings(part: string, embeds: boolean): string {
  const embedding = '<w:embedTrueTypeFonts/><w:saveSubsetFonts/>';
  const language = '<w:themeFontLang w:val="en-US" w:eastAsia="zh-CN"/>';
  const written = part.replace('</w:settings>', `${language}</w:settings>`);
  return embeds ? written.replace('<w:displayBackgroundShape/>', `<w:displayBackgroundShape/>${embedding}`) : written;
}
