import { describe, expect, it } from 'vitest';
import { innerSpacesIn } from '../../src/check/text/innerSpaces.js';

describe('a space between 汉字', () => {
  it.each([
    '组织护河志 愿者巡河12次。',
    '完成防汛物 资储备。',
    '开展教师培 训36场。',
    '建成社区养 老服务站4个。',
    '修复破损路 面6公里。',
    '培育农民合 作社20家。',
    '改造老旧小 区管网。',
    '保障消防装 备更新。',
    '开展耕地地力监 测。',
    '完成水费、电费 等支出。',
  ])('that parts a word is told once, as a hint: %s', (text) => {
    const [first, ...others] = [...innerSpacesIn(text, 'goal')];
    expect(first).toMatchObject({ start: text.indexOf(' '), severity: 'hint', zh: '词中有空格' });
    expect(others).toEqual([]);
  });

  it.each([
    '开展“绿美广州 栽种未来”活动。',
    '开展“青山 绿水”活动。',
    '张三 李四',
    '优 良 中 差',
    '数量 质量 及时性',
    '目的 意义',
    '科 技 馆',
    '第一组 第二组',
    '支持 IEEE 会议不少于 8 场。',
  ])('that sets apart is let be: %s', (text) => {
    expect([...innerSpacesIn(text, 'goal')]).toEqual([]);
  });
});
