import type { Target } from '../../report/schema.js';
import { composeTarget, targetFields } from '../../report/target.js';
import { level1Of, levelOf } from '../../report/taxonomy.js';
import type { Period } from '../../report/vocabulary.js';
import { isUnit, quantityIn, signIn, targetIn } from '../targets.js';
import { decimalOfSchema, isBlank, joined, kept, weightIn } from './cellText.js';
import type { Draft, Node } from './draft.js';
import type { Ledger, Piece } from './ledger.js';
import { bareLevel, looks } from './looks.js';

/** The pieces of a row by the fields of their columns. */
export type Pieces = ReadonlyMap<string, Piece>;

/** An indicator's name without the number of its slot: 指标1：体检人数, 指标1.体检人数. A slot that is not filled has none. */
export function nameIn(text: string): string {
  const name = joined(text).replace(/^指标\s*[0-9一二三四五六七八九十]{1,2}\s*[：:.．、]\s*(?!\d)/u, '');
  return isBlank(name) || /^(?:指标\s*\d{1,2}|[.…·]{2,})$/u.test(name) ? '' : name;
}

export interface Level {
  readonly text: string;
  readonly piece: Piece;
}

/** A level as it is read: known ones without line breaks and ranges of points, which are left. */
export function levelIn(piece: Piece, level: 1 | 2, ledger: Ledger): Level {
  const own = bothLevels(piece.text)?.[level - 1] ?? piece.text;
  const bare = bareLevel(own);
  ledger.use(piece);
  if (!levelOf(bare, level)) {
    const [, name = joined(piece.text), range] =
      /^(.+?)\s*([（(](?:权重|分值)?[:：]?\d[\d.~～—-]*\s*[分%]?[)）]分?)$/u.exec(joined(own)) ?? [];
    if (range !== undefined) ledger.leave(piece, 'points', range);
    return { text: name, piece };
  }
  const points = /[（(][^（）()]*[)）]分?$/u.exec(joined(piece.text).replace(/\s/gu, ''))?.[0];
  if (points !== undefined && points !== '') ledger.leave(piece, 'points', points);
  return { text: bare, piece };
}

/** 产出指标-数量指标, both levels in one cell; undefined for others. */
export function bothLevels(text: string): readonly [first: string, second: string] | undefined {
  const [, first = '', second = ''] = /^(.{2,8}?)\s*[-—–－/／\\、>→:：\n]+\s*(.{2,10})$/u.exec(text.trim()) ?? [];
  return levelOf(bareLevel(first), 1) && levelOf(bareLevel(second), 2)
    ? [bareLevel(first), bareLevel(second)]
    : undefined;
}

export interface Levels {
  readonly level1: Level | undefined;
  readonly level2: Level | undefined;
}

/** What was inferred for indicators, counted by kind and told once. */
export interface Inferences {
  level1FromLevel2: Piece[];
  level1Missing: Piece[];
}

const targetNames = [...targetFields, 'adjustedTarget'] as const;
type TargetName = (typeof targetNames)[number];
const texts = [
  'description',
  'nature',
  'importance',
  'category',
  'direction',
  'standard',
  'scoringRule',
  'basis',
  'remark',
] as const;

/** The fields of columns that hold texts of an indicator, and the parts of its targets. */
const textColumns = texts.map((name) => [name, `indicator/${name}`] as const);
const targetColumns = targetNames.map((name) => {
  const whole = `indicator/${name}`;
  const parts = { sign: `${whole}/sign`, value: `${whole}/value`, unit: `${whole}/unit` };
  return { name, columns: { whole, ...parts, text: `${whole}/text`, note: `${whole}/note` } };
});
type TargetColumns = (typeof targetColumns)[number]['columns'];

/** An indicator of a row, before it is in a list. */
interface Found {
  readonly targets: ReadonlyMap<
    TargetName,
    { readonly target: Target; readonly pieces: Readonly<Record<string, Piece | undefined>> }
  >;
  readonly values: ReadonlyMap<string, { readonly value: unknown; readonly piece: Piece }>;
  readonly history: readonly { readonly back: number; readonly target: Target; readonly piece: Piece }[];
}

/** Reads the indicator of a row into a project or the department as a whole. `term` says of which block or term the row is. */
export class IndicatorReader {
  readonly inferred: Inferences = { level1FromLevel2: [], level1Missing: [] };
  /** By owner: indicators by level and name, to bring the terms of one together. */
  #owner: string | undefined;
  readonly #byKey = new Map<string, { readonly node: Node; readonly terms: Set<Period> }>();

  constructor(
    private readonly draft: Draft,
    private readonly ledger: Ledger,
  ) {}

