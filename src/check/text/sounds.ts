import { homophones } from '../lexicon/homophones.js';

let groups: ReadonlyMap<string, string> | undefined;

/** All characters that sound like one but for their tone, itself too; '' for one of no known sound. */
export function soundsLike(char: string): string {
  if (groups === undefined) {
    const made = new Map<string, string>();
    for (const group of homophones.split(' ')) for (const each of group) made.set(each, group);
    groups = made;
  }
  return groups.get(char) ?? '';
}
