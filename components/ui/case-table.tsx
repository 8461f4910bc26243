import type { ReactNode } from 'react';
import { AppLink } from './app-link';
import { type Column, DataTable } from './data-table';
import { Tag } from './tag';

/** One case that somebody answers, as its list shows it. */
export interface CaseLine {
  readonly id: string;
  readonly href: string;
  readonly title: string;
  readonly sub: string;
  /** What a column of its own says, where `heads.about` names one. */
  readonly about?: string;
  readonly waiting: boolean;
  readonly status: string;
  readonly since: string;
}

interface CaseTableProps {
  caption: string;
  heads: { readonly title: string; readonly about?: string; readonly since: string };
  lines: readonly CaseLine[];
  empty: ReactNode;
}

const narrow = 'whitespace-nowrap';

/** Cases that wait for an answer, or had one: who and what, how it stands, since when. */
export function CaseTable({ caption, heads, lines, empty }: CaseTableProps) {
  const columns: Column<CaseLine>[] = [
    {
      head: heads.title,
      cell: (line) => (
        <>
          <AppLink href={line.href} className="link font-semibold">
            {line.title}
          </AppLink>
          <p className="text-meta text-ink-3">{line.sub}</p>
        </>
      ),
    },
    ...(heads.about ? [{ head: heads.about, cell: (line: CaseLine) => line.about }] : []),
    {
      head: '状态',
      cell: (line) => <Tag tone={line.waiting ? 'info' : 'neutral'}>{line.status}</Tag>,
      className: narrow,
    },
    { head: heads.since, cell: (line) => line.since, className: narrow },
  ];
  return (
    <DataTable
      caption={caption}
      columns={columns}
      rows={lines}
      keyOf={(line) => line.id}
      empty={empty}
    />
  );
}
