import type { Random } from '../bench/random.js';

/** A report as bytes, with what was done to it. */
export interface Mutant {
  readonly how: string;
  readonly bytes: Uint8Array;
}

type Json = null | boolean | number | string | Json[] | { [name: string]: Json };

/** Texts that broke something somewhere. */
export const oddTexts: readonly string[] = [
  '',
  ' ',
  '\u0000',
  '\u001b[2J',
  '\u202e倒\u202c',
  '\u2066a\u2069',
  '\ud800',
  '\udfff\ud83d',
  '\ufeff',
  '\ufffe',
  '\u2028',
  '\r\n\r\n',
  '\u200b\u00ad',
  'a\u0301\u0301\u0301',
  '👨‍👩‍👧‍👦',
  '\u{e0041}\u{10ffff}',
  '𠮷𪚥',
  '__proto__',
  'constructor',
  'toString',
  'hasOwnProperty',
  '../../x',
  '..\\..\\x',
  'CON',
  'nul.txt',
  'a/b',
  '{{lookup . "constructor"}}',
  '{{{department}}}',
  '{{#each units}}{{/each}}',
  '<script>alert(1)</script>',
  ']]><!--',
  '&lt;&#0;&amp',
  '<?at x:1?>',
  '_x0041_',
  '=1+1',
  "'=cmd|' /C calc'!A0",
  '%s%n',
  '—',
  '-',
  '-0',
  '1e999',
  'NaN',
  '0x10',
  '00.10',
  '+5',
  '1,234.50',
  '９９',
  '99999999999999999999999999.99',
  '-0.005',
  '0.0000000000000000000000001',
  '2024-02-30',
  '9999-99-99',
  '公开',
  '（'.repeat(50),
  '，。'.repeat(50),
  'a'.repeat(3000),
  '绩'.repeat(3000),
  `a${' '.repeat(3000)}b`,
  '1'.repeat(500),
  `${'a\n'.repeat(100)}`,
];

const oddNumbers: readonly number[] = [0, -0, -1, 1.5, 1e21, -1e308, 5e-324, 2 ** 53, 1948, 2200, 65536];
const oddTokens: readonly string[] = [
  '{',
  '}',
  '[',
  ']',
  ',',
  ':',
  '"',
  '\\',
  '\\u12',
  '\\ud800',
  '//',
  '/*',
  "'",
  '“',
  '，',
  '：',
  'NaN',
  'Infinity',
  '1e999',
  '-',
  '.5',
  'undefined',
  '\u0000',
  '\u202e',
  '\ufeff',
  'null',
  '{"__proto__":1}',
  '['.repeat(100),
];

/** One mutant of a report: of its bytes, its tokens or its values, once or a few times. */
export function mutate(report: Json, others: readonly Json[], random: Random): Mutant {
  const kind = random.int(0, 9);
  if (kind === 0) return { how: 'bytes', bytes: bytesOf(report, random) };
  if (kind === 1) return { how: 'tokens', bytes: Buffer.from(tokensOf(JSON.stringify(report), random)) };
  if (kind === 2) return { how: 'twice', bytes: Buffer.from(doubled(JSON.stringify(report), random)) };
  const copy = structuredClone(report);
  const times = random.pick([1, 1, 1, 2, 5]);
  const how = Array.from({ length: times }, () => change(copy, others, kind, random)).join(' ');
  return { how, bytes: Buffer.from(JSON.stringify(copy, undefined, random.pick([0, 2]))) };
}

function bytesOf(report: Json, random: Random): Uint8Array {
  const text = JSON.stringify(report, undefined, random.pick([0, 2]));
  const bytes = Buffer.from(text, random.pick(['utf8', 'utf8', 'utf8', 'utf16le'] as const));
  const at = () => random.int(0, bytes.length - 1);
  switch (random.int(0, 4)) {
    case 0:
      return bytes.subarray(0, at());
    case 1: {
      const [from, to] = [at(), at()];
      return Buffer.concat([bytes.subarray(0, from), bytes.subarray(to)]);
    }
    case 2:
      bytes.copy(bytes, at(), at(), at());
      return bytes;
    default:
      for (let times = random.pick([1, 1, 3, 20]); times > 0; times -= 1) bytes[at()] = random.int(0, 255);
      return bytes;
  }
}

