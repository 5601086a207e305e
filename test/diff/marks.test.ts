import fc from 'fast-check';
import { expect, it } from 'vitest';
import { marksOf } from '../../src/diff/marks.js';

const shown = (before: string, after: string): string =>
  marksOf(before, after)
    .map(({ op, text }) => (op === 'same' ? text : op === 'added' ? `{+${text}+}` : `[-${text}-]`))
    .join('');

it.each([
  ['举办科普活动96场次', '举办科普活动98场次', '举办科普活动[-96-]{+98+}场次'],
  ['预算1,250.50万元', '预算1,350.50万元', '预算[-1,250.50-]{+1,350.50+}万元'],
  ['完成科普活动。', '完成各项科普活动。', '完成{+各项+}科普活动。'],
  ['提升公众科学素质和能力', '增强公众科学素养与能力', '[-提升-]{+增强+}公众科学素[-质和-]{+养与+}能力'],
  ['用𠮷字', '用𡈽字', '用[-𠮷-]{+𡈽+}字'],
  ['有效提升', '达到国内领先水平', '[-有效提升-]{+达到国内领先水平+}'],
  ['', '新写的话', '{+新写的话+}'],
])('%s → %s', (before, after, marks) => {
  expect(shown(before, after)).toBe(marks);
});

it('loses nothing: without the new it is the old, without the old it is the new', () => {
  const text = fc
    .array(fc.constantFrom(...'科普活动场次，。不少于96%a𠮷\n', '广州科学馆'), { maxLength: 60 })
    .map((parts) => parts.join(''));
  fc.assert(
    fc.property(text, text, (before, after) => {
      const marks = marksOf(before, after);
      const without = (op: string): string =>
        marks
          .filter((mark) => mark.op !== op)
          .map((mark) => mark.text)
          .join('');
      expect(without('added')).toBe(before);
      expect(without('removed')).toBe(after);
    }),
  );
});
