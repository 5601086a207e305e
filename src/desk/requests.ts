import { fault, Problems } from '../problem.js';
import type { Act, ActRequest, Address, FieldKind } from './wire.js';

const kinds: ReadonlySet<string> = new Set([
  'text',
  'prose',
  'money',
  'target',
  'sign',
  'figure',
  'unit',
  'date',
  'number',
  'tick',
  'flag',
] satisfies FieldKind[]);
const rowDeeds: ReadonlySet<string> = new Set(['add', 'remove', 'copy', 'up', 'down']);

type Fields = Readonly<Record<string, unknown>>;

/** A request as pages of this desk send them. Throws Problems `desk-bad-request` for anything else. */
export function actRequestOf(given: Fields): ActRequest {
  const { id, from, version, form, shown = form, act } = given;
  const isRequest = areTexts(id, from, form, shown) && Number.isInteger(version) && isRecord(act) && isAct(act);
  if (!isRequest)
    throw new Problems([fault('desk-bad-request', { zh: '这一页发来的内容不对，请刷新', en: 'reload the page' })]);
  return given as unknown as ActRequest;
}

function isAct(act: Fields): boolean {
  switch (act.type as Act['type']) {
    case 'set':
      return isAddress(act) && areTexts(act.text, act.was, act.visit);
    case 'put':
      return areTexts(act.pointer, act.text, act.was);
    case 'row':
      return areTexts(act.record) && rowDeeds.has(act.how as string);
    case 'paste':
      return (
        Array.isArray(act.cells) &&
        act.cells.every((cell) => isRecord(cell) && isAddress(cell) && areTexts(cell.text)) &&
        (act.more === undefined || areNewRows(act.more))
      );
    case 'project':
      return areTexts(act.at) && rowDeeds.has(act.how as string);
    case 'unit':
      return areTexts(act.at) && (act.how === 'add' || act.how === 'remove');
    case 'choose':
      return areTexts(act.pointer) && typeof act.isOurs === 'boolean';
    case 'accept':
      return areTexts(act.code, act.pointer, act.reason);
    case 'replace':
    case 'undo':
    case 'redo':
      return true;
    default:
      return false;
  }
}

function isAddress(value: Fields): value is Fields & Address {
  const { kind, pointers, member } = value;
  return (
    typeof kind === 'string' &&
    kinds.has(kind) &&
    Array.isArray(pointers) &&
    areTexts(...pointers) &&
    (member === undefined || isRecord(member))
  );
}

function areNewRows(value: unknown): boolean {
  if (!isRecord(value) || !Array.isArray(value.rows)) return false;
  const isPlace = value.below === undefined || areTexts(value.below);
  return isPlace && areTexts(value.list) && value.rows.every((row) => isRecord(row) && areTexts(...Object.values(row)));
}

function isRecord(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function areTexts(...values: readonly unknown[]): boolean {
  return values.every((value) => typeof value === 'string' && value.length < 1_000_000);
}
