import type { Bilingual } from '../../problem.js';
import { keyOf } from '../../regions/home.js';
import { isCode, listedRegions } from '../../regions/tree.js';
import type { Report } from '../../report/schema.js';

/** How high a body stands: what it has to spend depends on it. */
type Rank = 'country' | 'province' | 'city' | 'county' | 'town';

/** The money of a kind of body beyond which an amount is unlikely. */
export interface Bound {
  /** In 万元. */
  readonly amount: string;
  readonly words: Bilingual;
}

/**
 * In 万元, for trades that spend much and for others. Far above what such bodies publish: in 2023 the education of all 16
 * districts of 上海市 had 804.82 亿元 from their budgets (上海市教育委员会通告, 2024-12-26).
 */
const bounds: Readonly<Record<Rank, readonly [large: string, other: string]>> = {
  country: ['100000000', '10000000'],
  province: ['10000000', '2000000'],
  city: ['3000000', '500000'],
  county: ['1000000', '100000'],
  town: ['500000', '500000'],
};
const small = '100000';
const words: Readonly<Record<Rank, Bilingual>> = {
  country: { zh: '中央部门', en: 'a central department' },
  province: { zh: '省级部门', en: 'a department of a province' },
  city: { zh: '市级部门', en: 'a department of a city' },
  county: { zh: '县级部门', en: 'a department of a county' },
  town: { zh: '乡镇', en: 'a town' },
};

/** Bodies that pay for others, build, or insure. */
const largeTrades =
  /教育|卫生|健康|人力资源|社会保障|社保|民政|财政|住房|城乡建设|城建|交通|铁路|公路|公安|医疗保障|医保|国有资产|国资|农业|发展和改革|发改|土地|自然资源|城市管理|城管|水利厅|机关事务|管理委员会|管委会|人民政府|退役军人|工业|科学技术厅|科技厅|科技部|国防|军/;
/** Bodies that are a single house or crew. */
const house =
  /(?:所|站|馆|中学|小学|幼儿园|学校|中心|大队|中队|支队|社区|村委会|居委会|敬老院|福利院|档案室|图书室|剧团|卫生院|保健院)(?:[（(][^（）()]*[）)])?$/;
const towns = /(?:镇|乡|街道|苏木|民族乡)(?:人民政府|办事处|政府)?(?:[（(][^（）()]*[）)])?$/;

/** The bound for a department or a unit of it. */
export function boundOf({ region }: Pick<Report, 'region'>, name: string): Bound {
  if (towns.test(name)) return { amount: bounds.town[0], words: words.town };
  const rank = rankOf(region);
  if (house.test(name) && rank !== 'country')
    return { amount: rank === 'province' ? bounds.county[0] : small, words: { zh: '这样的单位', en: 'such a unit' } };
  const isLarge = largeTrades.test(name) || /医院|大学|集团|公司/.test(name);
  return { amount: bounds[rank][isLarge ? 0 : 1], words: words[rank] };
}

/** Cities that have the budget of a province: those of 副省级 and 计划单列. */
const largeCities = new Set('2101 2102 2201 2301 3201 3301 3302 3502 3701 3702 4201 4401 4403 5101 6101'.split(' '));
const municipalities = /^(?:11|12|31|50)/;

function rankOf(region: Report['region']): Rank {
  const key = keyOf(listedRegions, region);
  if (isCode(key)) {
    const isLarge = municipalities.test(key) || largeCities.has(key.slice(0, 4));
    if (key.endsWith('0000')) return 'province';
    if (key.endsWith('00')) return isLarge ? 'province' : 'city';
    return isLarge ? 'city' : 'county';
  }
  const { name } = region;
  if (/^(?:全国|中央|通用)$/.test(name)) return 'country';
  if (/(?:省|自治区)$/.test(name)) return 'province';
  if (/(?:县|区|旗|林区|特区)$/.test(name)) return 'county';
  return /(?:市|州|盟|地区|兵团)$/.test(name) ? 'city' : 'province';
}
