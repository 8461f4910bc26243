import { TextLink } from '@/components/ui/app-link';
import { EmptyState } from '@/components/ui/empty-state';
import { Timeline, type TimelineEntry } from '@/components/ui/timeline';
import { formatDay } from '@/lib/dates';
import type { Visit } from '../queries/visits';
import { metLabels, resultLabels } from '../rules/labels';
import { registerPath } from './register-href';

interface VisitListProps {
  employerId: string;
  visits: readonly Visit[];
  nextVisitOn: string | null;
  today: string;
  mayKeep: boolean;
}

function Photos({ ids }: { ids: readonly string[] }) {
  return (
    <ul className="mt-2 flex flex-wrap gap-2">
      {ids.map((id, at) => (
        <li key={id}>
          <a href={`/api/visit-photos/${id}`}>
            {/* biome-ignore lint/performance/noImgElement: behind a right, never through an optimiser */}
            <img
              src={`/api/visit-photos/${id}`}
              alt={`走访照片 ${at + 1}`}
              loading="lazy"
              className="h-[72px] w-[96px] rounded-control border border-line object-cover"
            />
          </a>
        </li>
      ))}
    </ul>
  );
}

/** What came of each visit, the latest first; what comes next stands above. */
export function VisitList({ employerId, visits, nextVisitOn, today, mayKeep }: VisitListProps) {
  if (visits.length === 0 && !nextVisitOn)
    return <EmptyState icon="clipboard" title="还没有走访过" />;
  const entries = visits.map(
    ({
      id,
      visitedOn,
      met,
      result,
      officer,
      corrected,
      correctionReason,
      photos,
    }): TimelineEntry => ({
      title: corrected ? <s>{resultLabels[result]}</s> : resultLabels[result],
      meta: `${formatDay(visitedOn, today)} · ${metLabels[met]}${officer ? ` · ${officer}` : ''}`,
      body: (
        <>
          {corrected && <p className="text-secondary text-ink-2">已更正</p>}
          {correctionReason && (
            <p className="text-secondary text-ink-2">更正：{correctionReason}</p>
          )}
          {photos.length > 0 && <Photos ids={photos} />}
          {mayKeep && !corrected && (
            <TextLink href={`${registerPath}/${employerId}/visit?correct=${id}`}>更正</TextLink>
          )}
        </>
      ),
    }),
  );
  const next: TimelineEntry[] = nextVisitOn
    ? [{ title: '下次走访', meta: formatDay(nextVisitOn, today), when: 'next' }]
    : [];
  return <Timeline entries={[...next, ...entries]} />;
}
