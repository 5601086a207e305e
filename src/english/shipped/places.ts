import { termsOf } from '../term.js';

/** Regions of the first level and those of the sample reports; of others only the user knows the usual English. Ours. */
export const regions = termsOf('region', [
  ['北京市', 'Beijing'],
  ['天津市', 'Tianjin'],
  ['河北省', 'Hebei Province'],
  ['山西省', 'Shanxi Province'],
  ['内蒙古自治区', 'Inner Mongolia Autonomous Region'],
  ['辽宁省', 'Liaoning Province'],
  ['吉林省', 'Jilin Province'],
  ['黑龙江省', 'Heilongjiang Province'],
  ['上海市', 'Shanghai'],
  ['江苏省', 'Jiangsu Province'],
  ['浙江省', 'Zhejiang Province'],
  ['安徽省', 'Anhui Province'],
  ['福建省', 'Fujian Province'],
  ['江西省', 'Jiangxi Province'],
  ['山东省', 'Shandong Province'],
  ['河南省', 'Henan Province'],
  ['湖北省', 'Hubei Province'],
  ['湖南省', 'Hunan Province'],
  ['广东省', 'Guangdong Province'],
  ['广西壮族自治区', 'Guangxi Zhuang Autonomous Region'],
  ['海南省', 'Hainan Province'],
  ['重庆市', 'Chongqing'],
  ['四川省', 'Sichuan Province'],
  ['贵州省', 'Guizhou Province'],
  ['云南省', 'Yunnan Province'],
  ['西藏自治区', 'Xizang Autonomous Region'],
  ['陕西省', 'Shaanxi Province'],
  ['甘肃省', 'Gansu Province'],
  ['青海省', 'Qinghai Province'],
  ['宁夏回族自治区', 'Ningxia Hui Autonomous Region'],
  ['新疆维吾尔自治区', 'Xinjiang Uygur Autonomous Region'],
  ['广州市', 'Guangzhou'],
  ['深圳市', 'Shenzhen'],
  ['广州市南沙区', 'Nansha District, Guangzhou'],
]);

/** What the names of bodies end with whose English needs no more than the region before it. Ours. */
export const bodies = termsOf('body', [
  ['科学技术协会', 'Association for Science and Technology'],
  ['残疾人联合会', 'Disabled Persons’ Federation'],
  ['妇女联合会', 'Women’s Federation'],
  ['总工会', 'Federation of Trade Unions'],
  ['红十字会', 'Red Cross Society'],
  ['归国华侨联合会', 'Federation of Returned Overseas Chinese'],
]);
