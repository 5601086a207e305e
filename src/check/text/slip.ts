import { quoted } from '../../json/pointer.js';
import type { Severity } from '../../problem.js';
import { boundary } from '../../script/clusters.js';
import type { Found } from '../rule.js';
import type { TextAt, TextKind } from '../texts.js';
import { traitsOf } from './traits.js';

/** A slip in a text: its span, what it is, and its severity where it is not the rule's own. */
export interface Slip {
  readonly start: number;
  readonly end: number;
  readonly zh: string;
  readonly en: string;
  readonly severity?: Severity;
  /** It says itself what it found; the text around it must not be repeated. */
  readonly secret?: boolean;
}

/** What finders return for most texts. */
export const none: readonly never[] = [];

/** How many slips of a text are named, and how many are counted: reports may come from strangers. */
const named = 3;
const counted = 50;

/** Which texts a rule reads: of these kinds, with one of these traits. */
export interface Reads {
  readonly kinds?: ReadonlySet<TextKind>;
  readonly traits?: number;
}

/** A text, with every place where it stands as the same kind. */
export class TextGroup {
  readonly places: TextAt[];
  #traits: number | undefined;

  constructor(
    readonly text: string,
    readonly kind: TextKind,
    first: TextAt,
  ) {
    this.places = [first];
  }

  /** Told when first asked for. */
  get traits(): number {
    this.#traits ??= traitsOf(this.text);
    return this.#traits;
  }
}

/** The texts of a check are gathered once for all rules: six of seven are words and units that stand in every table. */
const groupsByTexts = new WeakMap<readonly TextAt[], readonly TextGroup[]>();

/** Equal texts of a kind together, in the order of the first. */
export function groupsOf(texts: readonly TextAt[]): readonly TextGroup[] {
  let groups = groupsByTexts.get(texts);
  if (groups === undefined) {
    groups = gathered(texts);
    groupsByTexts.set(texts, groups);
  }
  return groups;
}

function gathered(texts: readonly TextAt[]): TextGroup[] {
  const groups = new Map<string, TextGroup>();
  for (const at of texts) {
    const { text, kind } = at;
    const key = `${kind} ${text}`;
    const group = groups.get(key);
    if (group) group.places.push(at);
    else groups.set(key, new TextGroup(text, kind, at));
  }
  return [...groups.values()];
}

/** One finding for each place and severity: a text with ten slips is one cell to mend. `slipsOf` sees equal texts once. */
export function* foundIn(
  texts: readonly TextAt[],
  slipsOf: (text: string, kind: TextKind) => Iterable<Slip>,
  reads: Reads = {},
): Generator<Found> {
  for (const { text, kind, places } of groupsRead(texts, reads)) {
    const words = wordsOf(text, slipsOf(text, kind));
    if (words.length > 0) for (const { path } of places) for (const each of words) yield { path, ...each };
  }
}

/** As `foundIn`, for slips that hang on the place as well. */
export function* foundAt(
  texts: readonly TextAt[],
  slipsOf: (text: string, at: TextAt) => Iterable<Slip>,
  reads: Reads = {},
): Generator<Found> {
  for (const { text, places } of groupsRead(texts, reads)) {
    for (const at of places) for (const words of wordsOf(text, slipsOf(text, at))) yield { path: at.path, ...words };
  }
}

function groupsRead(texts: readonly TextAt[], { kinds, traits }: Reads): readonly TextGroup[] {
  const groups = groupsOf(texts);
  if (kinds === undefined && traits === undefined) return groups;
  return groups.filter(
    (group) => (traits === undefined || group.traits & traits) && (kinds === undefined || kinds.has(group.kind)),
  );
}

type FoundWords = Omit<Found, 'path'>;

function wordsOf(text: string, found: Iterable<Slip>): readonly FoundWords[] {
  const slips = someOf(found);
  if (slips.length === 0) return none;
  return [...new Set(slips.map(({ severity }) => severity))].map((severity) =>
    saidOf(
      text,
      slips.filter((slip) => slip.severity === severity),
      severity,
    ),
  );
}

function someOf(slips: Iterable<Slip>): readonly Slip[] {
  if (slips === none) return none;
  const some: Slip[] = [];
  for (const slip of slips) if (some.push(slip) >= counted) break;
  return some;
}

function saidOf(text: string, slips: readonly Slip[], severity: Severity | undefined): FoundWords {
  const said = slips.slice(0, named);
  const more = slips.length - said.length;
  return {
    message: {
      zh:
        said.map((slip) => `${slip.zh}${around(text, slip, '：')}`).join('；') + (more > 0 ? `；另有 ${more} 处` : ''),
      en: said.map((slip) => `${slip.en}${around(text, slip, ': ')}`).join('; ') + (more > 0 ? `; ${more} more` : ''),
    },
    ...(severity && { severity }),
  };
}

/** The slip with some characters on both sides, quoted for a message. */
function around(text: string, { start, end, secret }: Slip, colon: string): string {
  if (secret) return '';
  const from = boundary(text, start - 8);
  const to = boundary(text, Math.min(end + 8, start + 40));
  return colon + quoted(`${from > 0 ? '…' : ''}${text.slice(from, to)}${to < text.length ? '…' : ''}`);
}

/** Every match of a global pattern as a slip. */
export function* matches(text: string, pattern: RegExp, zh: string, en: string, severity?: Severity): Generator<Slip> {
  for (const match of text.matchAll(pattern)) {
    yield { start: match.index, end: match.index + match[0].length, zh, en, ...(severity && { severity }) };
  }
}
