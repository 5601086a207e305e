/**
 * The official indicator framework, both generations that are in use: the older one of 财预〔2015〕88号,
 * with 成本指标 under 产出指标, and the newer one of 财预〔2021〕101号, where 成本指标 is a first level of its own.
 */

/** One level of the framework. `code` as regions print it (广州 2025: 1-产出指标；11-数量指标); absent where none was seen. */
export interface Level {
  readonly level: 1 | 2;
  readonly name: string;
  readonly english: string;
  readonly code?: string;
  /** The first level that a second level belongs to. */
  readonly level1?: string;
}

const first = (name: string, english: string, code?: string): Level => ({
  level: 1,
  name,
  english,
  ...(code && { code }),
});
const second =
  (level1: string) =>
  (name: string, english: string, code?: string): Level => ({
    level: 2,
    name,
    english,
    level1,
    ...(code && { code }),
  });
const cost = second('成本指标');
const output = second('产出指标');
const benefit = second('效益指标');
const satisfaction = second('满意度指标');

/**
 * All levels in the order of the newer generation (成本 → 产出 → 效益 → 满意度, as 上海 prints them); a second level follows its first.
 * Codes: published tables of 广州市 2025. English: courtesy translations, no official one was found.
 */
export const taxonomy: readonly Level[] = [
  first('成本指标', 'cost indicator'),
  cost('经济成本指标', 'economic cost indicator'),
  cost('社会成本指标', 'social cost indicator'),
  cost('生态环境成本指标', 'eco-environmental cost indicator'),
  first('产出指标', 'output indicator', '1'),
  output('数量指标', 'quantity indicator', '11'),
  output('质量指标', 'quality indicator', '12'),
  output('时效指标', 'timeliness indicator', '13'),
  output('成本指标', 'cost indicator', '14'),
  first('效益指标', 'benefit indicator', '2'),
  benefit('经济效益指标', 'economic benefit indicator', '21'),
  benefit('社会效益指标', 'social benefit indicator', '22'),
  benefit('生态效益指标', 'ecological benefit indicator', '23'),
  benefit('可持续影响指标', 'sustainable impact indicator', '24'),
  first('满意度指标', 'satisfaction indicator', '3'),
  satisfaction('服务对象满意度指标', 'service recipient satisfaction indicator', '31'),
];

/** The level of this name, with or without the ending 指标 (regions print both 社会效益指标 and 社会效益); else undefined. */
export function levelOf(name: string, level: 1 | 2): Level | undefined {
  return byName.get(`${level}${bare(name)}`);
}

/** By level and name without 指标; a map because it is asked thousands of times. */
const byName: ReadonlyMap<string, Level> = new Map(
  taxonomy.map((entry) => [`${entry.level}${bare(entry.name)}`, entry]),
);

/**
 * The official code of a first or second level: '1' for 产出指标, '22' for 社会效益. Undefined for an unknown name.
 * 成本指标 is both: its code, 14, is the second level's; the first level has none.
 */
export function levelCode(name: string): string | undefined {
  return levelOf(name, 1)?.code ?? levelOf(name, 2)?.code;
}

/** The name of the first level that a second level belongs to: 成本指标 → 产出指标, 经济成本指标 → 成本指标. */
export function level1Of(level2: string): string | undefined {
  return levelOf(level2, 2)?.level1;
}

/** A number to sort levels in taxonomy order; unknown names come last. */
export function taxonomyOrder(name: string, level: 1 | 2): number {
  const entry = levelOf(name, level);
  return entry === undefined ? taxonomy.length : taxonomy.indexOf(entry);
}

function bare(name: string): string {
  return name.endsWith('指标') ? name.slice(0, -2) : name;
}
