/**
 * Stands in the bundle for string-width, which makes a segmenter and expressions of Unicode as it is loaded, 10 ms and more: only
 * runs that print rarer characters in a table wait for them.
 */
type Width = (text: string) => number;

let measured: Width | undefined;

/** What tables of files and of findings are mostly made of: 汉字 and full-width marks are two columns wide, ASCII one. */
const usual = /^[\u0020-\u007e\u3001-\u3029\u4e00-\u9fff\uff01-\uff5e]*$/;
const wide = /[^\u0020-\u007e]/g;

function stringWidth(text: string): number {
  if (usual.test(text)) return text.length + (text.match(wide)?.length ?? 0);
  measured ??= (require('string-width') as { default: Width }).default;
  return measured(text);
}

export = stringWidth;
