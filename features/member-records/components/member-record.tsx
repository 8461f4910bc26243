import { TextLink } from '@/components/ui/app-link';
import { Section } from '@/components/ui/card';
import { KeyValues } from '@/components/ui/summary-list';
import { DeskField } from '@/features/members/components/desk-field';
import { revealRecordFieldAction } from '../actions';
import type { MemberRecord } from '../queries/member-record';

/** 登记表 on the member's page: what the member has filled in, the sensitive answers on request and on record. */
export function MemberRecordPanel({ record }: { record: MemberRecord | null }) {
  if (!record) return null;
  const { personId, lines } = record;
  return (
    <Section title="登记表">
      {lines.length === 0 ? (
        <p className="text-ink-2">选填的项目本人都没有填。</p>
      ) : (
        <KeyValues
          rows={lines.map(({ field, label, shown }) => ({
            label,
            value: shown ?? (
              <DeskField
                action={revealRecordFieldAction}
                fields={{ personId, field }}
                masked="已填"
                label={label}
              />
            ),
          }))}
        />
      )}
      <p className="no-print mt-2">
        <TextLink href={`/desk/members/${personId}/record`}>打印会员登记表</TextLink>
      </p>
    </Section>
  );
}
