import { areaList } from '@vant/area-data';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Problems } from '../../src/problem.js';
import { homeOf, type NamedRegion } from '../../src/regions/home.js';
import { divisionOfCity, knownRegions } from '../../src/regions/known.js';
import { RegionTree } from '../../src/regions/tree.js';
import { runs } from '../runs.js';

const tree = new RegionTree([{ name: '天津经济技术开发区', parent: '120116' }]);
const { province_list: provinces, city_list: cities, county_list: counties } = areaList;

/** Names that stand in the lists for levels only, or for the lists' own zones without a city. */
const noNames = new Set(['市辖区', '县', '省直辖县', '自治区直辖县级行政区划']);
const all = Object.entries({ ...provinces, ...cities, ...counties });
const listed = all.filter(([code]) => tree.isKnown(code));
const provinceOf = (code: string): string => `${code.slice(0, 2)}0000`;

/** The code that a region comes to, or the codes of its problems. */
function found(region: NamedRegion): string {
  try {
    const { chain, rest } = homeOf(tree, region);
    return [chain[0] ?? '–', ...(rest === '' ? [] : [rest])].join(' + ');
  } catch (cause) {
    if (cause instanceof Problems) return cause.problems.map(({ code }) => code).join();
    throw cause;
  }
}

/** The names from the province down, without levels that no region is called by. */
function wholeName(code: string): string {
  const [county, city, province] = [counties[code], cities[`${code.slice(0, 4)}00`], provinces[provinceOf(code)]];
  const above = city === undefined || noNames.has(city) || city === province ? '' : city;
  return [province, above, county].join('');
}

describe('every division of the package', () => {
  test('nearly all are known; those that are not are towns, numbers of the lists and zones without a city', () => {
    expect(listed.length).toBeGreaterThan(3250);
    const left = Object.entries(counties).filter(([code]) => !tree.isKnown(code));
    const strange = left.filter(
      ([code, name]) => !/^(?:71|81|82|4419|4420|4604|6202)/.test(code) && !noNames.has(name),
    );
    expect(strange.filter(([, name]) => !/^(?:(?:经济|技术|高新)*开发区|高新区|工业园区)$/.test(name))).toEqual([]);
    expect(Object.keys(provinces).filter((code) => !tree.isKnown(code))).toEqual([]);
  });

  test('comes by its code to its province, by way of its city', () => {
    for (const [code, name] of listed) {
      const { chain, rest } = homeOf(tree, { code, name });
      expect([chain[0], chain.at(-1), rest]).toEqual([code, provinceOf(code), '']);
      if (code in counties) expect(chain).toContain(`${code.slice(0, 4)}00`);
      const byBudget = divisionOfCity.get(code);
      const above = chain.filter((key) => byBudget === undefined || ![byBudget, ...tree.chain(byBudget)].includes(key));
      expect(above.every((key, index) => index === 0 || tree.isBelow(code, key))).toBe(true);
    }
  });

  test('a city that is one with a division of 兵团 stands in its budget before the province', () => {
    const corps = '新疆生产建设兵团';
    const chain = ['659002', `${corps}第一师`, corps, '659000', '650000'];
    for (const region of [{ name: '新疆维吾尔自治区阿拉尔市' }, { name: '阿拉尔市', code: '659002' }])
      expect(homeOf(tree, region).chain).toEqual(chain);
    expect(tree.words('659002')).toContain('阿拉尔市（659002）');
    expect(tree.words('659002')).not.toContain(corps);
    const names = new Map(listed);
    for (const [code, division] of divisionOfCity) {
      const { aliases = [] } = knownRegions.find(({ name }) => name === division) ?? {};
      expect(aliases).toContain(`${division.replace(corps, '')}${names.get(code)}`);
    }
  });

  test('comes by its whole name to its code, with the province and without it', () => {
    const inProvince = new Map<string, number>();
    for (const [code, name] of Object.entries(counties)) {
      const key = provinceOf(code) + name;
      inProvince.set(key, (inProvince.get(key) ?? 0) + 1);
    }
    const wrong = listed
      .filter(([code]) => code in counties)
      .flatMap(([code]) => {
        const whole = wholeName(code);
        const withoutCity = `${provinces[provinceOf(code)]}${counties[code]}`;
        const city = cities[`${code.slice(0, 4)}00`] ?? '';
        const inCity = noNames.has(city) ? whole : `${city}${counties[code]}`;
        const names = [
          whole,
          inCity,
          ...(inProvince.get(provinceOf(code) + counties[code]) === 1 ? [withoutCity] : []),
        ];
        return names.filter((name) => found({ name }) !== code).map((name) => `${code} ${name} ${found({ name })}`);
      });
    expect(wrong).toEqual([]);
  });

  test('comes by its name alone to its code, or is refused with itself among the candidates', () => {
    const names = new Map<string, string[]>();
    for (const [code, name] of listed) names.set(name, [...(names.get(name) ?? []), code]);
    for (const [name, codes] of names) {
      if (codes.length === 1) expect(found({ name }), name).toBe(codes[0]);
      else {
        expect(found({ name }), name).toBe('region-ambiguous');
        expect(
          tree
            .readings(name)
            .map(({ key }) => key)
            .sort(),
        ).toEqual(codes.sort());
      }
    }
    expect([...names.values()].filter((codes) => codes.length > 1).length).toBeGreaterThan(25);
  });

  test('is refused under the code of any other', () => {
    const pairs = fc.tuple(fc.constantFrom(...listed), fc.constantFrom(...listed));
    fc.assert(
      fc.property(pairs, ([[code, name], [other]]) => {
        fc.pre(code !== other && counties[other] !== name);
        expect(found({ code: other, name: code in counties ? wholeName(code) : name })).toBe('region-code-differs');
      }),
      { numRuns: runs(300) },
    );
  });
});

