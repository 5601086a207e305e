import { divisionCodes } from '../../regions/divisions.js';

const place = /[\u4e00-\u9fff]{1,14}?[县旗区市]/g;
/** Longest and shortest names of counties, banners, districts and cities. */
const [longest, shortest] = [12, 2];
/** So many characters at the end of a name tell that it is the table’s own. */
const shortName = 3;
/** Words that end as names of places do. */
const common =
  /(?:[全本我各该都超集门省县上夜闹股]市|(?<![兴盐晋聊宣诸禹凤项韩邹])城市|[我全本各该试管战中社园校景片辖地城郊山库灾疫牧小街新院厂矿林灌病展港特专学老主乡镇农海湖湿禁治能发验范护心业济务作营]区|[全各我本市区该外邻]县|[国红锦军党团义]旗)$/;
/** Words of any place, which are names of some. */
const ordinary = /^(?:城关区|和平区|新市区|.[区市]|[城河江湖山海岭路桥湾库厂校院场矿园景][东西南北]区)$/;
/** One helps, visits, borders or sends to another place. */
const dealings =
  /对口|帮扶|支援|援建|援助|协作|结对|合作|考察|学习|参观|参加|参与|接收|借鉴|对标|邀请|交流|来自|前往|赴|邻|毗|流域|交界|边界|接壤|相邻|跨|途经|通往|联合|上级|与|同|及|和|、/;
const dealingsBefore = /(?:等|[由从自到向往至经送比较省])$/;
const dealingsBehind = /^(?:籍|经验|做法|模式|转[入来学]|移送|引水)/;

/**
 * A county, district or city that a text names, where the table’s own names have others and none that holds it or is in it: 苏尼特左旗 in a
 * table of 苏尼特右旗. Others may be dealt with.
 */
export function foreignPlace(text: string, names: string): string | undefined {
  if (!/[县旗区市]/.test(text)) return undefined;
  let own: readonly string[] | undefined;
  const isOwn = (last: string): boolean => !last.startsWith('自治') && names.includes(last);
  for (const { 0: run, index } of text.matchAll(place)) {
    const end = index + run.length;
    // Most are 全市, 社区, 县域, 市级 or the table's own place: told without the list of all, which most builds need not load.
    if (
      /^(?:[级场域]|民(?!营))/.test(text.slice(end, end + 2)) ||
      common.test(text.slice(0, end)) ||
      isOwn(text.slice(Math.max(0, end - shortName), end))
    )
      continue;
    const { name, codes } = nameBefore(text.slice(Math.max(0, end - longest), end)) ?? { name: '', codes: [] };
    if (name === '' || ordinary.test(name) || names.includes(name) || names.includes(name.slice(0, -1))) continue;
    const start = end - name.length;
    // 示范县 is no 范县.
    if ((name.length === shortest || /^[东西南北]山区$/.test(name)) && !alone.test(text.slice(0, start))) continue;
    if (isDealtWith(text, start, end)) continue;
    own ??= ownCodes(names);
    // A county of before, which no list has (湟中县), is at least none of the others.
    const isElsewhere =
      own.length > 0
        ? !codes.some((code) => own?.some((each) => holds(code, each) || holds(each, code)))
        : /[县旗]/.test(names) && /[县旗]$/.test(name);
    if (isElsewhere) return name;
  }
  return undefined;
}

const alone = /(?:^|[^\u4e00-\u9fff]|[省市州盟])$/;

function isDealtWith(text: string, start: number, end: number): boolean {
  const [before, behind] = [text.slice(Math.max(0, start - 6), start), text.slice(end, end + 3)];
  return dealings.test(before) || dealingsBefore.test(before) || dealings.test(behind) || dealingsBehind.test(behind);
}

/** Whether a division is in another: 532600 has 532601. */
function holds(outer: string, inner: string): boolean {
  return inner.startsWith(outer.replace(/(?:00){1,2}$/, ''));
}

function ownCodes(names: string): readonly string[] {
  const own = [...names.matchAll(/[\u4e00-\u9fff]{1,14}?[县旗区市州盟]/g)].map(({ 0: run, index }) => {
    const end = index + run.length;
    const { name = '', codes = [] } = nameBefore(names.slice(Math.max(0, end - longest), end)) ?? {};
    return { codes, start: end - name.length, end };
  });
  // 济南市历下区 is 历下区, and no other district of 济南市.
  return own.flatMap(({ codes, end }, at) => {
    const inner = own[at + 1];
    return inner?.start === end ? codes.filter((code) => !inner.codes.some((each) => holds(code, each))) : codes;
  });
}

/** The longest name of a division that a text ends with. */
function nameBefore(text: string): { readonly name: string; readonly codes: readonly string[] } | undefined {
  for (let length = text.length; length >= shortest; length -= 1) {
    const codes = divisionCodes(text.slice(-length));
    if (codes.length > 0) return { name: text.slice(-length), codes };
  }
  return undefined;
}

const numbered =
  /第([一二三四五六七八九十]{1,3})((?:高级|初级|实验|中心|完全)?(?:小学|中学|幼儿园)|(?:人民|中医)?医院|中等职业学校|福利院|派出所|管理站)/g;

/** 第二小学 in a table of 第三小学. */
export function otherNumbered(text: string, names: string): string | undefined {
  if (!/第[一二三四五六七八九十]/.test(text)) return undefined;
  for (const { 0: written, 2: kind = '', index } of text.matchAll(numbered)) {
    if (names.includes(written) || isDealtWith(text, index, index + written.length)) continue;
    if (new RegExp(`第[一二三四五六七八九十]{1,3}${kind}`).test(names)) return written;
  }
  return undefined;
}
