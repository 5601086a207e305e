import type { Document } from '../../document/document.js';
import { hasEnglish } from '../../document/walk.js';
import { xml } from '../office/parts.js';
import { paragraphProperties, runProperties } from './looks.js';
import { lengthElement, lineElement, verticalAligns } from './print.js';
import type { NamedStyle, StyleSheet, TableStyle } from './styleSheet.js';
import { sides } from './tableLook.js';
import { directionStyle, turnedStyles } from './word.js';

/**
 * The part of styles (ECMA-376 part 1, §17.7). It is written here, not by docx, which puts thirty styles of its own into each
 * document and has no option for styles of tables.
 */
export function stylesXml(document: Document, sheet: StyleSheet): string {
  return [
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>',
    '<w:styles xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">',
    defaults(sheet, hasEnglish(document)),
    // The styles of Word's own that are not in the file stay out of its list of styles.
    '<w:latentStyles w:defLockedState="0" w:defUIPriority="99" w:defSemiHidden="1" w:defUnhideWhenUsed="1" w:defQFormat="0" w:count="376"/>',
    normal,
    tableNormal,
    ...sheet.paragraphStyles.map((style) => paragraphStyle(style, sheet)),
    ...sheet.tableStyles.map(tableStyle),
    ...sheet.characterStyles.map((id) => style('character', id, `<w:name w:val="${characterNames[id] ?? id}"/>`)),
    '</w:styles>',
  ].join('');
}

const characterNames: Readonly<Record<string, string>> = {
  [directionStyle]: '方向标记',
  ...Object.fromEntries(turnedStyles.map((id, index) => [id, index === 0 ? '竖排标点' : `竖排标点 ${index + 1}`])),
};

/**
 * Unless a layout asks for it, the PDF sets no extra space between 汉字 and Latin or digits; with Word's own the two formats would
 * break lines apart. Where words are divided at all, they are in English paragraphs only.
 */
function defaults({ normal: { run } }: StyleSheet, english: boolean): string {
  const language = '<w:lang w:val="en-US" w:eastAsia="zh-CN"/>';
  const whole = english ? '<w:suppressAutoHyphens/>' : '';
  return [
    `<w:docDefaults><w:rPrDefault><w:rPr>${runProperties(run, undefined, false)}${language}</w:rPr></w:rPrDefault>`,
    `<w:pPrDefault><w:pPr>${whole}${noAutospace}</w:pPr></w:pPrDefault></w:docDefaults>`,
  ].join('');
}

const noAutospace = '<w:autoSpaceDE w:val="0"/><w:autoSpaceDN w:val="0"/>';

/** LibreOffice takes the space beside Latin letters from the style only, Word from either. */
const normal = `<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:qFormat/><w:pPr>${noAutospace}</w:pPr></w:style>`;

/** What Word and LibreOffice take for a table without a style. */
const tableNormal =
  '<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/><w:uiPriority w:val="99"/><w:semiHidden/><w:unhideWhenUsed/><w:tblPr><w:tblInd w:w="0" w:type="dxa"/></w:tblPr></w:style>';

function paragraphStyle({ id, name, look, basedOn, outline }: NamedStyle, sheet: StyleSheet): string {
  const from = basedOn?.look ?? sheet.normal;
  const paragraph = paragraphProperties(look, from, outline === undefined ? {} : { outline });
  const run = runProperties(look.run, from.run, false);
  const head = [
    `<w:name w:val="${xml(name)}"/><w:basedOn w:val="${basedOn?.id ?? 'Normal'}"/>`,
    ...(outline === undefined ? [] : ['<w:next w:val="Normal"/>']),
    '<w:qFormat/>',
  ];
  const body = `${paragraph === '' ? '' : `<w:pPr>${paragraph}</w:pPr>`}${run === '' ? '' : `<w:rPr>${run}</w:rPr>`}`;
  return style('paragraph', id, head.join(''), body);
}

/** Lines between the cells are those at the cells' own sides. */
function tableStyle({ id, name, look: { border, padding, verticalAlign } }: TableStyle): string {
  const lines = [
    ...sides.map((side) => lineElement(side, border[side])),
    lineElement('insideH', Math.max(border.top, border.bottom)),
    lineElement('insideV', Math.max(border.left, border.right)),
  ];
  const margins = sides.map((side) => lengthElement(side, padding[side]));
  const head = `<w:name w:val="${name}"/><w:basedOn w:val="TableNormal"/><w:qFormat/>`;
  const table = `<w:tblPr><w:tblBorders>${lines.join('')}</w:tblBorders><w:tblCellMar>${margins.join('')}</w:tblCellMar></w:tblPr>`;
  return style('table', id, head, `${table}<w:tcPr><w:vAlign w:val="${verticalAligns[verticalAlign]}"/></w:tcPr>`);
}

/** Word's own styles are those of its names in Latin letters. */
function style(type: 'paragraph' | 'character' | 'table', id: string, head: string, body = ''): string {
  const custom = /w:name w:val="[a-z]/.test(head) ? '' : ' w:customStyle="1"';
  return `<w:style w:type="${type}"${custom} w:styleId="${id}">${head}${body}</w:style>`;
}
