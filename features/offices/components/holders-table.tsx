import { TextLink } from '@/components/ui/app-link';
import { DataTable } from '@/components/ui/data-table';
import { formatFullDay } from '@/lib/dates';
import type { OfficesScreen } from '../queries/offices';
import { officeEndLabels, postOf } from '../rules/labels';

type Holder = OfficesScreen['holders'][number];

const order = { chair: 0, vice_chair: 1, member: 2 } as const;

const until = ({ endedOn, endedReason, endDocumentNo }: Holder) =>
  endedOn && endedReason
    ? [`${formatFullDay(endedOn)}，${officeEndLabels[endedReason]}`, endDocumentNo]
        .filter(Boolean)
        .join('，')
    : '在任';

interface TableProps {
  caption: string;
  holders: readonly Holder[];
  mayOpen: boolean;
}

/** Who holds, or held, which office of one body; a name leads to its member where the officer may see it. */
export function HoldersTable({ caption, holders, mayOpen }: TableProps) {
  return (
    <DataTable
      caption={caption}
      rows={holders.toSorted((a, b) => order[a.post] - order[b.post])}
      keyOf={({ id }) => id}
      columns={[
        {
          head: '姓名',
          cell: ({ name, memberId }) =>
            memberId && mayOpen ? (
              <TextLink href={`/desk/members/${memberId}`}>{name}</TextLink>
            ) : (
              name
            ),
        },
        { head: '职务', cell: ({ body, post }) => postOf(body, post) },
        {
          head: '任职',
          cell: ({ fromOn, documentNo }) =>
            [formatFullDay(fromOn), documentNo].filter(Boolean).join('，'),
        },
        { head: '到', cell: until },
      ]}
    />
  );
}
