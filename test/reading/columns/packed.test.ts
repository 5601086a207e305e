import { expect, it } from 'vitest';
import { packedCosts, packedMoney } from '../../../src/reading/columns/packed.js';

it('parts sources with their amounts', () => {
  expect(packedMoney('总额850，其中：财政拨款500，其他资金350')).toEqual([
    { source: 'total', text: '850' },
    { source: 'fiscal', text: '500' },
    { source: 'other', text: '350' },
  ]);
});

it('parts nothing that says more or less than that', () => {
  for (const text of ['850', '总额850', '总额850，另有车辆3', '财政拨款500用于3个项目，其他资金350'])
    expect(packedMoney(text), text).toEqual([]);
});

it('parts lines of costs, all or none', () => {
  expect(packedCosts('1.空气站运维：22站×6.5万元，143.00\n2.执法装备：便携式设备，322.60')).toEqual([
    { name: '空气站运维', content: '22站×6.5万元', amount: '143.00' },
    { name: '执法装备', content: '便携式设备', amount: '322.60' },
  ]);
  expect(packedCosts('1.空气站运维：22站×6.5万元，143.00\n按合同支付')).toEqual([]);
});
