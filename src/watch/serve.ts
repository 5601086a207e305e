import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { fault, Problems } from '../problem.js';
import { Answers } from './answers.js';
import type { Language } from './page.js';
import type { Views } from './views.js';

/** The server's address, and how to stop it. */
export interface Serving {
  readonly address: string;
  readonly close: () => Promise<void>;
}

/** How many ports are tried, one after the other, if they are in use. */
const portsTried = 20;

/** Serves the views, only for this machine, at `port` or the next free one (0: any). Throws Problems `cannot-serve`. */
export async function serve(views: Views, port: number, language: Language): Promise<Serving> {
  const answers = new Answers(views, language);
  const server = createServer((request, response) => void answers.answer(request, response));
  await listen(server, port);
  const { port: taken } = server.address() as AddressInfo;
  return {
    address: `http://127.0.0.1:${taken}/`,
    close: () =>
      new Promise((closed) => {
        server.close(() => closed());
        server.closeAllConnections();
      }),
  };
}

async function listen(server: Server, first: number): Promise<void> {
  for (let port = first; ; port += 1) {
    const refused = await attempt(server, port);
    if (!refused) return;
    const last = first === 0 || port >= Math.min(first + portsTried - 1, 65_535);
    if (refused.code !== 'EADDRINUSE' || last) throw new Problems([cannotServe(port, refused)]);
  }
}

function attempt(server: Server, port: number): Promise<NodeJS.ErrnoException | undefined> {
  return new Promise((done) => {
    server.once('error', done);
    server.listen(port, '127.0.0.1', () => {
      server.off('error', done);
      done(undefined);
    });
  });
}

function cannotServe(port: number, cause: Error) {
  return fault(
    'cannot-serve',
    { zh: `打不开端口 ${port}：${cause.message}`, en: `cannot open port ${port}: ${cause.message}` },
    undefined,
    { zh: '请换一个端口，例如 --serve 8080', en: 'take another port, for example --serve 8080' },
  );
}