describe('regions without a code', () => {
  const own = knownRegions.filter(({ parent }) => parent !== undefined);

  test('the 26 departments, 14 divisions and national new areas are among them', () => {
    const below = (parent: string) => own.filter((region) => region.parent === parent).length;
    expect(below('中央部门')).toBe(26 + 22);
    expect(below('新疆生产建设兵团')).toBe(14);
    // Those with numbers of their own: 浦东、滨海、兰州、江北.
    const areas = own.filter(({ name, parent = '' }) => /新区$/.test(name) && /^\d/.test(parent));
    expect(areas.length).toBe(19 - 4);
  });

  test.each(own)('$name stands in $parent, by each of its names', ({ name, parent = '', aliases = [] }) => {
    expect(tree.isKnown(parent)).toBe(true);
    for (const each of [name, ...aliases]) {
      expect(found({ name: each }), each).toBe(name);
      expect(homeOf(tree, { name: each }).chain.slice(0, 2)).toEqual([name, parent]);
    }
    const [above = ''] = /^\d/.test(parent) ? [provinces[provinceOf(parent)]] : [parent];
    expect(found({ name: above + name.replace(above, '') })).toBe(name);
  });

  test.each([
    ['雄安新区', '河北省雄安新区'],
    ['教育部', '中央部门教育部'],
    ['第八师', '新疆生产建设兵团第八师'],
    ['前海', '广东省深圳市前海深港现代服务业合作区'],
    ['兵团', '新疆生产建设兵团'],
  ])('%s is told as %s', (name, words) => {
    expect(tree.words(homeOf(tree, { name }).chain[0] as string)).toBe(words);
  });

  test('a zone over several cities is in the one that is named', () => {
    const chain = (name: string) => homeOf(tree, { name }).chain;
    expect(chain('成都天府新区')).toEqual(['天府新区', '510100', '510000']);
    expect(chain('眉山市天府新区')).toEqual(['天府新区', '511400', '510000']);
    expect(chain('四川省天府新区')).toEqual(['天府新区', '510000']);
  });

  test('no two are called alike, nor like a division', () => {
    const names = knownRegions.flatMap(({ name, aliases = [] }) => [name, ...aliases]);
    expect(names.filter((name, index) => names.indexOf(name) !== index)).toEqual([]);
    expect(names.filter((name) => listed.some(([, other]) => other === name))).toEqual([]);
  });
});

