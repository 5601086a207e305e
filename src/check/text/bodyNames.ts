import {
  bodyOfPlace,
  bureauStems,
  cutEndings,
  neverFormal,
  neverFormalWhole,
  offices,
  sections,
  shortForms,
  taskEndings,
  wholeShortForms,
} from '../lexicon/bodies.js';

/** What is wrong with a body's name, and what it likely should be. */
export interface BodyFault {
  readonly kind: 'cut' | 'short' | 'place' | 'region' | 'part' | 'tail' | 'unended' | 'nowhere' | 'inner';
  /** What it likely should be; '' where nothing tells. */
  readonly full: string;
  /** Told by another cell of the report that has the full name; else by the name itself. */
  readonly isSure: boolean;
}

const reach = 24;
/** 省财政厅、卫健委: named behind bodies of a province or the country, and so of it too. */
const ofHigher =
  /(?:省|自治区|国家|中央|财政部)[\u4e00-\u9fff（）]{0,12}(?:、[\u4e00-\u9fff]{2,10})*[、和]$|(?:省|自治区)$/;
const ownHigher = /省|自治区|国家/;

/** The names of bodies in a report, to find those that are one body under two names. */
export class BodyIndex {
  readonly #names: ReadonlySet<string>;
  /** Names without the region that they begin with: 水务局河道大队 of 青禾市水务局河道大队. */
  readonly #withoutRegion = new Map<string, string>();
  /** Names by what is left without their last character. */
  readonly #byCut: ReadonlyMap<string, string>;
  readonly #bureaus: readonly (readonly [name: string, full: string])[];
  #places: ReadonlyMap<string, readonly string[]> | undefined;
  #tails: ReadonlyMap<string, string> | undefined;
  #gaps: ReadonlyMap<string, string> | undefined;
  #shorts: Shorts | undefined;

  /** `region`: the region of the report, in full. */
  constructor(
    names: readonly string[],
    readonly region: string,
  ) {
    this.#names = new Set(names);
    for (const name of this.#names) {
      for (const rest of withoutRegions(name)) if (!this.#withoutRegion.has(rest)) this.#withoutRegion.set(rest, name);
    }
    this.#byCut = new Map([...this.#names].map((name) => [name.slice(0, -1), name]));
    this.#bureaus = [...this.#names]
      .filter(isBureau)
      .slice(0, mostBureaus)
      .flatMap((full) => [full, ...withoutRegions(full)].map((name) => [name, full] as const));
  }

  /** Where a text names one of the bodies by its short form: 交通局 for 交通运输局. */
  *shortIn(text: string): Generator<{ readonly written: string; readonly full: string }> {
    this.#shorts ??= shortsOf(this.#names);
    if (this.#shorts.pattern === undefined) return;
    for (const { 0: written, index } of text.matchAll(this.#shorts.pattern)) {
      const full = this.#shorts.full.get(written) ?? '';
      const isOthers = ofHigher.test(text.slice(Math.max(0, index - reach), index)) && !ownHigher.test(full);
      if (!isOthers) yield { written, full };
    }
  }

  /** The fault of a name, if it has one. */
  faultOf(name: string): BodyFault | undefined {
    return this.#toldByOthers(name) ?? toldByItself(name) ?? nowhere(name, this.region);
  }

  #toldByOthers(name: string): BodyFault | undefined {
    for (const full of fullForms(name)) {
      const known = this.#names.has(full) ? full : this.#withoutRegion.get(full);
      if (known !== undefined) return { kind: 'short', full: known, isSure: true };
    }
    for (const full of ofPlace(name)) {
      const known = this.#names.has(full) ? full : this.#withoutRegion.get(full);
      if (known !== undefined) return { kind: 'place', full: known, isSure: true };
    }
    const longer = this.#byCut.get(name);
    if (longer !== undefined && name.length > 4) return { kind: 'cut', full: longer, isSure: true };
    const whole = this.#withoutRegion.get(name);
    if (whole !== undefined && whole !== name) return { kind: 'region', full: whole, isSure: true };
    const bureau = isBureau(name) ? this.#bureaus.find(([other]) => isPartOf(name, other))?.[1] : undefined;
    if (bureau !== undefined) return { kind: 'part', full: bureau, isSure: true };
    return this.#cutFrom(name);
  }

  /** A name of which the beginning, the end or a character within is lost. */
  #cutFrom(name: string): BodyFault | undefined {
    const tail = this.#tailOf(name);
    if (tail !== undefined) return { kind: 'tail', full: tail, isSure: true };
    const bodies = this.#bodiesAt(name);
    if (bodies[0] !== undefined) return { kind: 'place', full: bodies[0], isSure: bodies.length === 1 };
    const whole = this.#withGap(name);
    return whole === undefined ? undefined : { kind: 'part', full: whole, isSure: true };
  }

  /** 川新区人民医院 of 浔川新区人民医院: what begins within the name of a region. */
  #tailOf(name: string): string | undefined {
    if (!/^[^省市区县旗]{0,3}[省市区县旗]/.test(name)) return undefined;
    this.#tails ??= new Map([...this.#names].flatMap((full) => tailsOf(full).map((tail) => [tail, full] as const)));
    return this.#names.has(name) && this.#tails.has(name) ? this.#tails.get(name) : undefined;
  }

