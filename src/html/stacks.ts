import type { Role } from '../document/document.js';

/** The faces that play a role on Windows, macOS and Linux, in this order; nothing is embedded or fetched. */
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

/** The value of `font-family` for a role. */
export function fontStack(role: Role): string {
  const kind = role === '黑体' ? 'sans-serif' : 'serif';
  return [...faces[role].map((face) => `"${face}"`), kind].join(',');
}