describe('levels that only keep the numbering regular', () => {
  test.each([...noNames])('%s is no name', (name) => {
    expect(found({ name })).toBe(`– + ${name}`);
    expect(found({ name: `海南省${name}` })).toBe(`460000 + ${name}`);
  });
  test.each(['310100', '110100', '419000', '500200'])('%s is no code of a region', (code) => {
    expect(tree.isKnown(code)).toBe(false);
    expect(found({ code, name: provinces[provinceOf(code)] as string })).toBe('region-code-differs');
  });
});

describe('names as people write them', () => {
  test.each<[string, string]>([
    ['上海市普陀区', '310107'],
    ['广东省广州市南沙区', '440115'],
    ['广州市南沙区', '440115'],
    ['广东省南沙区', '440115'],
    ['上海', '310000'],
    ['上海普陀', '310107'],
    ['上海 普陀区', '310107'],
    ['内蒙古', '150000'],
    ['广东广州', '440100'],
    ['海南省琼海市', '469002'],
    ['重庆市忠县', '500233'],
    ['石河子市', '659001'],
    ['苏州工业园区', '320571'],
    ['新疆生产建设兵团', '新疆生产建设兵团'],
    ['新疆生产建设兵团第八师', '新疆生产建设兵团第八师'],
    ['新疆兵团第八师', '新疆生产建设兵团第八师'],
    ['兵团第八师石河子市', '新疆生产建设兵团第八师'],
    ['第八师143团', '新疆生产建设兵团第八师 + 143团'],
    ['第十一师', '新疆生产建设兵团第十一师'],
    ['教育部', '教育部'],
    ['教育部本级', '教育部'],
    ['中央部门教育部', '教育部'],
    ['国家发改委', '国家发展和改革委员会'],
    ['河北雄安新区', '雄安新区'],
    ['河北省雄安新区', '雄安新区'],
    ['雄安新区容东管理委员会', '雄安新区 + 容东管理委员会'],
    ['西安市西咸新区', '西咸新区'],
    ['陕西省西咸新区秦汉新城', '西咸新区 + 秦汉新城'],
    ['成都天府新区', '天府新区'],
    ['四川天府新区', '天府新区'],
    ['广州南沙新区', '南沙新区'],
    ['南京江北新区', '320112'],
    ['深圳前海', '前海深港现代服务业合作区'],
    ['珠海市横琴新区', '440400 + 横琴新区'],
    ['苏州高新区', '320500 + 高新区'],
    ['广州经济技术开发区', '440100 + 经济技术开发区'],
    ['北京经济技术开发区', '110000 + 经济技术开发区'],
    ['中央本级', '中央部门'],
    ['广州市本级', '440100'],
    ['广州市市本级', '440100'],
    ['长沙市本级', '430100'],
    ['上海市级', '310000'],
    ['广东省省级', '440000'],
    ['广东本级', '440000'],
    ['天津经济技术开发区', '天津经济技术开发区'],
    ['天津市滨海新区天津经济技术开发区', '天津经济技术开发区'],
    // Towns, zones, and districts of former days: the longest known ancestor.
    ['上海市普陀区长寿路街道', '310107 + 长寿路街道'],
    ['上海市闸北区', '310000 + 闸北区'],
    ['东莞市虎门镇', '441900 + 虎门镇'],
    ['江苏省苏州市高新区', '320500 + 高新区'],
    ['合肥市经济技术开发区', '340100 + 经济技术开发区'],
  ])('%s is %s', (name, key) => {
    expect(found({ name })).toBe(key);
  });

  test.each([
    '普陀区',
    '鼓楼区',
    '南沙区',
    '吉林',
    '长沙',
    '长沙本级',
    '江苏鼓楼',
    '广东省鼓楼区',
    '上海市天河区',
    '朝阳区双井街道',
    '吉林高新区',
    '上海市雄安新区',
  ])('%s is refused', (name) => expect(found({ name })).toBe('region-ambiguous'));

  // A short name must not take what only begins like it.
  test.each([
    '南京东路街道',
    '海南州',
    '教育部门',
    '苏州高新区管网',
    '滨海高新区',
    '前海路街道',
    '上海巿',
    '青禾市',
    '',
    ' ',
    '市',
    '区',
    '全国统一',
    '\u0000',
    '𠮷'.repeat(3),
  ])('%j is no region that is known', (name) => expect(found({ name })).toMatch(/^–/));

  test.each(['通用', '全国'])('%s is the national form', (name) =>
    expect(homeOf(tree, { name })).toEqual({ chain: [], rest: '' }),
  );
});

