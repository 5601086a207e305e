import type { Document } from '../../document/document.js';
import { edit, type Parts, xml } from '../office/parts.js';

/**
 * Takes out of docx's parts what comes from the clock or from Office's own taste, and adds what docx has no option for.
 * `embeds` says whether font files are inside.
 */
export function normalise(parts: Parts, document: Document, embeds: boolean): Parts {
  const steps: readonly [string, (part: string) => string][] = [
    ['docProps/core.xml', (part) => coreProperties(part, document)],
    ['word/theme/theme1.xml', withoutScriptFonts],
    ['word/footnotes.xml', withoutRunStyles],
    ['word/endnotes.xml', withoutRunStyles],
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

/** Office's list of fonts for some fifty scripts names 等线 for Chinese; without it the theme's own East Asian font holds. */
function withoutScriptFonts(part: string): string {
  return part.replace(/<a:font script="[^"]*" typeface="[^"]*"\/>/g, '');
}

/** docx gives the lines above notes, of which there are none, styles that are not in the file. */
function withoutRunStyles(part: string): string {
  return part.replace(/<w:rStyle [^>]*\/>/g, '');
}

/** The order of elements is fixed by CT_Settings (ECMA-376 part 1, §17.15.1.78). */
function settings(part: string, embeds: boolean): string {
  const embedding = '<w:embedTrueTypeFonts/><w:saveSubsetFonts/>';
  const language = '<w:themeFontLang w:val="en-US" w:eastAsia="zh-CN"/>';
  const written = part.replace('</w:settings>', `${language}</w:settings>`);
  return embeds ? written.replace('<w:displayBackgroundShape/>', `<w:displayBackgroundShape/>${embedding}`) : written;
}
