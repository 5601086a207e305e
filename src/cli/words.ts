import { en } from './wordsEn.js';
import { zh } from './wordsZh.js';

/** The language of the command line: Chinese by default, English with `--lang en`. */
export type Language = 'zh' | 'en';

/** The language in the raw arguments, because it is needed before yargs runs. Never from the environment. */
export function languageOf(argv: readonly string[]): Language {
  const at = argv.findIndex((word) => word === '--lang' || word.startsWith('--lang='));
  const value = at < 0 ? '' : argv[at] === '--lang' ? argv[at + 1] : argv[at]?.slice('--lang='.length);
  return value === 'en' ? 'en' : 'zh';
}

export type Words = typeof zh & { readonly language: Language };

export function words(language: Language): Words {
  return { ...(language === 'en' ? en : zh), language };
}
