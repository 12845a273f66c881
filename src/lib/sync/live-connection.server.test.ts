import { expect, test, vi } from 'vitest';
import { LiveConnection } from './live-connection.server';

function aConnection() {
  const ends = { onGone: vi.fn(), cut: vi.fn() };
  const connection = new LiveConnection(ends, 4000);
  return { connection, ends, reader: connection.body.getReader() };
}

const decoder = new TextDecoder();

async function next(reader: ReadableStreamDefaultReader<Uint8Array>): Promise<string> {
  return decoder.decode((await reader.read()).value);
}

test('a slow reader gets the newest of each stream in one message', async () => {
  const { connection, reader } = aConnection();
  for (let seq = 1; seq <= 1000; seq += 1) {
    connection.note({ stream: 'progress/anna', seq });
    connection.flush();
  }
  connection.note({ stream: 'progress/anna', seq: 7 });
  expect(await next(reader)).toBe('retry: 4000\n\n');
  expect(await next(reader)).toBe('data: {"streams":{"progress/anna":1000}}\n\n');
});

test('a reader that takes nothing for two beats is cut', () => {
  const { connection, ends } = aConnection();
  connection.beat();
  expect(ends.cut).not.toHaveBeenCalled();
  connection.beat();
  expect(ends.cut).toHaveBeenCalledOnce();
  expect(ends.onGone).toHaveBeenCalledOnce();
  connection.beat();
  expect(ends.cut).toHaveBeenCalledOnce();
});

test.each<[string, (connection: LiveConnection) => void]>([
  ['a newer page of the same browser takes over', (connection) => connection.end({ over: true })],
  [
    'nothing was taken for two beats',
    (connection) => {
      connection.beat();
      connection.beat();
    }
  ]
])('an answer that nobody has begun to read is given up without an error when %s', async (_, give) => {
  const { connection, ends, reader } = aConnection();
  give(connection);
  await expect(reader.cancel()).resolves.toBeUndefined();
  expect(ends.cut).toHaveBeenCalledOnce();
  expect(ends.onGone).toHaveBeenCalledOnce();
});

test('a reader that takes each beat stays', async () => {
  const { connection, ends, reader } = aConnection();
  await next(reader);
  for (let beat = 0; beat < 5; beat += 1) {
    connection.beat();
    expect(await next(reader)).toBe('data: {"streams":{}}\n\n');
  }
  expect(ends.cut).not.toHaveBeenCalled();
});

test('what may not be read any more is forgotten before it is sent', async () => {
  const { connection, reader } = aConnection();
  await next(reader);
  connection.note({ stream: 'progress/anna', seq: 1 });
  connection.note({ stream: 'progress/bert', seq: 1 });
  connection.keepOnly(new Set(['progress/bert']));
  connection.flush();
  expect(await next(reader)).toBe('data: {"streams":{"progress/bert":1}}\n\n');
});

test('who goes is forgotten once, and hears no more', async () => {
  const { connection, ends, reader } = aConnection();
  await next(reader);
  await reader.cancel();
  expect(ends.onGone).toHaveBeenCalledOnce();
  connection.note({ stream: 'progress/anna', seq: 1 });
  connection.flush();
  connection.end();
  expect(ends.onGone).toHaveBeenCalledOnce();
});
