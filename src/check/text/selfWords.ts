/** What a writer calls his own body or place, and what its name then has. 我市 may be the city above, so it is not asked. */
const owns: readonly (readonly [own: string, name: RegExp, otherWord?: string])[] = [
  ['县', /县/, '域|长'],
  ['旗', /旗/, '帜'],
  ['区', /区/, '[别间域分]'],
  ['镇', /镇/, '村|长'],
  ['乡', /乡/, '[村镇里]'],
  ['街道', /街/],
  ['村', /村/, '镇'],
  ['社区', /社区|居委会|居民委员会/],
  ['局', /局|支队|大队/, '[部面]'],
  ['校', /[校院]|小学|中学|大学|高中|初中|教育|幼儿园|开放/, '[对正]'],
  ['院', /院|研究/, '[士落坝]'],
  ['园', /园/, '[区林]'],
  ['馆', /馆/],
  ['中心', /中心/],
  ['委', /委(?:员会)?(?:办公室|机关|本级)?(?:\s|$)|发展和改革/, '[派托员]'],
];
const words = new RegExp(
  `(?:我|(?<![基根成资日版样文原课书读])本)(?:${owns.map(([own, , other]) => `${own}${other === undefined ? '' : `(?!${other})`}`).join('|')})`,
  'g',
);

/** 全县, 本县 where there is no county. 全区 may be a whole 园区. */
const whole =
  /(?<![一-龥])(?:全|本)([县旗])(?![域长级])|(?<=[，。；、在对为使于至及和与升高进现动])全([县旗])(?![域长级])/g;

/** The party committee and government of a county where there is none: 县委、县政府 in a city, copied from before it was one. */
const leaders =
  /(?<=^|[^\u4e00-\u9fff]|[为由经按报让使向受是对与和及])([县区旗])(?:委、\1(?:人民)?政府|委\1政府|委和\1政府|人民政府(?!部门|机关))/g;

/** 本委 and 本局 are the writer's; 本村 and 本区 may be those of a list. */
const bodies = /^本(?:局|委|院|校|馆)$/;

/** The first word for the writer's own body or place, 我局, 我县, that none of the names has: the text is another one's. */
export function foreignSelf(
  text: string,
  names: string,
): { readonly start: number; readonly written: string } | undefined {
  for (const { 0: written, 1: level = '', index } of text.matchAll(leaders))
    if (!names.includes(level)) return { start: index, written };
  for (const { 0: written, 1: one, 2: two, index } of text.matchAll(whole))
    if (!names.includes(one ?? two ?? '')) return { start: index, written };
  if (!/[我本]/.test(text)) return undefined;
  for (const { 0: written, index } of text.matchAll(words)) {
    const name = owns.find(([own]) => own === written.slice(1))?.[1];
    const isBody = written.startsWith('我') || bodies.test(written);
    if (name && isBody && !name.test(names)) return { start: index, written };
  }
  return undefined;
}
