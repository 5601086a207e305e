import { none, type Slip } from './slip.js';

const name = '[\\u4e00-\\u9fffA-Za-z0-9]{1,14}';
/** 甲村、乙村、丙村等3个村, 甲镇、乙乡 2 个乡镇: names with the same last word, and how many they are. */
const listed = new RegExp(
  `((?:${name}、){2,60}${name}?(村|镇|乡|街道|社区|学校|小学|中学|幼儿园|医院|卫生院|林场|水库|河|县|区|市|局|站|馆|所|中心|公园|路|桥|厂|企业|公司|合作社))\\s?(共计|共|一共|合计|等|这)?\\s?(\\d{1,3})\\s?[个所家座条处](?:行政|自然)?(${name.replace('{1,14}', '{1,6}')})`,
  'g',
);

const counts = /\d\s?[个所家座条处]/;

/** Names that are counted otherwise than they are told: 甲村、乙村、丙村共计4个村. 等 may leave some out, not put some in. */
export function listedCounts(text: string): Iterable<Slip> {
  if (!counts.test(text) || !/、[^、]{1,15}、/.test(text) || text.length > 3000) return none;
  return [...text.matchAll(listed)].flatMap((match): Slip[] => {
    const [whole, list = '', kind = '', word, digits, counted = ''] = match;
    // 3个村 of villages; 甲公司、乙公司等3个项目 counts another thing.
    if (!counted.startsWith(kind) && !(/^[村镇乡]$|街道/.test(kind) && /^(?:乡镇|镇街|镇|乡|村)/.test(counted)))
      return [];
    // 1、 is the number of an item.
    const names = list.split('、').filter((each) => !/^[\d一二三四五六七八九十]{1,2}$/.test(each));
    // Lists of several kinds, 和 inside of a name: nothing to count.
    if (!names.every((each) => each.endsWith(kind)) || names.slice(1).some((each) => /[和及与至]/.test(each)))
      return [];
    if (names.length === Number(digits) || (word === '等' && names.length < Number(digits))) return [];
    const from = match.index + list.length;
    const words = {
      zh: `前面列了 ${names.length} 个，写 ${digits} 个`,
      en: `${names.length} are named, ${digits} are told`,
    };
    return [{ start: from, end: match.index + whole.length, severity: 'hint', ...words }];
  });
}
