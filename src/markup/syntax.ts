import type { Bilingual, Place, Problem } from '../problem.js';
import { markupFault } from './codes.js';
import type { Frame } from './element.js';

/** What we know when the XML parser fails: the text since the last event, the name in the last `</…`, open tags. */
export interface SyntaxContext {
  readonly since: string;
  readonly closing: string;
  readonly open: readonly Frame[];
  readonly lastClosed: Frame | undefined;
  readonly place: Place;
}

interface Explanation {
  readonly message: Bilingual;
  readonly hint?: Bilingual;
  readonly place?: Place;
}

/** Turns a message of saxes (`LINE:COLUMN: words`) into a problem in plain words that names the most likely cause. */
export function explainSyntax(saxesMessage: string, context: SyntaxContext): Problem {
  const words = saxesMessage.replace(/^\d+:\d+: /, '').replace(/\.$/, '');
  const { message, hint, place } =
    explainCharacter(words, context) ?? explainTag(words, context) ?? explainAttribute(words) ?? unexplained(words);
  return markupFault('markup-syntax', message, place ?? context.place, hint);
}

function explainCharacter(words: string, { since }: SyntaxContext): Explanation | undefined {
  if (/&(?!#?\w+;)/.test(since)) return slip('& 没有转义', '& is not escaped', '&amp;');
  if (words === 'undefined entity') {
    const entity = /&\w+;$/.exec(since)?.[0] ?? '';
    if (entity === '&nbsp;') return slip('没有实体 &nbsp;', 'there is no entity &nbsp;', '&#160;');
    return {
      message: { zh: `没有实体 ${entity}`, en: `there is no entity ${entity}` },
      hint: { zh: '直接写这个字符', en: 'write the character itself' },
    };
  }
  const last = [...since].at(-1) ?? '';
  if (words === 'disallowed character in tag name' || (words === 'disallowed character' && last === '<')) {
    return slip('< 没有转义', '< is not escaped', '&lt;');
  }
  if (words !== 'disallowed character') return undefined;
  const code = `U+${(last.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;
  return {
    message: { zh: `不能有控制字符 ${code}`, en: `control character ${code} is not allowed` },
    hint: { zh: '从数据里删去这个字符', en: 'remove this character from the data' },
  };
}

function explainTag(words: string, { closing, open, lastClosed }: SyntaxContext): Explanation | undefined {
  if (words === 'unexpected close tag' && lastClosed && open.some((frame) => frame.tag === closing)) {
    return unclosed(lastClosed);
  }
  if (words === 'unexpected close tag' || words.startsWith('unmatched closing tag')) {
    return {
      message: { zh: `</${closing}> 没有对应的开始标记`, en: `</${closing}> closes nothing` },
      hint: {
        zh: `删去 </${closing}>，或补上 <${closing}>`,
        en: `remove </${closing}> or open <${closing}> before it`,
      },
    };
  }
  const top = open.at(-1);
  return words.startsWith('unclosed tag') && top ? unclosed(top) : undefined;
}

function unclosed({ tag, place }: Frame): Explanation {
  return {
    message: { zh: `<${tag}> 没有结束标记`, en: `<${tag}> is not closed` },
    hint: { zh: `补上 </${tag}>`, en: `add </${tag}>` },
    place,
  };
}

function explainAttribute(words: string): Explanation | undefined {
  if (words === 'unquoted attribute value')
    return slip('属性的值没有加引号', 'an attribute value lacks quotes', 'class="…"');
  if (words === 'attribute without value') return slip('属性没有值', 'an attribute has no value', 'class="…"');
  if (words.startsWith('duplicate attribute: ')) {
    const name = words.slice('duplicate attribute: '.length);
    return { message: { zh: `属性 ${name} 重复`, en: `attribute ${name} is repeated` } };
  }
  return undefined;
}

function unexplained(words: string): Explanation {
  if (/doctype|XML declaration/.test(words))
    return slip('不能写文档类型或 XML 声明', 'no doctype or XML declaration', '<section>');
  return { message: { zh: `不是良好的 XML（${words}）`, en: `not well-formed XML: ${words}` } };
}

function slip(zh: string, en: string, instead: string): Explanation {
  return { message: { zh, en }, hint: { zh: `请改为 ${instead}`, en: `use ${instead}` } };
}