  /** The bodies of a place, where the name is only the place. */
  #bodiesAt(name: string): readonly string[] {
    if (!/[省市区县旗]$/.test(name)) return [];
    if (this.#places === undefined) {
      const places = new Map<string, string[]>();
      for (const full of this.#names) {
        for (const { index } of full.slice(0, 60).matchAll(/[省市区县旗](?=.{2})/g)) {
          const place = full.slice(0, index + 1);
          places.set(place, [...(places.get(place) ?? []), full].slice(0, 3));
        }
      }
      this.#places = places;
    }
    return this.#places.get(name) ?? [];
  }

  /** 青禾区数局 of 青禾区数据局. */
  #withGap(name: string): string | undefined {
    if (name.length < 2 || name.length > 40 || !bodyEnding.test(name)) return undefined;
    this.#gaps ??= new Map(
      [...this.#names].flatMap((full) =>
        [full, ...withoutRegions(full, 3)].flatMap((each) => gapsOf(each).map((gap) => [gap, full] as const)),
      ),
    );
    return this.#gaps.get(name);
  }
}

interface Shorts {
  /** Full names by their short forms. */
  readonly full: ReadonlyMap<string, string>;
  readonly pattern?: RegExp;
}

/** The short forms of bureaus that a report names in full. */
function shortsOf(names: ReadonlySet<string>): Shorts {
  const full = new Map<string, string>();
  for (const name of names) {
    const end = /(?:局|委员会|厅)$/.exec(name)?.[0];
    if (end === undefined) continue;
    for (const [form, stem] of Object.entries(shortForms))
      if (name.endsWith(stem + end)) full.set(form + end.replace('委员会', '委'), name);
  }
  if (full.size === 0) return { full };
  const forms = [...full.keys()].sort(byLength).join('|');
  return { full, pattern: new RegExp(`(?<![和与、])(?:${forms})(?![部门员长])`, 'g') };
}

/** A report has one or two bureaus; what a stranger makes of it is not compared pair by pair. */
const mostBureaus = 20;

const bodyEnding = /[局厅委会院校学馆站所队场室园心处部社]$/;
/** Of two bodies one may have such a character more: 第一小学 and 第一中心小学. */
const tellsApart =
  /[〇一二三四五六七八九十东南西北中上下前后左右内外大小新老总分支初高省市区县镇乡村州旗和与及、（）()0-9A-Za-z]/;

