import { bears, proves } from './pairs.js';

proves('festivals', [
  ['三八节活动', ["Women's Day event", 'event for Women’s Day (8 March)'], ['8 May event', '38 events']],
  ['六一儿童节', ["Children's Day on 1 June", "International Children's Day"], ['1 July', '61 events']],
  ['五一劳动节', ['Labour Day', '1 May'], ['1 June']],
  ['五四青年节', ['Youth Day', 'Youth Day on 4 May'], ['5 May']],
  ['七一建党节', ['the anniversary of the Party on 1 July'], ['1 August']],
  ['八一建军节', ['Army Day (1 August)'], ['8 January']],
  ['十一国庆节', ['National Day', 'National Day on 1 October'], ['1 November', '10 January']],
  ['双十一促销', ["Singles' Day sales", 'Double 11 sales'], ['12 sales']],
  ['十一家企业', ['eleven companies'], ['companies', '10 companies']],
]);

proves('set phrases', [
  ['“十四五”规划', ['the 14th Five-Year Plan', 'the 14th Five Year Plan'], ['the 15th Five-Year Plan', 'the plan']],
  ['一带一路', ['Belt and Road', 'One Belt One Road'], ['3 belts']],
  ['“三公”经费', ['overseas visits, vehicles and hospitality', 'the three public expenses'], ['the 4 expenses']],
  ['五险一金', ['social insurance and the housing fund', 'five insurances and one fund'], ['6 insurances']],
  ['四上企业', ['enterprises above designated size'], ['enterprises above 5 sizes']],
  ['一事一议', ['case-by-case deliberation'], ['2 cases']],
  ['全国两会', ['the two sessions', 'the annual sessions of the NPC and the CPPCC'], ['the 3 sessions']],
  ['两癌筛查', ['screening for cervical and breast cancer', 'screening for two cancers'], ['for three cancers']],
  ['两个一百年奋斗目标', ['the Two Centenary Goals'], ['the 3 goals', 'the 200 goals']],
  ['四个全面', ['the Four-Pronged Comprehensive Strategy', 'the Comprehensive Strategy'], ['the 5 strategies']],
  ['百千万工程', ['a Hundred Counties, a Thousand Towns and Ten Thousand Villages'], ['200 counties']],
  ['百日攻坚', ['a 100-day campaign', 'a hundred-day campaign'], ['a 200-day campaign']],
  ['百强企业', ['top 100 companies'], ['top 10 companies', 'top 500 companies']],
  ['五百强企业', ['top 500 companies'], ['top 100 companies']],
  ['成千上万的群众', ['thousands of people', 'tens of thousands of people'], ['hundreds of people', '1,000 people']],
  ['数百年历史', ['hundreds of years of history'], ['thousands of years of history', '100 years']],
]);

bears(250_000, ['六']);
bears(25_000, ['两个一百', '百年']);
