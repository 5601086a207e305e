import { unitSense } from '../../check/indicators/units.js';
import { levelOf } from '../../report/taxonomy.js';
import { quantityIn, signIn } from '../targets.js';
import { amountIn, codeAndName, isBlank, weightIn } from './cellText.js';
import { packedMoney } from './packed.js';

/** What the values of a column look like, whatever its head says. */

const bodyEnd =
  /(?:局|委|委员会|院|中心|所|站|馆|学校|[大中小]学|幼儿园|政府|办|办公室|处|大队|支队|总队|协会|联合会|商会|委员会|厅|部|公司|机关|本级|部门|街道|管理区|开发区|法院|检察院|党校|集团)$/u;

const tests = {
  level1: (text) => levelOf(bareLevel(text), 1) !== undefined,
  level2: (text) => levelOf(bareLevel(text), 2) !== undefined,
  sign: (text) => signIn(text) !== undefined,
  nature: (text) => /^定[量性](?:指标)?$/.test(text.trim()),
  direction: (text) => /^(?:正向|反向|逆向|负向|适中|趋中)(?:型?指标)?$/.test(text.trim()),
  standard: (text) => /^(?:计划|历史|行业|国家|地方|预算支出|国际|经验|其他)标准(?:值)?$/.test(text.trim()),
  yesNo: (text) => /^(?:是|否|√|×|Y|N)$/i.test(text.trim()),
  number: (text) => /^-?(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?$/.test(text.trim()),
  weight: (text) => weightIn(text) !== undefined && Number(weightIn(text)) <= 100,
  amount: (text) => amountIn(text) !== undefined || packedMoney(text).length > 0,
  quantity: (text) => quantityIn(text) !== undefined,
  unit: (text) =>
    unitSense(text.trim(), '带宽').kind !== undefined || /^(?:元|级|个|是\/否|无)$/.test(text.trim()) || isRatio(text),
  year: (text) => /^(?:19|20|21)\d\d年?$/.test(text.trim()),
  code: (text) => /^(?=.*\d)[0-9A-Za-z-]{3,40}$/.test(text.trim()),
  coded: (text) => codeAndName(text).code !== undefined,
  body: (text) => bodyEnd.test(codeAndName(text).name),
  prose: (text) => text.length > 40 || /[。；]/.test(text.slice(0, -1)) || /。$/.test(text),
} satisfies Record<string, (text: string) => boolean>;

export type Look = keyof typeof tests;

function isRatio(text: string): boolean {
  const [first = '', second] = text.trim().split(/[/／]/);
  return second !== undefined && text.length <= 10 && unitSense(first, '带宽').kind !== undefined;
}

/** A level as the taxonomy writes it: 成本指标(0-20)分 and 一、成本指标 are 成本指标, a line break in a narrow cell is none. */
export function bareLevel(text: string): string {
  return text
    .replace(/\s/gu, '')
    .replace(/^(?:[（(][一二三四五六七八九十\d]{1,2}[)）]|[一二三四五六七八九十]{1,2}[、.．]|\d{1,2}[、.．])/u, '')
    .replace(/[（(][^（）()]{0,12}[)）]分?$/u, '');
}

const shares = new WeakMap<readonly string[], Map<Look, number>>();

/** The share of the values that are not blank and look so, 0 to 1; 0 when all are blank. Reckoned once for a list. */
export function share(values: readonly string[], look: Look): number {
  const known = shares.get(values) ?? new Map<Look, number>();
  shares.set(values, known);
  const found = known.get(look) ?? shareOf(values, look);
  known.set(look, found);
  return found;
}

function shareOf(values: readonly string[], look: Look): number {
  const said = values.filter((value) => !isBlank(value));
  return said.length === 0 ? 0 : said.filter((value) => tests[look](value)).length / said.length;
}

export function looks(text: string, look: Look): boolean {
  return tests[look](text);
}