/** The ends of a name that begin within the region that it begins with. */
function tailsOf(name: string): string[] {
  if (name.length > 60) return [];
  const last = Math.max(...['省', '市', '区', '县', '旗'].map((region) => name.lastIndexOf(region)));
  return Array.from({ length: Math.max(0, last) }, (_, at) => at + 1)
    .filter((at) => !/[省市区县州盟旗乡镇]/.test(name.charAt(at - 1)) && !/[省市区县州盟旗]/.test(name.charAt(at)))
    .map((at) => name.slice(at));
}

/** A name with each one of its inner characters away, as far as that tells no other body. */
function gapsOf(name: string): string[] {
  if (name.length > 40 || name.length < 3 || !bodyEnding.test(name)) return [];
  return Array.from({ length: name.length - 2 }, (_, at) => at + 1)
    .filter((at) => !tellsApart.test(name.charAt(at)))
    .map((at) => name.slice(0, at) + name.slice(at + 1));
}

/** The ends of a name behind each region that it begins with: 青禾市石桥区财政局 → 石桥区财政局, 财政局. */
function withoutRegions(name: string, shortest = 4): string[] {
  if (name.length > 60) return [];
  const rests: string[] = [];
  for (const { index } of name.matchAll(/[省市区县州盟旗乡镇]/g)) {
    const rest = name.slice(index + 1);
    if (index >= 1 && rest.length >= shortest) rests.push(rest);
  }
  return rests;
}

const ending = '(局|委员会|委|厅|办公室|办|中心)';
const short = new RegExp(`(${Object.keys(shortForms).sort(byLength).join('|')})${ending}$`);
const wholeShort = new RegExp(
  `(?<!人民|代表)(${Object.keys(wholeShortForms).sort(byLength).join('|')})(办公室|机关)?$`,
);

function byLength(left: string, right: string): number {
  return right.length - left.length;
}

/** A name with its short form written out: 青禾区人社局 → 青禾区人力资源和社会保障局; of 市住建局 also 住房和城乡建设局. */
function fullForms(name: string): string[] {
  const match = short.exec(name);
  const whole = match ? undefined : wholeShort.exec(name);
  const full = match
    ? `${name.slice(0, match.index)}${shortForms[match[1] as string]}${(match[2] as string).replace(/^委$/, '委员会').replace(/^办$/, '办公室')}`
    : whole
      ? `${name.slice(0, whole.index)}${wholeShortForms[whole[1] as string]}${whole[2] ?? ''}`
      : undefined;
  if (full === undefined) return [];
  return [full, ...(/^[省市区县我本]/.test(full) ? [full.slice(1)] : [])];
}

function ofPlace(name: string): string[] {
  return bodyOfPlace.flatMap(([place, body]) =>
    place.test(name) ? [body === '街道办事处' ? name.replace(/街道$/, body) : name + body] : [],
  );
}

