import type { Bilingual, Place, Problem } from '../problem.js';
import { piece } from '../script/clusters.js';
import { markupFault } from './codes.js';
import type { MarkupElement } from './element.js';
import { spellingHint } from './spelling.js';
import { content, type ElementName, elementNames, isBlank, isInlineName, meantElements } from './subset.js';

type Inside = ElementName | 'document';

export function unknownElement(tag: string, inside: Inside, place: Place): Problem {
  const here = content[inside].elements;
  const meant = Object.hasOwn(meantElements, tag) ? meantElements[tag] : undefined;
  return markupFault(
    'markup-element',
    { zh: `没有 <${tag}> 这个元素`, en: `there is no element <${tag}>` },
    place,
    meant
      ? spellingHint(tag, elementNames, { [tag]: meant })
      : spellingHint(tag, here.length > 0 ? here : elementNames),
  );
}

export function misplacedElement(tag: ElementName, inside: Inside, place: Place): Problem {
  const message = { zh: `<${tag}> 不能放在${zhName(inside)}`, en: `<${tag}> cannot stand in ${enName(inside)}` };
  return markupFault('markup-nesting', message, place, nestingHint(tag, inside));
}

/** The problem of text where only elements are allowed; white space is no problem. */
export function checkText(text: string, inside: Inside, place: Place): Problem | undefined {
  if (turning.test(text)) return turned(place);
  if (content[inside].text || isBlank(text)) return undefined;
  const start = piece(text.trim(), 0, 20);
  return markupFault(
    'markup-nesting',
    {
      zh: `文字“${start}”不能直接放在${zhName(inside)}`,
      en: `text "${start}" cannot stand directly in ${enName(inside)}`,
    },
    place,
    textHint(inside),
  );
}

/** Direction controls, but no isolates: in a template they would show data in another order. In data they are refused (report/characters.ts). */
const turning = /[\u202a-\u202e\u2066\u2067]/;

function turned(place: Place): Problem {
  const message = {
    zh: '文字里有看不见的改变书写方向的符号',
    en: 'the text holds an invisible sign that turns the direction of writing',
  };
  return markupFault('markup-character', message, place, { zh: '删去这个字符', en: 'delete the character' });
}

/** What can be checked only when an element is complete: the order in a table, and that a cell holds inlines or blocks. */
export function structureProblems(element: MarkupElement): Problem[] {
  switch (element.name) {
    case 'table':
      return tableOrderProblems(element);
    case 'td':
    case 'th':
      return mixedCellProblems(element);
    case 'figure':
      return figureProblems(element);
    default:
      return [];
  }
}

function tableOrderProblems(table: MarkupElement): Problem[] {
  const problems: Problem[] = [];
  let reached = -1;
  for (const child of table.children) {
    if (typeof child === 'string') continue;
    const rank = ['caption', 'colgroup', 'thead'].indexOf(child.name);
    const isPart = rank >= 0;
    if (isPart && rank <= reached) {
      const message = {
        zh: `<table> 里的 <${child.name}> 重复或次序不对`,
        en: `<${child.name}> is repeated or out of order in <table>`,
      };
      const hint = {
        zh: '次序：caption、colgroup、thead 至多各一个，然后是 tbody 或 tr',
        en: 'order: at most one caption, colgroup and thead, then tbody or tr',
      };
      problems.push(markupFault('markup-nesting', message, child.place, hint));
    }
    reached = Math.max(reached, isPart ? rank : 3);
  }
  return problems;
}

function figureProblems(figure: MarkupElement): Problem[] {
  const images = figure.children.filter((child) => typeof child !== 'string');
  if (images.length === 1) return [];
  const message = { zh: '<figure> 里应有一个 <img/>', en: '<figure> holds one <img/>' };
  const hint = { zh: '写成 <img src="chart:…" alt="…"/>', en: 'write <img src="chart:…" alt="…"/>' };
  return [markupFault('markup-nesting', message, figure.place, hint)];
}

function mixedCellProblems(cell: MarkupElement): Problem[] {
  const blocks = cell.children.filter((child) => typeof child !== 'string' && !isInlineName(child.name));
  const words = cell.children.filter((child) =>
    typeof child === 'string' ? !isBlank(child) : isInlineName(child.name),
  );
  if (blocks.length === 0 || words.length === 0) return [];
  const message = { zh: `<${cell.name}> 里既有文字又有段落`, en: `<${cell.name}> holds both text and blocks` };
  const hint = { zh: '把文字也写进 <p>', en: 'put the text into <p> too' };
  return [markupFault('markup-nesting', message, cell.place, hint)];
}

function nestingHint(tag: ElementName, inside: Inside): Bilingual {
  if (tag === 'table' && inside !== 'document') {
    return { zh: '表格里不能再放表格：用合并单元格', en: 'tables do not nest: use merged cells' };
  }
  const parents = elementNames.filter((name) => content[name].elements.includes(tag)).map((name) => `<${name}>`);
  const outermost = content.document.elements.includes(tag);
  return {
    zh: `<${tag}> 放在 ${parents.join('、')} 里${outermost ? '，或最外层' : ''}`,
    en: `<${tag}> belongs in ${parents.join(', ')}${outermost ? ' or at the outermost level' : ''}`,
  };
}

function textHint(inside: Inside): Bilingual {
  if (content[inside].elements.includes('p')) return { zh: '写进 <p>', en: 'put it into <p>' };
  return { zh: '写进 <td> 或 <th>', en: 'put it into <td> or <th>' };
}

function zhName(inside: Inside): string {
  return inside === 'document' ? '最外层' : ` <${inside}> 里`;
}

function enName(inside: Inside): string {
  return inside === 'document' ? 'the outermost level' : `<${inside}>`;
}
