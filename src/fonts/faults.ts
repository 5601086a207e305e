import { fault, type Problem } from '../problem.js';

/** `file`: its name in the manifest; `path`: where it is. */
export function damaged(file: string, path: string): Problem {
  return fault(
    'font-checksum',
    { zh: `字体 ${file} 与清单的校验和不符`, en: `${file} does not match the manifest's checksum` },
    { file: path },
    { zh: '文件可能损坏，请重新取得', en: 'the file may be damaged; fetch it again' },
  );
}

export function unreadable(path: string, cause: unknown): Problem {
  const reason = cause instanceof Error ? cause.message : String(cause);
  return fault(
    'font-unreadable',
    { zh: `字体读不出：${reason}`, en: `cannot read the font: ${reason}` },
    { file: path },
  );
}
