import type { Severity } from '../../problem.js';
import { isDay } from '../../report/day.js';

/** Personal data in a text, masked as a message may print it: 138****8000. */
export interface PrivateSpan {
  readonly start: number;
  readonly end: number;
  readonly zh: string;
  readonly en: string;
  readonly masked: string;
  readonly severity: Severity;
}

const mobile =
  /(?<![\dA-Za-z.-])(?:\+?86[- ]?)?1[3-9]\d(?:\d{8}|[- ]\d{4}[- ]\d{4})(?!\d|[-.]\d|[A-Za-z]|\s?[元万亿人次个件条份%％])/g;
/** Area code, then seven or eight digits that start with 2 to 8. */
const landline =
  /(?<![\dA-Za-z.-])[（(]?0(?:10|2\d|[3-9]\d{2})[）)]?[-—－– ]{0,2}[2-8]\d{6,7}(?![\dA-Za-z]|-\d{5}|\.\d)/g;
const labelled = /(?<=(?:电话|手机|传真|联系方式)[：: ]{0,2})[2-8]\d{6,7}(?!\d)/g;
const identity = /(?<![\dA-Za-z])[1-9]\d{5}(?:19|20)\d{9}[\dXx](?![\dA-Za-z])/g;
const oldIdentity = /(?<![\dA-Za-z])[1-9]\d{14}(?![\dA-Za-z])/g;
const card = /(?<![\dA-Za-z.])(?:\d{16,19}|\d{4}(?: \d{4}){3}(?: \d{1,3})?)(?![\dA-Za-z]|\.\d)/g;
const address =
  /(?:家庭住址|家庭地址|现住址|户籍地址|户籍所在地|住址|家住)[：:为在是]?\s?[^，。；\n]{0,40}?(?:\d{1,5}|[一二三四五六七八九十]{1,4})(?:号|弄|栋|幢|组|室)/g;
const person = /(?:联系人|经办人|填表人|填报人|项目负责人)[：:]\s?[\u4e00-\u9fff]{2,4}(?=$|[\s，。；、（(])/gm;

/** Phone numbers, identity and card numbers, home addresses, e-mail addresses. `year`: nobody is born behind it. */
export function* privateData(text: string, year: number): Generator<PrivateSpan> {
  if (/\d{7}|\d[- ]\d{4}/.test(text)) yield* numbers(text, year);
  if (/[址住]/.test(text)) yield* spans(text, address, '住址', 'a home address', 'warning');
  if (text.includes('人：') || text.includes('人:')) yield* spans(text, person, '姓名', 'a name', 'hint');
  yield* mailAddresses(text);
}

function* numbers(text: string, year: number): Generator<PrivateSpan> {
  const identities = spans(text, identity, '身份证号', 'an identity number', 'error');
  const known = [...identities].filter(
    ({ start, end }) =>
      /身份证(?:件)?(?:号码?)?[：: 为是]{0,2}$/.test(text.slice(Math.max(0, start - 10), start)) ||
      isIdentity(text.slice(start, end), year),
  );
  yield* known;
  yield* spans(text, mobile, '手机号码', 'a mobile number', 'error');
  yield* spans(text, landline, '固定电话号码', 'a landline number', 'warning');
  yield* spans(text, labelled, '电话号码', 'a phone number', 'warning');
  for (const span of spans(text, oldIdentity, '15 位身份证号', 'an old identity number', 'warning')) {
    if (isOldIdentity(text.slice(span.start, span.end))) yield span;
  }
  for (const span of spans(text, card, '银行卡号', 'a bank card number', 'error')) {
    if (known.some(({ start }) => start === span.start) || !isCard(text.slice(span.start, span.end))) continue;
    yield { ...span, severity: namesCard(text, span.start) ? 'error' : 'warning' };
  }
}

function* spans(text: string, pattern: RegExp, zh: string, en: string, severity: Severity): Generator<PrivateSpan> {
  for (const { 0: whole, index } of text.matchAll(pattern)) {
    yield { start: index, end: index + whole.length, zh, en, masked: masked(whole), severity };
  }
}

/** Looked for from each @: a pattern of its own would try every letter of a long text. */
function* mailAddresses(text: string): Generator<PrivateSpan> {
  for (let at = text.indexOf('@'); at >= 0; at = text.indexOf('@', at + 1)) {
    const before = /[\w.+-]{1,64}$/.exec(text.slice(Math.max(0, at - 64), at))?.[0];
    const after = /^[\w-]{1,63}(?:\.[\w-]{1,63}){1,4}/.exec(text.slice(at + 1, at + 256))?.[0];
    if (before === undefined || after === undefined) continue;
    const mail = { zh: '电子邮箱', en: 'an e-mail address', masked: `${before.slice(0, 2)}***@${after}` };
    yield { ...mail, start: at - before.length, end: at + 1 + after.length, severity: 'hint' };
  }
}

/** The first three and last two characters; findings are printed and kept, so they must not repeat what is private. */
function masked(found: string): string {
  const chars = [...found];
  return chars.length < 9
    ? `${chars.slice(0, 3).join('')}***`
    : `${chars.slice(0, 3).join('')}****${chars.slice(-2).join('')}`;
}

/** The first two digits of the places that have identity numbers (GB/T 2260). */
const provinces = new Set(
  '11 12 13 14 15 21 22 23 31 32 33 34 35 36 37 41 42 43 44 45 46 50 51 52 53 54 61 62 63 64 65 71 81 82 83'.split(' '),
);

/** GB 11643: place, a real day of birth, and the check digit of ISO 7064 MOD 11-2. */
function isIdentity(number: string, year: number): boolean {
  const [born, month, day] = [number.slice(6, 10), number.slice(10, 12), number.slice(12, 14)].map(Number);
  if (!provinces.has(number.slice(0, 2)) || !isDay(born ?? 0, month ?? 0, day ?? 0) || (born ?? 0) > year) return false;
  let sum = 0;
  for (let i = 0; i < 17; i += 1) sum += Number(number[i]) * (2 ** (17 - i) % 11);
  return '10X98765432'[sum % 11] === number[17]?.toUpperCase();
}

function isOldIdentity(number: string): boolean {
  const [born, month, day] = [number.slice(6, 8), number.slice(8, 10), number.slice(10, 12)].map(Number);
  return provinces.has(number.slice(0, 2)) && isDay(1900 + (born ?? 0), month ?? 0, day ?? 0);
}

/** The Luhn check of ISO/IEC 7812, for the numbers of the issuers that cards in China have. */
function isCard(found: string): boolean {
  const number = found.replaceAll(' ', '');
  if (number.length < 16 || !/^(?:62|4|5[1-5]|35|6011|9558|9559)/.test(number)) return false;
  let sum = 0;
  for (let i = 0; i < number.length; i += 1) {
    const digit = Number(number[number.length - 1 - i]) * (i % 2 === 0 ? 1 : 2);
    sum += digit > 9 ? digit - 9 : digit;
  }
  return sum % 10 === 0;
}

function namesCard(text: string, start: number): boolean {
  return /卡号|账号|帐号|银行|账户|帐户|卡/.test(text.slice(Math.max(0, start - 16), start));
}