function toldByItself(name: string): BodyFault | undefined {
  for (const [cut, last] of cutEndings) if (cut.test(name)) return { kind: 'cut', full: name + last, isSure: true };
  if (taskEndings.test(name)) return { kind: 'unended', full: '', isSure: false };
  const [, region = '', stem = ''] = /^(.*[省市区县州旗])?([^省市区县州旗分总])局$/.exec(name) ?? [];
  if (stem !== '') {
    const [only, second] = bureauStems.filter((each) => each.includes(stem));
    const full = only !== undefined && second === undefined ? `${region}${only}局` : '';
    return { kind: full === '' ? 'unended' : 'part', full, isSure: full !== '' };
  }
  const government = /(?<!人民|特别行政区)政府(办公室|办)?$/.exec(name);
  if (government && /[省市区县州盟旗乡镇]$/.test(name.slice(0, government.index)))
    return {
      kind: 'short',
      full: `${name.slice(0, government.index)}人民政府${government[1] ? '办公室' : ''}`,
      isSure: true,
    };
  const match = short.exec(name);
  if (match && neverFormal.has(match[1] as string))
    return { kind: 'short', full: fullForms(name)[0] as string, isSure: false };
  const whole = match ? undefined : wholeShort.exec(name)?.[1];
  if (whole !== undefined && neverFormalWhole.has(whole))
    return { kind: 'short', full: fullForms(name)[0] as string, isSure: false };
  const place =
    /^(?!各|全|有关|相关|涉及|所有|辖区)[^、，,及和等（(]{2,18}(?:街道|[乡镇村]|社区|(?<![园景片校辖小发新库林矿])[市县区旗])$/.test(
      name,
    );
  return place && ofPlace(name)[0] !== undefined
    ? { kind: 'place', full: ofPlace(name)[0] as string, isSure: false }
    : undefined;
}

/** Words that begin with the level of a region and are other words. */
const otherWord = /^(?:市[场政民容郊域集]|区[域块间]|县域|省际|旗[帜舰手]|州际)/;
const office = new RegExp(
  `^([省市县区旗州盟])?(?:${offices.split(' ').sort(byLength).join('|')})(?:(局|委员会|厅)|委|办公室|(?:服务|管理|事务|发展|推广|养护|监测|指导)*(?:中心|站|所|大队|处))$`,
);
const levelled =
  /^[省市县区旗州盟](?=.{3,20}$)[\u4e00-\u9fff]+(?:局|委员会|委|厅|办公室|中心|站|所|队|院|馆|社|会|部|党校|政府|法院|检察院|办)$/;

/** 医疗保障局, 区林业局: of which region? A section of a body (财务股) is none by itself. */
function nowhere(name: string, region: string): BodyFault | undefined {
  if (/^(?:全国|国家)/.test(region) || name.length > 30) return undefined;
  if (sections.test(name)) return { kind: 'inner', full: name, isSure: false };
  if (otherWord.test(name)) return undefined;
  const [whole, level, bureau] = office.exec(name) ?? [];
  if (whole === undefined && !levelled.test(name)) return undefined;
  const own = level ?? (whole === undefined ? name.charAt(0) : '');
  return {
    kind: 'nowhere',
    full: `${placeOf(region, own)}${own === '' ? name : name.slice(1)}`,
    isSure: bureau !== undefined && own === '',
  };
}

const places = /[^省市县区旗州盟]{1,12}?(?:自治[区州县旗]|[省市县区旗州盟])(?!治)/g;

/** Of 安徽省六安市霍山县 the place of a level: 六安市 for 市; the last one where no level is asked or none is there. */
function placeOf(region: string, level: string): string {
  const all = region.match(places) ?? [region];
  return (
    all.findLast((place) => level !== '' && place.endsWith(level)) ?? (level === '' ? (all.at(-1) ?? '') : `某${level}`)
  );
}

/** 宗教事务局 of 民族宗教事务局. */
const shortestRest = 5;

function isBureau(name: string): boolean {
  return name.length <= 40 && /(?<!分)(?:局|委员会|厅)$/.test(name);
}

/** 青禾市自然资源局 is 青禾市自然资源和规划局 with a word less; 青禾市公安局石桥分局 is another body. */
function isPartOf(name: string, full: string): boolean {
  if (name.length >= full.length || name.length < 5) return false;
  let same = 0;
  while (same < name.length && name[same] === full[same]) same += 1;
  const behindRegion = Math.max(
    ...['省', '市', '区', '县', '旗', '州'].map((region) => name.slice(0, same).lastIndexOf(region)),
  );
  if (same === name.length || full.length - name.length > 4 || !full.endsWith(name.slice(same))) return false;
  // The same region, and the same beginning of what it is for; or what it is for less its first word.
  if (same - behindRegion - 1 >= 2) return true;
  const lost = full.slice(same, full.length - name.length + same);
  return behindRegion >= 0 && name.length - same >= shortestRest && !tellsApart.test(lost);
}
