/** An in-memory CacheStorage for rules that only keep and find answers; the end-to-end tests use the browser's own. */
export function memoryCaches(): CacheStorage {
  const stores = new Map<string, Cache>();
  const open = (name: string): Cache => {
    const known = stores.get(name) ?? memoryCache();
    stores.set(name, known);
    return known;
  };
  return {
    open: async (name) => open(name),
    has: async (name) => stores.has(name),
    keys: async () => [...stores.keys()],
    delete: async (name) => stores.delete(name),
    match: async (request, options) => {
      const names = options?.cacheName === undefined ? [...stores.keys()] : [options.cacheName];
      for (const name of names) {
        const found = await stores.get(name)?.match(request);
        if (found) return found;
      }
      return undefined;
    }
  };
}

const origin = 'https://treff.example';
const addressOf = (request: RequestInfo | URL): string =>
  new URL(request instanceof Request ? request.url : request, origin).href;

function memoryCache(): Cache {
  const answers = new Map<string, { text: string; headers: Headers }>();
  const revive = ({ text, headers }: { text: string; headers: Headers }) => new Response(text, { headers });
  const notNeeded = () => Promise.reject(new Error('not needed by any test'));
  return {
    put: async (request, answer) =>
      void answers.set(addressOf(request), { text: await answer.text(), headers: answer.headers }),
    match: async (request) => {
      const found = answers.get(addressOf(request));
      return found && revive(found);
    },
    matchAll: async () => [...answers.values()].map(revive),
    keys: async () => [...answers.keys()].map((address) => new Request(address)),
    delete: async (request) => answers.delete(addressOf(request)),
    add: notNeeded,
    addAll: notNeeded
  };
}

/** A network that answers from a table and notes what it was asked for. */
export function tableNetwork(table: Record<string, string | (() => Response)>) {
  const asked: string[] = [];
  const fetch = async (request: RequestInfo | URL, init?: RequestInit): Promise<Response> => {
    init?.signal?.throwIfAborted();
    const { pathname } = new URL(addressOf(request));
    asked.push(pathname);
    const answer = table[pathname];
    if (answer === undefined) return new Response('', { status: 404 });
    return typeof answer === 'string' ? new Response(answer) : answer();
  };
  return { fetch, asked };
}
