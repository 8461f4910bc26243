import { AppLink } from '@/components/ui/app-link';
import type { Fact } from '@/components/ui/fact';
import { equalUntil } from '@/features/draws/rules/entering';
import { isScored } from '@/features/draws/rules/tiers';
import { formatDay, formatTime, todayOn } from '@/lib/dates';
import type { OfferingPage, PageSession } from '../queries/offering-page';

/** Instead of a meter: nobody has a place yet, so places left would say something untrue. */
export function DrawnPlaces({ session }: { session: PageSession }) {
  return (
    <p className="text-secondary text-ink-2">
      {session.capacity} 个名额，抽签
      {session.numbers > 0 && `，已发 ${session.numbers} 个号`}
    </p>
  );
}

function drawnOn({ terms, now }: OfferingPage): string {
  const { seed, seedOn } = terms.draw;
  if (seed === 'witnesses') return '组织单位和两位见证人当众抽签';
  return seedOn ? `用${formatDay(seedOn, todayOn(now))}福彩 3D 的开奖号抽签` : '报名截止后抽签';
}

/** 名额怎么给, in one sentence; null for plain first come. */
function howGiven(offering: OfferingPage): string | null {
  const { allocation, terms, bookingOpensAt } = offering;
  if (isScored(terms.tiers)) {
    const points = terms.tiers.map((t) => `${t.label} ${t.points ?? 0} 分`).join('，');
    return `${points}，加起来分高的先；同分${drawnOn(offering)}`;
  }
  if (terms.tiers.length > 0) {
    const tiers = [...terms.tiers.map((t) => t.label), '其他'].join('，再');
    return `先${tiers}；同档${drawnOn(offering)}`;
  }
  if (allocation === 'draw') return `${drawnOn(offering)}，先报后报不影响结果`;
  const { equalMinutes } = terms;
  const until = equalUntil({ allocation, equalMinutes, bookingOpensAt });
  if (!until) return null;
  return `开放后 ${equalMinutes} 分钟内（${formatTime(until)}前）报名的一起抽签，之后按先后`;
}

/** The facts of a drawn offering: the way, what siblings do, and the page where it can be checked. */
export function drawFacts(offering: OfferingPage): Fact[] {
  const given = howGiven(offering);
  if (!given) return [];
  const { siblings } = offering.terms;
  const pages = offering.sessions.filter((s) => s.draw && s.draw.status !== 'announced');
  return [
    { label: '名额', value: given },
    ...(siblings === 'none'
      ? []
      : [
          {
            label: '兄弟姐妹',
            value: siblings === 'together' ? '可以同进同退，不拆开' : '可以尽量排在一起',
          },
        ]),
    ...(pages.length === 0
      ? []
      : [
          {
            label: '抽签',
            value: pages.map((s) => (
              <AppLink key={s.id} href={`/draws/${s.draw?.id}`} className="link mr-4 inline-block">
                {s.title}
                {s.draw?.status === 'drawn' ? '结果' : '名单已封存'}
              </AppLink>
            )),
          },
        ]),
  ];
}