  read(owner: Node, name: Piece, levels: Levels, pieces: Pieces, term: Period | undefined): Node {
    const found = this.#found(pieces);
    const key = [levels.level1?.text, levels.level2?.text, nameIn(name.text)].join('\n');
    if (this.#owner !== owner.pointer) this.#byKey.clear();
    this.#owner = owner.pointer;
    this.ledger.use(name);
    const known = term === undefined ? undefined : this.#byKey.get(key);
    const isSame = known !== undefined && !known.terms.has(term as Period) && agrees(known.node, found);
    const node = isSame ? known.node : this.draft.member(owner, 'indicators');
    if (isSame) known.terms.add(term as Period);
    else {
      if (term !== undefined) this.#byKey.set(key, { node, terms: new Set([term]) });
      this.#level(node, levels);
      this.draft.put(node, 'name', nameIn(name.text), name);
    }
    this.#write(node, found);
    return node;
  }

  /** What an indicator is to be in a place. */
  inPlace(node: Node, place: string, piece: Piece, sign: Piece | undefined): void {
    const meant = sign && quantityIn(piece.text) ? signIn(sign.text) : undefined;
    const target = meant ? targetOf(piece.text, meant, sign?.text, undefined, undefined) : targetIn(piece.text);
    if (!target) return;
    if (meant && sign) this.ledger.use(sign);
    this.ledger.use(piece);
    const member = this.draft.member(node, 'places');
    member.data.place = place;
    this.draft.putTarget(member, 'target', target, { whole: piece });
  }

  #level(node: Node, { level1, level2 }: Levels): void {
    if (level1) this.draft.put(node, 'level1', level1.text, level1.piece);
    else if (level2 && level1Of(level2.text) !== undefined) {
      this.draft.put(node, 'level1', level1Of(level2.text), level2.piece);
      this.inferred.level1FromLevel2.push(level2.piece);
    } else this.draft.put(node, 'level1', '');
    if (level2) this.draft.put(node, 'level2', level2.text, level2.piece);
  }

