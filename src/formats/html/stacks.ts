import type { Language, Role } from '../../document/document.js';

/** The fonts for each role on Windows, macOS and Linux, in this order; nothing is embedded or fetched. */
const faces = {
  宋体: ['SimSun', 'Songti SC', 'STSong', 'Noto Serif CJK SC', 'Noto Serif SC', 'Source Han Serif SC'],
  黑体: ['SimHei', 'Heiti SC', 'STHeiti', 'Noto Sans CJK SC', 'Noto Sans SC', 'Source Han Sans SC'],
  小标宋: [
    'FZXiaoBiaoSong-B05S',
    'FZXiaoBiaoSong-B05',
    'STZhongsong',
    'Songti SC',
    'Noto Serif CJK SC',
    'Noto Serif SC',
  ],
  仿宋: ['FangSong_GB2312', 'FangSong', 'STFangsong', 'Noto Serif CJK SC', 'Noto Serif SC'],
  楷体: ['KaiTi_GB2312', 'KaiTi', 'Kaiti SC', 'STKaiti', 'Noto Serif CJK SC', 'Noto Serif SC'],
} as const satisfies Record<Role, readonly string[]>;

/** Latin fonts for English text; Chinese fonts have “ ” ’ one em wide. */
const latin = {
  serif: ['Source Serif 4', 'Noto Serif', 'Times New Roman', 'Liberation Serif'],
  'sans-serif': ['Source Sans 3', 'Noto Sans', 'Arial', 'Liberation Sans'],
} as const;

/** The value of `font-family` for a role. */
export function fontStack(role: Role, language?: Language): string {
  const kind = role === '黑体' ? 'sans-serif' : 'serif';
  const stack = [...(language === 'en' ? latin[kind] : []), ...faces[role]];
  return [...stack.map((face) => `"${face}"`), kind].join(',');
}
