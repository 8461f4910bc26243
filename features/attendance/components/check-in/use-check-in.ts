'use client';
import { useCallback, useEffect, useRef, useState } from 'react';
import { todayOn } from '@/lib/dates';
import type { OfflineList } from '../../queries/offline-list';
import { groupBy } from '../../rules/group-by';
import { type ScanResult, scanWords } from '../../rules/result';
import { canEncrypt } from './code-keys';
import {
  dropOldLists,
  dropScan,
  keepList,
  keepScan,
  listOf,
  type WaitingScan,
  waitingScans,
} from './door-store';
import { judgeOffline, type Shown } from './judge-offline';
import { scanId, sendScans } from './send-scans';
import { signal } from './signals';

export interface ScanCounts {
  readonly present: number;
  readonly expected: number;
}

/** What a sync brought to light after the fact: somebody let in twice, or wrongly. */
export interface ScanConflict {
  readonly id: string;
  readonly words: string;
}

type ListState = 'preparing' | 'ready' | 'unsupported' | 'failed';

const SAME_CODE_MS = 4000;
const LIST_EVERY_MS = 5 * 60_000;
const SYNC_EVERY_MS = 8000;
const largest = 500;

const notKept: Shown = {
  tone: 'red',
  title: '没有网络',
  next: '这台设备不能离线保存。请用纸质签到表，联网后补录。',
};

const shownOf = (result: ScanResult): Shown => ({
  ...scanWords(result),
  name: result.name,
  tail: result.tail,
});

const conflictOf = (result: ScanResult, at: string): ScanConflict => {
  const { title } = scanWords(result);
  const who = [result.name, result.tail && `尾号 ${result.tail}`].filter(Boolean).join(' ');
  const when = new Date(at).toTimeString().slice(0, 5);
  return { id: result.id, words: `${when} 扫的${who ? `（${who}）` : '码'}：${title}` };
};

async function fetchList(sessionId: string): Promise<OfflineList | null> {
  const response = await fetch(`/api/desk/check-ins?session=${sessionId}`);
  return response.ok ? ((await response.json()) as OfflineList) : null;
}

/** The memory of one door: its counter, the last answer, what waits for the network, what collided. */
export function useCheckIn(sessionId: string, start: ScanCounts, serverNow: number) {
  const [counts, setCounts] = useState(start);
  const [shown, setShown] = useState<Shown | null>(null);
  const [waiting, setWaiting] = useState(0);
  const [conflicts, setConflicts] = useState<readonly ScanConflict[]>([]);
  const [list, setList] = useState<ListState>('preparing');
  const [refusal, setRefusal] = useState<string | null>(null);
  const [sound, setSound] = useState(true);
  const [offline, setOffline] = useState(false);
  const ahead = useRef(0);
  const last = useRef({ code: '', at: 0 });
  const seen = useRef(new Map<string, string>());
  const syncing = useRef(false);
  const now = useCallback(() => new Date(Date.now() + ahead.current), []);

  const sync = useCallback(async () => {
    if (syncing.current || !canEncrypt() || !navigator.onLine) return;
    syncing.current = true;
    try {
      const all = await waitingScans();
      const groups = groupBy(all, (scan) => scan.sessionId);
      for (const [session, scans] of groups) {
        const batch = scans.slice(0, largest);
        const sent = await sendScans(session, batch);
        setOffline(sent.kind === 'offline');
        setRefusal(sent.kind === 'refused' ? sent.message : null);
        if (sent.kind !== 'answered') continue;
        const at = new Map(batch.map((scan) => [scan.id, scan.at]));
        const odd = sent.answer.results.filter((r) => r.result !== 'passed');
        for (const { id } of sent.answer.results) await dropScan(id);
        setConflicts((before) => [...odd.map((r) => conflictOf(r, at.get(r.id) ?? '')), ...before]);
        if (session === sessionId) setCounts(sent.answer);
      }
      setWaiting((await waitingScans()).length);
    } finally {
      syncing.current = false;
    }
  }, [sessionId]);

  const show = useCallback(
    (next: Shown) => {
      setShown(next);
      signal(next.tone, sound);
    },
    [sound],
  );

  const keep = useCallback(async (scan: WaitingScan) => {
    await keepScan(scan);
    setWaiting((await waitingScans()).length);
  }, []);

  const scan = useCallback(
    async (code: string) => {
      const at = now();
      // A camera reads the same code many times a second; the desk means it once.
      if (last.current.code === code && at.getTime() - last.current.at < SAME_CODE_MS) return;
      last.current = { code, at: at.getTime() };
      const one = { id: scanId(), sessionId, at: at.toISOString() };
      const sent = navigator.onLine ? await sendScans(sessionId, [{ ...one, code }]) : null;
      setOffline(sent === null || sent.kind === 'offline');
      setRefusal(sent?.kind === 'refused' ? sent.message : null);
      if (sent?.kind === 'answered') {
        const [result] = sent.answer.results;
        setCounts(sent.answer);
        if (result) show(shownOf(result));
        return;
      }
      if (!canEncrypt()) return show(notKept);
      const verdict = await judgeOffline(code, await listOf(sessionId), seen.current, todayOn(at));
      if (verdict.keep) await keep({ ...one, ...verdict.keep });
      if (verdict.shown.tone === 'green' && verdict.keep?.bookingId) {
        seen.current.set(verdict.keep.bookingId, one.at);
        setCounts((before) => ({ ...before, present: before.present + 1 }));
      }
      show(verdict.shown);
    },
    [keep, now, sessionId, show],
  );

  useEffect(() => {
    const difference = serverNow - Date.now();
    ahead.current = Math.abs(difference) > 60_000 ? difference : 0;
    setSound(localStorage.getItem('lianxin-door-sound') !== 'off');
    if (!canEncrypt()) {
      setList('unsupported');
      return;
    }
    const refresh = async () => {
      await dropOldLists(todayOn(now()));
      const fresh = navigator.onLine ? await fetchList(sessionId).catch(() => null) : null;
      if (fresh) await keepList(fresh);
      if (fresh) setCounts(fresh);
      setList(fresh || (await listOf(sessionId)) ? 'ready' : 'failed');
    };
    const safely = (work: () => Promise<void>) => () => work().catch(() => setList('failed'));
    const begin = safely(async () => {
      await sync();
      await refresh();
    });
    begin();
    const lists = setInterval(safely(refresh), LIST_EVERY_MS);
    const syncs = setInterval(
      safely(async () => ((await waitingScans()).length > 0 ? sync() : undefined)),
      SYNC_EVERY_MS,
    );
    const back = safely(sync);
    const away = () => setOffline(true);
    window.addEventListener('online', back);
    window.addEventListener('offline', away);
    return () => {
      clearInterval(lists);
      clearInterval(syncs);
      window.removeEventListener('online', back);
      window.removeEventListener('offline', away);
    };
  }, [now, serverNow, sessionId, sync]);

  const toggleSound = () => {
    localStorage.setItem('lianxin-door-sound', sound ? 'off' : 'on');
    setSound(!sound);
  };
  const next = useCallback(() => setShown(null), []);
  const clearConflicts = () => setConflicts([]);
  return {
    counts,
    shown,
    waiting,
    conflicts,
    list,
    refusal,
    sound,
    offline,
    scan,
    next,
    toggleSound,
    clearConflicts,
  };
}
