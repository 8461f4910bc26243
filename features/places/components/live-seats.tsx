'use client';
import { useRouter } from 'next/navigation';
import { createContext, type ReactNode, useContext, useEffect, useState } from 'react';
import { SeatMeter } from '@/features/offerings/components/seat-meter';
import { seatWords } from '@/features/offerings/rules/seat-words';
import { BY_ITSELF } from '@/lib/http/by-itself';

type Count = readonly [capacity: number, taken: number, waiting: number];
interface Seats {
  at: string;
  seats: Readonly<Record<string, Count>>;
}

const Live = createContext<Seats>({ at: '', seats: {} });
const EVERY = 15_000;

const isFull = ([capacity, taken]: Count) => taken >= capacity;

/** Full or free again changes what may be chosen, and that only the server decides. */
const turned = (before: Seats, after: Seats) =>
  Object.entries(after.seats).some(([id, count]) => {
    const known = before.seats[id];
    return known !== undefined && isFull(known) !== isFull(count);
  });

interface LiveSeatsProps {
  path: string;
  /** The counts as of the page, which stay without script. */
  first: Seats;
  children: ReactNode;
}

/** Keeps the counts below fresh while somebody looks: asked every 15 seconds, never in the background. */
export function LiveSeats({ path, first, children }: LiveSeatsProps) {
  const [live, setLive] = useState({ of: first, now: first });
  const shown = live.of === first ? live.now : first;
  const router = useRouter();
  useEffect(() => {
    let asked = Date.now();
    let before = first;
    const ask = async () => {
      if (document.visibilityState !== 'visible' || Date.now() - asked < EVERY) return;
      asked = Date.now();
      const answer = await fetch(path, { headers: { [BY_ITSELF]: '1' } }).catch(() => null);
      if (!answer?.ok) return;
      const now: Seats = await answer.json();
      if (turned(before, now)) router.refresh();
      before = now;
      setLive({ of: first, now });
    };
    const timer = setInterval(ask, EVERY);
    document.addEventListener('visibilitychange', ask);
    return () => {
      clearInterval(timer);
      document.removeEventListener('visibilitychange', ask);
    };
  }, [path, first, router]);
  return <Live.Provider value={shown}>{children}</Live.Provider>;
}

function useSeats(id: string) {
  const [capacity, taken, waiting] = useContext(Live).seats[id] ?? [0, 0, 0];
  return { capacity, taken, waiting };
}

/** The bar of one session's places. */
export function LiveMeter({ id }: { id: string }) {
  const { capacity, taken, waiting } = useSeats(id);
  const note = taken >= capacity ? `候补 ${waiting} 人` : undefined;
  return <SeatMeter capacity={capacity} taken={taken} note={note} />;
}

/** 剩 5, of the chosen session; read out when it changes, and only then. */
export function LiveWords({ id }: { id: string }) {
  return <span aria-live="polite">{seatWords(useSeats(id)).strong}</span>;
}

/** When the counts were last read. */
export function SeatsAsOf() {
  return <>名额 {useContext(Live).at} 更新</>;
}
