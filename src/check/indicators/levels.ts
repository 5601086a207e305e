import { type Level, levelOf } from '../../report/taxonomy.js';
import { levelSynonyms } from '../lexicon/levels.js';

/** What tables write round the name of a level: its number, its points or how binding it is, and another word for 指标. */
const added =
  /^\s*(?:[（(]?[\d一二三四五六七八九十①②③④⑤⑥]{1,3}[）)]?[.．、:：-]?\s*)?(?=[\u4e00-\u9fff])|(?:\s*[（(][^（()）]{1,14}[)）]分?)+\s*$/g;
const otherWord = /(?:目标|类指标|类|值|等|方面|性指标)$/;
/** 产出数量指标: the first level is said again. */
const firstAgain = /^(?:产出|效益|效果|项目|年度|绩效)(?:指标)?[-—－]?/;

const known = new Map<string, Level | undefined>();
/** Report after report has the same few levels; what strangers write instead must not fill the memory. */
const mostKnown = 500;

/** The level of the framework that a table's own name of it means; undefined for one of no framework. */
export function levelMeant(name: string, level: 1 | 2): Level | undefined {
  const key = `${level}${name}`;
  if (known.has(key)) return known.get(key);
  const found = levelOf(name, level) ?? (name.length < 40 ? otherwise(name, level) : undefined);
  if (known.size < mostKnown && name.length < 40) known.set(key, found);
  return found;
}

function otherwise(name: string, level: 1 | 2): Level | undefined {
  const bare = name
    .replace(added, '')
    .replace(/指标(?=值|等|类)/, '')
    .replace(otherWord, '')
    .replace(/指标$/, '');
  return named(bare, level) ?? (level === 2 ? named(bare.replace(firstAgain, ''), level) : undefined);
}

function named(bare: string, level: 1 | 2): Level | undefined {
  const synonyms = levelSynonyms[level];
  return levelOf((Object.hasOwn(synonyms, bare) && synonyms[bare]) || bare, level);
}
