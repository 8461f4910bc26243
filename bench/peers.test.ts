import { expect, test } from 'vitest';
import { peersHelp, readPeers } from './peers';

const peer = { name: '某系统', work: 'list', url: 'http://127.0.0.1:8055/items' };

test('a list of peers names what is measured and where, on this machine alone', () => {
  expect(readPeers(JSON.stringify([peer]))).toEqual([peer]);
  expect(() => readPeers(JSON.stringify([{ ...peer, url: 'https://example.com/' }]))).toThrow(
    '只测 127.0.0.1 上的系统',
  );
  expect(() => readPeers(JSON.stringify([{ ...peer, work: 'everything' }]))).toThrow('work 只能是');
});

test('whoever has no list reads how to make one, with the goals', () => {
  expect(peersHelp).toContain('BENCH_PEERS=');
  expect(peersHelp).toContain('list ≥ 5');
});
