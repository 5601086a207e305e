import { bodyOfPlace, cutEndings, neverFormal, offices, shortForms, wholeShortForms } from '../lexicon/bodies.js';

/** What is wrong with a body's name, and what it likely should be. */
export interface BodyFault {
  readonly kind: 'cut' | 'short' | 'place' | 'region' | 'part' | 'nowhere' | 'inner';
  readonly full: string;
  /** Told by another cell of the report that has the full name; else by the name itself. */
  readonly isSure: boolean;
}

/** The names of bodies in a report, to find those that are one body under two names. */
export class BodyIndex {
  readonly #names: ReadonlySet<string>;
  /** Names without the region that they begin with: 水务局河道大队 of 青禾市水务局河道大队. */
  readonly #withoutRegion = new Map<string, string>();
  /** Names by what is left without their last character. */
  readonly #byCut: ReadonlyMap<string, string>;
  readonly #bureaus: readonly string[];

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
    this.#bureaus = [...this.#names].filter(isBureau).slice(0, mostBureaus);
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
    const bureau = isBureau(name) ? this.#bureaus.find((other) => isPartOf(name, other)) : undefined;
    return bureau === undefined ? undefined : { kind: 'part', full: bureau, isSure: true };
  }
}

/** A report has one or two bureaus; what a stranger makes of it is not compared pair by pair. */
const mostBureaus = 20;

/** The ends of a name behind each region that it begins with: 青禾市石桥区财政局 → 石桥区财政局, 财政局. */
function withoutRegions(name: string): string[] {
  if (name.length > 60) return [];
  const rests: string[] = [];
  for (const { index } of name.matchAll(/[省市区县州盟旗乡镇]/g)) {
    const rest = name.slice(index + 1);
    if (index >= 1 && rest.length >= 4) rests.push(rest);
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
const levelled = /^[省市县区旗州盟](?=.{3,20}$)[\u4e00-\u9fff]+(?:局|委员会|委|厅|办公室|中心|站|所|队|院|馆|社|会)$/;

/** 医疗保障局, 区林业局: of which region? A section of a body (财务股) is none by itself. */
function nowhere(name: string, region: string): BodyFault | undefined {
  if (/^(?:全国|国家)/.test(region) || name.length > 30) return undefined;
  if (/^[\u4e00-\u9fff]{2,16}股$/.test(name)) return { kind: 'inner', full: name, isSure: false };
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

function isBureau(name: string): boolean {
  return name.length <= 40 && /(?<!分)(?:局|委员会|厅)$/.test(name);
}

/** 青禾市自然资源局 is 青禾市自然资源和规划局 with a word less; 青禾市公安局石桥分局 is another body. */
function isPartOf(name: string, full: string): boolean {
  if (name.length >= full.length || name.length < 5) return false;
  let same = 0;
  while (same < name.length && name[same] === full[same]) same += 1;
  // The same region and the same beginning of what it is for.
  const behindRegion = Math.max(
    ...['省', '市', '区', '县', '旗', '州'].map((region) => name.slice(0, same).lastIndexOf(region)),
  );
  if (same - behindRegion - 1 < 2 || same === name.length) return false;
  return full.endsWith(name.slice(same)) && full.length - name.length <= 4;
}
