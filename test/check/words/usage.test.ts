import { brotliDecompressSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { packedUsage } from '../../../src/check/lexicon/packedUsage.js';
import { likelySlips } from '../../../src/check/text/likelySlips.js';
import { tokensOf } from '../../../src/check/text/tokens.js';
import { chance, pairCount, threeCount, unpacked, usageOf } from '../../../src/check/text/usage.js';
import { countsOf } from './count.js';
import { terms } from './ownTexts.js';
import { bytesOf } from './packed.js';

const told = (text: string): string[] => likelySlips(text).map(({ wrong, right }) => `${wrong}→${right}`);

describe('how often characters stand together', () => {
  it('is packed in fewer than 600 kB, and packs to the same bytes again', () => {
    expect(packedUsage.length).toBeLessThan(600_000);
    const bytes = brotliDecompressSync(Buffer.from(packedUsage, 'base64'));
    expect(Buffer.compare(bytes, bytesOf(unpacked(bytes)))).toBe(0);
  });

  it('knows the terms that are written here, and how their characters follow', () => {
    const usage = usageOf();
    const known = terms().filter((term) => {
      const { numbers, length } = tokensOf(term, usage.numbers);
      for (let i = 2; i + 1 < length; i += 1)
        if (pairCount(usage, numbers[i - 1] as number, numbers[i] as number) === 0) return false;
      return true;
    });
    // Terms may be added without counting again.
    expect(known.length / terms().length).toBeGreaterThan(0.97);
  });

  it('counts what is told, and forgets what is rare', () => {
    const weighed = [
      { text: '危桥改造，危桥加固', weight: 30 },
      { text: '河道', weight: 3 },
    ];
    const usage = unpacked(bytesOf(countsOf(weighed, [], [])));
    const number = (char: string): number => usage.numbers[char.charCodeAt(0)] as number;
    expect(pairCount(usage, number('危'), number('桥'))).toBe(64);
    expect(threeCount(usage, number('危'), number('桥'), number('改'))).toBe(32);
    expect(threeCount(usage, number('危'), number('桥'), number('造'))).toBe(0);
    expect(number('河')).toBe(0);
    const [danger, bridge, mend] = [number('危'), number('桥'), number('改')] as const;
    expect(chance(usage, danger, bridge, mend)).toBeGreaterThan(chance(usage, danger, bridge, danger));
  });

  it('tells 汉字, numbers, words of letters and marks apart', () => {
    const { numbers, places, length } = tokensOf(
      '共1,000.5km路，',
      new Uint16Array(0x10000).map((_, unit) => unit),
    );
    expect(String.fromCharCode(...numbers.subarray(0, length))).toBe('|共0a路|');
    expect([...places.subarray(1, length)]).toEqual([0, 1, 8, 10, 11]);
  });
});

describe('likely slips', () => {
  it('are told with their neighbours, each where it stands', () => {
    expect(told('群众满意渡达到95%')).toEqual(['满意渡达到→满意度达到']);
    expect(likelySlips('2025年，养殖石班鱼苗')).toMatchObject([{ start: 7, end: 12, kind: 'sound' }]);
    expect(told('新建公路；残疾人家庭障无碍改造')).toEqual(['家庭障无碍改→家庭无障碍改']);
  });

  it('are none in names of bodies, places and issuers', () => {
    expect(told('青禾流域管理局')).toEqual([]);
    expect(told('六安市裕安区')).toEqual([]);
    expect(told('省人民政府晋政办发〔2020〕3号')).toEqual([]);
  });

  it('are the same when asked again', () => {
    expect(told('农药包装废弃务回收')).toEqual(told('农药包装废弃务回收'));
  });
});
