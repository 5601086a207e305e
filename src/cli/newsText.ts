import { reportName } from '../publish/build.js';
import type { News } from '../watch/watch.js';
import { problemData } from './print.js';
import type { Words } from './words.js';

/** A piece of news on one line; undefined for news that need not be printed. */
export function newsText(news: News, { watch: text }: Words): string | undefined {
  switch (news.type) {
    case 'started':
      return text.started(news.reports.length);
    case 'added':
      return text.added(news.file);
    case 'removed':
      return text.removed(news.file);
    case 'reopened':
      return text.reopened(news.reports.length);
    case 'built': {
      const { built, milliseconds, again, file } = news;
      if (built.failed) return text.failed(reportName(file));
      const written = built.files.filter(({ state }) => state === 'new' || state === 'changed');
      return text.built(again, reportName(file), written.length, (milliseconds / 1000).toFixed(1));
    }
    case 'refused':
      return text.refused[news.what];
    case 'mended':
      return text.mended;
    case 'waiting':
      return undefined;
  }
}

/** The same for machines: one object a line. */
export function newsData(news: News, { language }: Words): object {
  const { type: event, ...rest } = news;
  if (news.type === 'refused') {
    return { event, what: news.what, problems: news.problems.map((problem) => problemData(problem, language)) };
  }
  if (news.type !== 'built') return { event, ...rest };
  const { file, milliseconds, again } = news;
  const { problems, stages, ours: _, ...built } = news.built;
  return {
    event,
    file,
    again,
    milliseconds: Math.round(milliseconds),
    ...built,
    ...(stages.length > 0 && { stages }),
    problems: problems.map((problem) => problemData(problem, language)),
  };
}