function tokensOf(text: string, random: Random): string {
  const tokens = text.match(/"(?:[^"\\]|\\.)*"|[{}[\],:]|[^"{}[\],:]+/g) ?? [];
  for (let times = random.pick([1, 1, 2, 6]); times > 0; times -= 1) {
    const at = random.int(0, tokens.length - 1);
    const other = random.chance(0.5) ? random.pick(oddTokens) : random.pick(tokens);
    if (random.chance(0.3)) tokens.splice(at, 1);
    else tokens.splice(at, random.int(0, 1), other);
  }
  return tokens.join('');
}

/** A field written twice. */
function doubled(text: string, random: Random): string {
  const fields = [...text.matchAll(/"([a-zA-Z0-9]+)":("(?:[^"\\]|\\.)*"|\d+)/g)];
  if (fields.length === 0) return text;
  const field = random.pick(fields);
  const value = random.chance(0.5) ? field[2] : JSON.stringify(random.pick(oddTexts));
  return `${text.slice(0, field.index)}"${field[1]}":${value},${text.slice(field.index)}`;
}

interface Slot {
  readonly owner: Json[] | { [name: string]: Json };
  readonly key: string;
}

/** Changes a value in place; says what it did. */
function change(report: Json, others: readonly Json[], kind: number, random: Random): string {
  const slots = slotsOf(report);
  if (slots.length === 0) return 'nothing';
  const texts = slots.filter(({ owner, key }) => typeof inSlot(owner, key) === 'string');
  const slot = random.pick(kind <= 6 && texts.length > 0 ? texts : slots);
  switch (kind) {
    case 3:
    case 4:
      return set(slot, random.pick(oddTexts));
    case 5: {
      const text = String(inSlot(slot.owner, slot.key));
      const at = random.int(0, text.length);
      return set(slot, text.slice(0, at) + random.pick(oddTexts) + text.slice(at + random.int(0, 2)));
    }
    case 6:
      return set(slot, valueAt(random.pick(texts.length > 0 ? texts : slots)));
    case 7:
      return random.chance(0.5) ? remove(slot) : rename(slot, random);
    case 8:
      return set(slot, structuredClone(valueAt(random.pick(slotsOf(random.pick(others))))));
    default:
      return set(slot, ofAnotherType(valueAt(slot), random));
  }
}

function ofAnotherType(value: Json, random: Random): Json {
  const forms: readonly (() => Json)[] = [
    () => null,
    () => random.chance(0.5),
    () => random.pick(oddNumbers),
    () => random.pick(oddTexts),
    () => [],
    () => ({}),
    () => [value],
    () => ({ value }),
    () => (Array.isArray(value) ? Array.from({ length: 30 }, () => value).flat() : [value, value]),
    () => (Array.isArray(value) ? value.toReversed() : String(value)),
    () => nested(value, random.int(2, 80)),
  ];
  return random.pick(forms)();
}

function nested(value: Json, depth: number): Json {
  let inner = value;
  for (let level = 0; level < depth; level += 1) inner = [inner];
  return inner;
}

function set({ owner, key }: Slot, value: Json): string {
  Object.defineProperty(owner, key, { value, enumerable: true, configurable: true, writable: true });
  return `set ${key}`;
}

function remove({ owner, key }: Slot): string {
  if (Array.isArray(owner)) owner.splice(Number(key), 1);
  else delete owner[key];
  return `remove ${key}`;
}

function rename(slot: Slot, random: Random): string {
  const { owner, key } = slot;
  const name = random.pick([
    '__proto__',
    'constructor',
    'name',
    'code',
    'publish',
    'parent',
    'text',
    'nmae',
    '项目名称',
    'x',
  ]);
  if (Array.isArray(owner)) owner.push(structuredClone(valueAt(slot)));
  else {
    const value = valueAt(slot);
    delete owner[key];
    set({ owner, key: name }, value);
  }
  return `rename ${key} ${name}`;
}

function valueAt({ owner, key }: Slot): Json {
  return inSlot(owner, key);
}

function inSlot(owner: Slot['owner'], key: string): Json {
  return (Array.isArray(owner) ? owner[Number(key)] : owner[key]) as Json;
}

/** Every place of a value, without recursion: mutants may be deep. */
function slotsOf(root: Json): Slot[] {
  const slots: Slot[] = [];
  const open: Json[] = [root];
  for (let value = open.pop(); value !== undefined; value = open.pop()) {
    if (typeof value !== 'object' || value === null) continue;
    for (const [key, inner] of Object.entries(value)) {
      slots.push({ owner: value, key });
      open.push(inner as Json);
    }
  }
  return slots;
}
