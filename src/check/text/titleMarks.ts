import type { Edit, Fix } from '../fixes/fix.js';
import type { TextAt, TextKind } from '../texts.js';
import { none, type Slip } from './slip.js';
import { statutes } from './statutes.js';

const country = '中华人民共和国';
const longestName = 40;
/** What a quotation already marks. */
const marked = /《[^《》]{0,200}》|〈[^〈〉]{0,200}〉|“[^“”]{0,200}”|"[^"]{0,200}"|<[^<>]{0,200}>/g;

/** Where a law is named by its full name outside of 《》. */
function lawsIn(bare: string): { start: number; end: number }[] {
  const found: { start: number; end: number }[] = [];
  for (let at = bare.indexOf(country); at >= 0; at = bare.indexOf(country, at + 1)) {
    const name = at + country.length;
    for (let end = Math.min(bare.length, name + longestName); end > name + 1; end -= 1) {
      if (!statutes.has(bare.slice(name, end))) continue;
      found.push({ start: at, end });
      break;
    }
  }
  return found;
}

/** The same text with what is marked blotted out. */
function unmarked(text: string): string {
  return text.replace(marked, (title) => '　'.repeat(title.length));
}

const place = '[\\u4e00-\\u9fff]{2,8}?(?:省|市|自治区|自治州|州|县|区|旗|镇|乡)';
const named = '(?:条例|管理办法|实施办法|暂行办法|实施细则|管理规定|暂行规定)';
const cited = new RegExp(
  `(?<=根据|依据|按照|依照|遵照|执行|落实|贯彻)${place}[\\u4e00-\\u9fff]{2,24}?${named}(?![\\u4e00-\\u9fff]{0,2}[制修]定)`,
  'g',
);
const wholeItem = new RegExp(
  `^(?:${country}|${place})[\\u4e00-\\u9fff]{2,30}(?:条例|办法|细则|(?:管理|暂行|若干|实施)规定)$|^关于[\\u4e00-\\u9fff、]{4,50}的(?:通知|意见|决定|办法|方案|批复|规定)$`,
);
/** Words of what is no title: 有关管理办法. */
const loose =
  /有关|相关|各项|要求|按照|根据|依据|依照|参照|遵守|落实|上级|本单位|我[省市县区局院校]|[本全各该由]|其他|制定|修订|应当|可以|不得|另行|违反|发现|国家/;
const bases: ReadonlySet<string> = new Set(['basis', 'policyBasis', 'otherBasis']);

/** Titles of laws and rules without 《》: in full anywhere, as whole items in the basis of a project. */
export function bareTitles(text: string, { path, kind }: Pick<TextAt, 'path' | 'kind'>): Iterable<Slip> {
  if (!kinds.has(kind)) return none;
  const isBasis = bases.has(path.at(-1) ?? '');
  return isBasis ||
    text.includes(country) ||
    text.includes('关于') ||
    /条例|办法|细则|规定|[据照行实彻、]\S{4,20}法/.test(text)
    ? titles(text, isBasis)
    : none;
}

const kinds: ReadonlySet<TextKind> = new Set(['prose', 'goal', 'note']);

const words = { zh: '法规、文件名称缺书名号', en: 'a title without 《》' };

function* titles(text: string, isBasis: boolean): Generator<Slip> {
  const bare = unmarked(text);
  const found = [...lawsIn(bare), ...matched(bare, cited)];
  if (isBasis)
    found.push(
      ...items(bare).filter(({ start }) => !found.some((other) => start <= other.end && other.start <= start)),
    );
  for (const span of found) yield { ...span, ...words };
  const overlaps = (one: { start: number; end: number }): boolean =>
    found.some((other) => one.start < other.end && other.start < one.end);
  // Where others have their marks, one without is a slip; elsewhere a writer may do without.
  const free = notices(bare).filter((span) => !overlaps(span));
  for (const span of free) yield { ...span, ...words, ...(!text.includes('《') && { severity: 'hint' as const }) };
  found.push(...free);
  for (const { 0: quotation, index } of text.matchAll(quotedNotice))
    yield { start: index, end: index + quotation.length, ...asQuotation, severity: 'hint' };
  const rest = [...shortLaws(bare), ...localRules(bare)].filter((span) => !overlaps(span));
  for (const span of rest) yield { ...span, ...words, severity: 'hint' };
}

