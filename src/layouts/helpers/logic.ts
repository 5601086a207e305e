import { levelOf } from '../../report/taxonomy.js';
import { constantOf, fieldOf } from '../expression.js';
import { eitherOf, flag, number, text } from '../kinds.js';
import { leavesOf, untraced } from '../traced.js';
import { aNumber, anything, aScalar, aText, type Helper, theSame } from './signature.js';

/** Whether a value counts as absent, as `{{#if}}` decides. */
export function isEmpty(value: unknown): boolean {
  return !value || (Array.isArray(value) && value.length === 0);
}

/** `(add a b)`: the sum of two integers, such as `(add @index 1)`. Money is never added here. */
const add: Helper = {
  takes: [aNumber, aNumber],
  gives: number,
  leaves: () => [],
  run: (_call, left: number | undefined, right: number | undefined) => (left ?? 0) + (right ?? 0),
  // 2019年 printed for `(add year -2)` says the year; a counter says nothing.
  inverse: (reader, text, [shown, more]) => {
    const spot = shown?.type === 'path' ? reader.spotOf(shown) : undefined;
    const year = reader.bare(text);
    if (spot !== undefined && /^\d{4}$/.test(year)) reader.put(spot, Number(year) - Number(constantOf(more)));
  },
};

/** `(eq a b)`: whether two texts, numbers or flags are the same. */
const eq: Helper = {
  takes: [aScalar, theSame],
  gives: flag,
  // A field that equals a word is shown by what is printed then; of two equal fields, printing one shows the other.
  leaves: (given, result, printed) => {
    if (result !== true) return [];
    const [left, right] = [leavesOf(given.slice(0, 1)), leavesOf(given.slice(1))];
    if (left.length === 0 || right.length === 0) return [...left, ...right];
    printed?.alike([...left, ...right]);
    return [];
  },
  run: (_call, left: unknown, right: unknown) => left === right,
};

/** `(tick value "新增项目")`: ☑ if the value is, or has between 、，； or line ends, this choice; else □. */
const tick: Helper = {
  takes: [aText, aText],
  gives: text,
  leaves: ([given, choice]) => {
    const parts = choicesIn(untraced(given));
    const index = parts.indexOf(String(untraced(choice)));
    const piece = { index, of: parts.length };
    return index < 0 ? [] : leavesOf([given]).map((leaf) => (parts.length > 1 ? { ...leaf, piece } : leaf));
  },
  choice: ([, choice]) => String(untraced(choice)),
  run: (_call, value: unknown, choice: unknown) => (choicesIn(value).includes(String(choice)) ? '☑' : '□'),
  inverse: (reader, text, [shown, choice]) => {
    const spot = reader.spotOf(shown);
    if (spot !== undefined && /[☑√■✓✔☒R]/.test(text)) reader.putAlso(spot, String(constantOf(choice)));
  },
};

/** What was ticked. */
function choicesIn(value: unknown): string[] {
  return typeof value === 'string' ? value.split(/[、，,；;\u2028]/).map((part) => part.trim()) : [];
}

/** `(and a b …)`: whether all are present. */
const and: Helper = {
  takes: [anything, anything],
  more: anything,
  gives: flag,
  run: (_call, ...values: unknown[]) => !values.some(isEmpty),
};

/** `(or a b …)`: the first that is present. */
const or: Helper = {
  takes: [anything, anything],
  more: anything,
  gives: eitherOf,
  // Where none is present, the blank stands for all of them.
  leaves: (given) => {
    const first = given.find((each) => !isEmpty(untraced(each)));
    return leavesOf(first === undefined ? given : [first]);
  },
  run: (_call, ...values: unknown[]) => values.find((value) => !isEmpty(value)),
  inverse: (reader, text, given) => {
    const last = given.at(-1);
    const bare = reader.bare(text);
    if (last?.type === 'constant' && reader.bare(String(last.value)) === bare) return;
    const [first, second] = given.filter((each) => each.type !== 'constant');
    if (first && second && fieldOf(first) === 'level2') {
      const isSecond = levelOf(bare, 2) !== undefined || levelOf(bare, 1) === undefined;
      return reader.read(isSecond ? first : second, text);
    }
    const [spot, other] = [reader.spotOf(first), reader.spotOf(second)];
    if (spot !== undefined && other !== undefined && last?.type !== 'constant')
      reader.put(`#or ${spot} ${other}`, text.trim());
    else if (first) reader.read(first, text);
  },
};

/** `(not a)`: whether it is absent. */
const not: Helper = {
  takes: [anything],
  gives: flag,
  run: (_call, value: unknown) => isEmpty(value),
};

/** `(given a b …)`: how many are present. */
const given: Helper = {
  takes: [anything],
  more: anything,
  gives: number,
  leaves: () => [],
  run: (_call, ...values: unknown[]) => values.filter((value) => !isEmpty(value)).length,
};

export const logicHelpers = { add, eq, tick, and, or, not, given } as const;