describe('a code and a name', () => {
  test.each<[string, string, string]>([
    ['310107', '普陀区', '310107'],
    ['330903', '普陀区', '330903'],
    ['310107', '上海市普陀区', '310107'],
    ['440100', '穗', '440100 + 穗'],
    ['320500', '苏州高新区', '320500 + 高新区'],
    ['133100', '雄安新区', 'region-code-differs'],
    ['120116', '天津经济技术开发区', '天津经济技术开发区'],
    // Codes that are not listed: of former districts, of towns.
    ['310108', '上海市闸北区', '310108 + 闸北区'],
    ['441912', '东莞市虎门镇', '441912 + 虎门镇'],
    ['441912', '虎门镇', '441912 + 虎门镇'],
    ['310107', '上海市', 'region-code-differs'],
    ['310000', '上海市普陀区', 'region-code-differs'],
    ['310106', '上海市普陀区', 'region-code-differs'],
    ['310199', '普陀区', 'region-code-differs'],
    ['310107', '舟山市普陀区', 'region-code-differs'],
    ['110101', '天津经济技术开发区', 'region-code-differs'],
    ['990000', '上海市', 'region-code-unknown'],
    ['000000', '某市', 'region-code-unknown'],
  ])('%s %s: %s', (code, name, expected) => {
    expect(found({ code, name })).toBe(expected);
  });

  test('what is refused names the candidates, what to write, and the text that it is about', () => {
    const problem = (region: NamedRegion) => {
      try {
        homeOf(tree, region);
      } catch (cause) {
        if (cause instanceof Problems) return cause.problems[0];
      }
      return undefined;
    };
    const two = problem({ name: '普陀区' });
    expect(two?.message.zh).toBe('地区 "普陀区" 不止一个：上海市普陀区（310107）、浙江省舟山市普陀区（330903）');
    expect([two?.about, two?.hint?.zh]).toEqual(['普陀区', expect.stringContaining('code')]);
    expect(problem({ code: '310106', name: '上海市普陀区' })?.message.zh).toBe(
      '行政区划代码与地区名称不符：代码 310106 是 上海市静安区（310106），名称 "上海市普陀区" 是 上海市普陀区（310107）',
    );
    expect(problem({ code: '990000', name: '上海市' })?.hint?.zh).toContain('310000');
  });
});

test('any name and code come to an end, and to a known chain or a refusal', () => {
  const pieces = fc.constantFrom(
    ...listed.map(([, name]) => name),
    '上海',
    '县',
    '区',
    '市',
    ' ',
    '路',
    '\ud800',
    '中央',
  );
  const names = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.array(pieces, { maxLength: 6 }).map((list) => list.join('')),
  );
  const codes = fc.option(fc.stringMatching(/^[0-9]{6}$/), { nil: undefined });
  fc.assert(
    fc.property(names, codes, (name, code) => {
      const region = { name, ...(code !== undefined && { code }) };
      expect(found(region)).toMatch(/^(?:[0-9]{6}|–|中央部门|region-(?:ambiguous|code-differs|code-unknown)$)/);
    }),
    { numRuns: runs(500) },
  );
  expect(found({ name: '上海市'.repeat(300_000) }).slice(0, 9)).toBe('310000 + ');
});
