import { bears, proves } from './pairs.js';

proves('tenths', [
  ['约3成农户', ['about 30% of households'], ['about 3% of households', '3 households', 'three households']],
  ['3成农户', ['30% of households'], ['3% of households', '30 households']],
  ['占三成', ['30 percent of the total'], ['3 percent of the total']],
  ['三成农户', ['30% of households'], ['3% of households', '20% of households']],
  ['七成五的受访者', ['75% of respondents'], ['7.5% of respondents', '70% of respondents']],
  ['近九成居民满意', ['nearly 90% of residents'], ['nearly 9% of residents', '90% of residents', 'more than 90%']],
  ['六成多', ['more than 60%', 'over 60%'], ['60%', 'more than 6%']],
  ['三成员单位、一成不变', ['three member units; unchanged', 'the member units; unchanged'], ['30% of the units']],
]);

proves('discounts', [
  [
    '门票打八折',
    ['20% off tickets', 'tickets at a 20% discount', 'a discount of 20%', 'tickets at 80% of the price'],
    ['80% off tickets', '8% off tickets', 'tickets at 20% of the price', 'an 80% discount', 'cheaper tickets'],
  ],
  ['打八五折', ['15% off'], ['85% off', '5% off']],
  ['优惠20%', ['20% off', 'a 20% discount'], ['80% off', '80% of the price']],
]);

proves('fractions', [
  [
    '三分之二的成员',
    ['two thirds of the members', 'two-thirds of members', '2/3 of the members'],
    ['three halves', '3/2 of the members', 'one third of them', 'two of the three', 'three quarters', 'the members'],
  ],
  ['三分之一', ['a third of', 'one third', 'one-third', '1/3'], ['a quarter of', '3', 'two thirds', '1/4', '']],
  ['四分之三', ['three quarters', 'three-quarters', 'three fourths', '75%', '3/4'], ['three fifths', '70%', '34%']],
  ['二分之一', ['half', 'one half', '50%', '1/2'], ['a third of', '60%', 'two', '1']],
  ['一半的村', ['half of the villages', '50% of the villages'], ['60% of the villages', 'a third of the villages']],
  ['十分之一', ['one tenth', '10%', 'a tenth of'], ['one hundredth', '1%']],
  ['万分之五', ['0.05%', '0.5‰'], ['0.5%', '5%']],
  ['第三方承担三分之一', ['a third party bears one third'], ['a third party bears two thirds']],
  ['第四次会议', ['a fourth meeting', 'the fourth meeting'], ['a quarter of the meetings']],
]);

proves('times', [
  ['产量翻一番', ['output doubled', 'twice the output'], ['output tripled', 'output quadrupled', 'output rose']],
  ['产量翻两番', ['output quadrupled'], ['output doubled', 'output tripled']],
  ['增长一倍', ['doubled', 'an increase of 100%', 'up by 100%'], ['tripled', 'an increase of 200%', 'up 10%', 'grew']],
  ['增长2倍', ['tripled', 'an increase of 200%'], ['doubled', 'up 100%', 'twice as many', 'twice the level']],
  ['增长三倍', ['quadrupled', 'up by 300%'], ['tripled', 'three times as many', 'threefold']],
  ['增长1.5倍', ['an increase of 150%'], ['up 50%', 'an increase of 15%']],
  ['增长100%', ['doubled', 'up 100%'], ['tripled']],
  ['达到100%', ['100%'], ['doubled']],
  ['增长到2倍', ['doubled', 'twice the level'], ['tripled', 'an increase of 200%']],
  [
    '达到去年的两倍',
    ['twice the level of last year', 'two times that of last year'],
    ['tripled', 'three times the level'],
  ],
  ['目标值的1.2倍', ['1.2 times the target'], ['1.3 times the target', '2 times the target']],
  ['双一流、双减', ['Double First-Class; double reduction', 'first class; less homework'], ['doubled']],
]);

bears(250_000, ['成', '增长']);
bears(25_000, ['三分', '3成', 'two thirds ']);