  #write(node: Node, { targets, values, history }: Found): void {
    for (const [name, { value, piece }] of values)
      if (this.draft.put(node, name, value, piece) === 'differs') this.ledger.leave(piece, 'differs');
    for (const [name, { target, pieces }] of targets) this.draft.putTarget(node, name, target, pieces);
    for (const { back, target, piece } of history) this.draft.putHistory(node, back, target, piece);
  }

  /** Whether a row says anything of an indicator beside its levels and its name. */
  says(pieces: Pieces): boolean {
    return [...pieces].some(
      ([field, piece]) =>
        field.startsWith('indicator/') &&
        !/\/(?:level[12]|name|number|group|period)$/.test(field) &&
        !isBlank(piece.text),
    );
  }

  #found(pieces: Pieces): Found {
    const values = new Map<string, { value: unknown; piece: Piece }>();
    const take = (name: string, value: unknown, piece: Piece): void => {
      values.set(name, { value, piece });
      this.ledger.use(piece);
    };
    const said = (field: string): Piece | undefined => {
      const piece = pieces.get(field);
      return piece && !isBlank(piece.text) ? piece : undefined;
    };
    for (const [name, column] of textColumns) {
      const piece = said(column);
      if (piece) take(name, kept(piece.text), piece);
    }
    const weight = said('indicator/weight');
    if (weight) {
      const points = weightIn(weight.text);
      if (points === undefined) this.ledger.leave(weight, 'not-number');
      else take('weight', points, weight);
    }
    const group = said('indicator/group');
    if (group && /^[1-9]\d{0,5}$/.test(group.text.trim())) take('group', Number(group.text), group);
    for (const name of ['core', 'linkedToBudget']) {
      const piece = said(`indicator/${name}`);
      if (piece && looks(piece.text, 'yesNo')) take(name, /^[是√Y]$/i.test(piece.text.trim()), piece);
    }
    const targets = new Map<TargetName, { target: Target; pieces: Record<string, Piece | undefined> }>();
    const isWhole = pieces.get('indicator/period')?.text.trim() === '1';
    for (const { name, columns } of targetColumns) {
      const found = this.#target(columns, said, (nature, piece) => {
        if (!values.has('nature')) take('nature', nature, piece);
      });
      if (found) targets.set(isWhole && name === 'annualTarget' ? 'wholeTarget' : name, found);
    }
    // One column of units beside values of several terms.
    const unit = said('indicator/annualTarget/unit') ?? said('indicator/wholeTarget/unit');
    const own = unit && isUnit(unit.text.trim()) ? unit : undefined;
    for (const [name, { target, pieces: of }] of targets)
      if (own && 'value' in target && target.unit === undefined && !pieces.has(`indicator/${name}/unit`))
        targets.set(name, { target: { ...target, unit: joined(own.text) }, pieces: { ...of, unit: own } });
    const flag = said('indicator/period');
    if (flag) this.ledger.use(flag);
    const history = [2, 1].flatMap((back) => {
      const piece = said(`indicator/history/-${back}`);
      if (!piece) return [];
      this.ledger.use(piece);
      const target = targetIn(piece.text) ?? { text: piece.text.trim() };
      // The unit in a column of its own is that of earlier values too.
      const unit = said('indicator/annualTarget/unit')?.text.trim();
      const isBare = 'value' in target && target.unit === undefined && unit !== undefined && isUnit(unit);
      return [{ back, target: isBare ? { ...target, unit } : target, piece }];
    });
    return { targets, values, history };
  }

  /** A target of its cells: sign, value, unit apart, or all in one. What does not make a quantity stays text, put together. */
  #target(
    columns: TargetColumns,
    said: (column: string) => Piece | undefined,
    natureOf: (nature: string, piece: Piece) => void,
  ) {
    const [whole, value] = [said(columns.whole), said(columns.value)];
    const [text, note] = [said(columns.text), said(columns.note)];
    let [sign, unit] = [said(columns.sign), said(columns.unit)];
    if (sign && looks(sign.text, 'nature')) {
      natureOf(sign.text.trim(), sign);
      sign = undefined;
    } else if (sign && signIn(sign.text) === undefined) {
      this.ledger.leave(sign, 'not-sign');
      sign = undefined;
    }
    // 单位（文字描述）: a unit beside a number, words where there is none.
    const words = !value && !text && !whole && !sign && unit && !isUnit(unit.text.trim()) ? unit : undefined;
    if (words) unit = undefined;
    const figure = value ?? text ?? whole ?? words;
    if (!figure) {
      for (const piece of [sign, unit, note]) if (piece) this.ledger.leave(piece, 'no-value');
      return undefined;
    }
    for (const piece of [sign, figure, unit, note]) if (piece) this.ledger.use(piece);
    const isQuantity = quantityIn(figure.text) !== undefined;
    // 及时 with the sign = and the unit 是/否: the sign says nothing, and the unit is none.
    if (!isQuantity && unit && /^是\s*[/／]\s*否$/u.test(unit.text.trim())) {
      this.ledger.leave(unit, 'no-field');
      unit = undefined;
    }
    if (!isQuantity && sign && /^[=＝]$/.test(sign.text.trim())) sign = undefined;
    const target =
      text && !value
        ? { text: text.text.trim() }
        : targetOf(figure.text, sign && signIn(sign.text), sign?.text, unit?.text, note?.text);
    if (whole && whole !== figure) {
      if (composeTarget(target) === whole.text.trim()) this.ledger.use(whole);
      else this.ledger.leave(whole, 'differs');
    }
    return { target, pieces: { whole: figure, sign: sign ?? figure, value: figure, unit: unit ?? figure, note } };
  }
}

function targetOf(
  figure: string,
  sign: ReturnType<typeof signIn>,
  signText: string | undefined,
  unitText: string | undefined,
  note: string | undefined,
): Target {
  const unit = unitText === undefined ? undefined : joined(unitText);
  const parts = quantityIn(figure);
  const isPlain = decimalOfSchema.test(figure.trim());
  const agree = parts && (!parts.sign || !sign || parts.sign === sign) && (!parts.unit || !unit || parts.unit === unit);
  if (!parts || !agree || (note !== undefined && !isPlain && parts.unit !== undefined)) {
    return signText === undefined && unit === undefined
      ? (targetIn(figure) ?? { text: figure.trim() })
      : { text: [signText?.trim(), figure.trim(), unit, note?.trim()].join('') };
  }
  const [ownSign, ownUnit] = [parts.sign ?? sign, parts.unit ?? unit];
  return {
    ...(ownSign && { sign: ownSign }),
    value: parts.value,
    ...(ownUnit && { unit: ownUnit }),
    ...((note ?? parts.note) !== undefined && { note: [parts.note, note?.trim()].join('') }),
  };
}

/** Whether the row of another term says nothing else of the indicator. */
function agrees({ data }: Node, { targets, values, history }: Found): boolean {
  const others = Object.keys(data).filter((name) => !['level1', 'level2', 'name', ...targetNames].includes(name));
  return (
    history.length === 0 &&
    [...targets.keys()].every((name) => data[name] === undefined) &&
    others.length === values.size &&
    others.every((name) => values.get(name)?.value === data[name])
  );
}
