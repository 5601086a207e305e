/** Units of measurement as prose and values use them. */

/** A unit in its basic form: 万人次 is 人次 with four more digits; 名 and 位 count people as 人 does. */
export interface Measure {
  readonly unit: string;
  readonly power: number;
}

const people = ['人', '名', '位'];
const events = ['场次', '场', '次'];
const things =
  '家 个 项 篇 条 期 份 件 部 套 台 支 所 处 座 间 幅 册 本 种 类 辆 块 张 例 起 宗 批 只 株 棵 口 盏 根 艘'.split(' ');
const others =
  '人次 户次 户 亩 公顷 平方公里 平方千米 平方米 平米 ㎡ 立方米 公里 千米 米 吨 公斤 千克 天 小时 分钟 课时 学时 % ％ 元 分'.split(
    ' ',
  );

const same: Readonly<Record<string, string>> = {
  名: '人',
  位: '人',
  场次: '场',
  '％': '%',
  平米: '平方米',
  '㎡': '平方米',
  平方千米: '平方公里',
  千米: '公里',
  千克: '公斤',
};

const all: ReadonlySet<string> = new Set([...people, ...events, ...things, ...others]);
const powers: Readonly<Record<string, number>> = { 百: 2, 千: 3, 万: 4, 百万: 6, 千万: 7, 亿: 8 };

/** Characters that make another word of the unit before them: 项目, 部门, 次数, 个月, 人才. */
const otherWords: Readonly<Record<string, string>> = {
  项: '目',
  部: '门分署',
  次: '数性',
  个: '月百小',
  人: '才口均民工员',
  期: '间末初',
  位: '置于',
  家: '庭长属',
  条: '件例款',
  种: '植子',
  所: '有属',
  本: '级市区省县年地单部',
  户: '外籍',
  分: '别为布析类期批公校馆',
  类: '似',
  起: '来到',
  口: '径',
  米: '粉',
  场: '馆所地',
  处: '理室',
  支: '持付出',
  元: '素件旦',
  例: '如会',
  天: '然',
  只: '有要是',
  张: '贴',
  根: '据',
  件: '套',
};

/** What may stand behind a number that has a unit: a quick look before the careful one. */
export const unitBegins = new RegExp(
  `^[余多几来百千万亿${[...new Set([...all].map((unit) => unit.charAt(0)))].join('')}]`,
  'u',
);

/** The basic form of a written unit; undefined for one that is not in the list. */
export function measureOf(written: string): Measure | undefined {
  const unit = written.trim();
  if (all.has(unit)) return { unit: same[unit] ?? unit, power: 0 };
  for (const length of [2, 1]) {
    const power = powers[unit.slice(0, length)];
    const rest = unit.slice(length);
    if (power !== undefined && all.has(rest)) return { unit: same[rest] ?? rest, power };
  }
  return undefined;
}

/** The unit that a text begins with, the longest one; '' if none does. */
export function unitAtStart(text: string): string {
  for (let length = Math.min(4, text.length); length > 0; length -= 1) {
    const unit = text.slice(0, length);
    const next = text.charAt(length);
    if (all.has(unit)) return next !== '' && (otherWords[unit] ?? '').includes(next) ? '' : unit;
  }
  return '';
}

/** Whether a unit counts something: people, events or things, not a share, a time, a length or money. */
export function isCount(unit: string): boolean {
  const base = measureOf(unit)?.unit;
  return (
    base !== undefined && (base === '人' || base === '人次' || base === '场' || base === '次' || things.includes(base))
  );
}

/** Whether two basic units may count the same: 场 and 次; 个 and any other thing. */
export function comparable(left: string, right: string): boolean {
  if (left === right) return true;
  const pair = [left, right];
  if (pair.every((unit) => unit === '场' || unit === '次')) return true;
  return (left === '个' && things.includes(right)) || (right === '个' && things.includes(left));
}
