import { TextLink } from '@/components/ui/app-link';
import { formatDateTime } from '@/lib/dates';
import type { Incident, IncidentLine } from '../queries/incidents';

function Body({ line }: { line: IncidentLine }) {
  return (
    <>
      <p className="whitespace-pre-line">{line.what}</p>
      <p className="whitespace-pre-line text-secondary text-ink-2">处理：{line.action}</p>
      {line.told && <p className="text-secondary text-ink-2">已告诉：{line.told}</p>}
    </>
  );
}

interface IncidentListProps {
  incidents: readonly Incident[];
  now: Date;
  /** The child's name where the class reads it; guardians know whose it is. */
  nameOf?: (bookingId: string | null) => string;
  /** Staff may add a correction. */
  correctable?: boolean;
}

/** Lines of the incident log, each with what was written later to correct it. */
export function IncidentList({ incidents, now, nameOf, correctable }: IncidentListProps) {
  return (
    <ul className="rounded-card border border-line bg-surface">
      {incidents.map(({ line, corrections }) => (
        <li key={line.id} className="border-line p-4 not-first:border-t">
          <p className="font-semibold">
            {formatDateTime(line.happenedAt, now)}
            {nameOf && `，${nameOf(line.bookingId)}`}
          </p>
          <Body line={line} />
          {corrections.map((later) => (
            <div key={later.id} className="mt-2 border-l-2 border-line pl-3">
              <p className="text-secondary text-ink-2">
                更正，{formatDateTime(later.recordedAt, now)}
              </p>
              <Body line={later} />
            </div>
          ))}
          <p className="text-meta text-ink-3">{line.recorder} 记</p>
          {correctable && <TextLink href={`?corrects=${line.id}#add`}>更正</TextLink>}
        </li>
      ))}
    </ul>
  );
}