/** “关于下达补助资金的通知”: the marks of a quotation round a title. */
const quotedNotice =
  /[“"](?:[\u4e00-\u9fff]{2,20})?关于[^“”"《》]{4,80}的(?:通知|意见|决定|办法|方案|批复|规定|函)[”"]/g;
const asQuotation = { zh: '文件名称用了引号，应用书名号', en: 'a title in quotation marks instead of 《》' };

const notice =
  /(?<=^|[、；;，,。：:\n　]|根据|依据|按照)\s*(?:\d{1,2}[.．、)）]\s*)?(?:根据|依据|按照)?([\u4e00-\u9fff]{0,20}?关于[\u4e00-\u9fffA-Za-z0-9“”]{4,50}?的(?:通知|意见|决定|办法|方案|批复|规定))(?=\s*(?:[（(〔[]|[、；;，,。\n　]|$))/g;
const wholeRule = new RegExp(
  `(?<=[、；;，,　])(${place}[\\u4e00-\\u9fff]{4,30}?(?:条例|实施办法|管理办法|实施细则|暂行办法))(?=\\s*(?:[、；;，,。（(\\n]|$))`,
  'g',
);

/** Of these words no title is made. */
const unnamed = /有关|相关|各项|要求|上级|本单位|[我该]|其他|上述|以下/;

/** 国务院关于…的通知（国发〔2022〕22号）, and rules in a list, as a whole item. */
function notices(bare: string): { start: number; end: number }[] {
  const found = [...bare.matchAll(notice), ...(bare.includes('　') ? bare.matchAll(wholeRule) : [])];
  return found.flatMap(({ 0: whole, 1: title = '', index }) => {
    const start = index + whole.length - title.length;
    // 《产品质量法》关于包装标识的规定: a part of what is marked.
    const isPart = title.startsWith('关于') && bare[start - 1] === '　';
    return isPart || unnamed.test(title) ? [] : [{ start, end: start + title.length }];
  });
}

function matched(bare: string, pattern: RegExp): { start: number; end: number }[] {
  return [...bare.matchAll(pattern)].flatMap(({ 0: found, index }) =>
    loose.test(found) || found.includes('的') ? [] : [{ start: index, end: index + found.length }],
  );
}

const lead = '(?<=根据|依据|按照|依照|遵照|执行|落实|贯彻|[、和及与])';
const shortLaw = new RegExp(`${lead}[\\u4e00-\\u9fff]{5,20}?法(?![律规定人治院官庭制条则学])`, 'g');
const localRule =
  /(?<=根据|依据|依照|遵照)([\u4e00-\u9fff]{4,20}?(?:条例|办法|细则))(?:[、和及与]([\u4e00-\u9fff]{4,20}?(?:条例|办法|细则)))?(?![\u4e00-\u9fff]{0,2}[制修]定)/g;
/** Whose rules they are is not said: they may be of the body itself, and no title. */
const ownRules = /项目|资金|经费|财务|内部|本单位|采购|合同|考核|管理制度|单位|部门|绩效|预算|以下|上述|这|该/;

/** Laws by their short names: 依据公共文化服务保障法. */
function shortLaws(bare: string): { start: number; end: number }[] {
  return [...bare.matchAll(shortLaw)].flatMap(({ 0: name, index }) =>
    statutes.has(name) ? [{ start: index, end: index + name.length }] : [],
  );
}

/** Rules behind 依据, and those that are listed with them: 依照森林防火条例、古树名木保护办法. */
function localRules(bare: string): { start: number; end: number }[] {
  return [...bare.matchAll(localRule)].flatMap(({ 0: found, 1: one = '', 2: other = '', index }) =>
    [one, other].flatMap((name) => {
      const at = index + found.lastIndexOf(name);
      const isTitle = name !== '' && !loose.test(name) && !ownRules.test(name) && !name.includes('的');
      return isTitle ? [{ start: at, end: at + name.length }] : [];
    }),
  );
}

/** The items of a basis that are titles and nothing else. */
function items(bare: string): { start: number; end: number }[] {
  return [...bare.matchAll(/[^、；;，,。\n　]+/g)].flatMap(({ 0: item, index }) => {
    const lead =
      /^\s*(?:\d{1,2}[.．)）]|[（(][\d一二三四五六七八九十]{1,2}[)）]|[①-⑳]|[一二三四五六七八九十]{1,2}[.．])?\s*/.exec(
        item,
      )?.[0].length ?? 0;
    const core = item
      .slice(lead)
      .replace(/\s*[（(〔[][^（）()]*[号)）]?$/, '')
      .trimEnd();
    const isTitle =
      statutes.has(core) ||
      (wholeItem.test(core) && !loose.test(core) && (core.startsWith('关于') || !core.includes('的')));
    // 《产品质量法》关于包装标识的规定: a part of what is marked.
    const isPart = core.startsWith('关于') && bare[index - 1] === '　';
    return isTitle && !isPart ? [{ start: index + lead, end: index + lead + core.length }] : [];
  });
}

export const titleMark: Fix = {
  code: 'title-mark',
  rule: 'title-marks',
  title: { zh: '法律、行政法规名称的书名号', en: '《》 round the names of laws' },
  why: {
    zh: '“中华人民共和国水法”是法律的全称，起止分明，加书名号（GB/T 15834-2011）。地方的办法、规定不动。',
    en: 'The full name of a law has certain ends and gets its marks. Local rules are let be.',
  },
  examples: {
    mends: [
      ['依据中华人民共和国水法、青禾市河道管理办法', '依据《中华人民共和国水法》、青禾市河道管理办法'],
      ['按照中华人民共和国政府采购法实施条例执行', '按照《中华人民共和国政府采购法实施条例》执行'],
    ],
    leaves: ['《中华人民共和国水法》', '在中华人民共和国境内依法设立', '中华人民共和国宪法修正案草案', '水法'],
  },
  find: (text, { kind }) =>
    kinds.has(kind as TextKind) && text.includes(country)
      ? lawsIn(unmarked(text)).flatMap(({ start, end }): Edit[] =>
          /^(?:修正案|草案|实施|学|院)/.test(text.slice(end))
            ? []
            : [
                { start, end: start, text: '《' },
                { start: end, end, text: '》' },
              ],
        )
      : [],
};
