/**
 * Stands in the bundle for string-width, which makes a segmenter and expressions of Unicode as it is loaded: only the runs that
 * measure words of a terminal (help, problems) wait for them.
 */
type Width = (text: string) => number;

let measured: Width | undefined;

function stringWidth(text: string): number {
  measured ??= (require('string-width') as { default: Width }).default;
  return measured(text);
}

export = stringWidth;
