import { Panel } from '@/components/ui/card';
import { Notice } from '@/components/ui/notice';
import { KeyValues } from '@/components/ui/summary-list';
import { Tag } from '@/components/ui/tag';
import { DueDay } from '@/features/clocks/components/due-day';
import { groupMemberNumber } from '@/features/members/rules/numbers';
import { formatDateTime, formatFullDay, todayOn } from '@/lib/dates';
import type { DeskCase } from '../queries/desk-sides';
import { sideLabels, silenceRule, transferLabels } from '../rules/two-sides';
import { AppealAnswer, SideAnswer } from './side-answer';

type Side = DeskCase['sides'][number];

function SideFacts({ side: s, now }: { side: Side; now: Date }) {
  return (
    <KeyValues
      rows={[
        { label: '在谁那里', value: s.desk },
        {
          label: '怎么样了',
          value: (
            <Tag tone={s.status === 'agreed' || s.status === 'silent' ? 'success' : 'info'}>
              {sideLabels[s.status]}
            </Tag>
          ),
        },
        ...(s.answeredAt ? [{ label: '答复', value: formatDateTime(s.answeredAt, now) }] : []),
        ...(s.note ? [{ label: '理由', value: s.note }] : []),
        ...(s.appeal ? [{ label: '本人申诉', value: s.appeal }] : []),
        ...(s.appealNote ? [{ label: '上级答复', value: s.appealNote }] : []),
        ...(s.clock && s.clock.state !== 'ended'
          ? [
              {
                label: '期限',
                value: <DueDay clock={s.clock} today={todayOn(now)} verb="答复" />,
              },
            ]
          : []),
      ]}
    />
  );
}

function Answer({ transfer: t, side }: { transfer: DeskCase; side: Side }) {
  if (!side.mine || t.own || t.status !== 'open') return null;
  const today = todayOn(t.now);
  if (side.status === 'appealed') return <AppealAnswer id={t.id} side={side.side} />;
  if (side.status !== 'waiting' && side.status !== 'stopped') return null;
  return <SideAnswer id={t.id} side={side.side} mayStop={side.stopId === null} today={today} />;
}

/** A transfer as a desk works on it: who, both sides, and the answer where this officer gives one. */
export function TransferDeskCase({ transfer: t }: { transfer: DeskCase }) {
  return (
    <div className="grid max-w-[60em] gap-4">
      <Panel title="谁要转会" note={transferLabels[t.status]}>
        <KeyValues
          rows={[
            { label: '姓名', value: t.who?.name ?? '' },
            { label: '会员号', value: groupMemberNumber(t.who?.memberNo ?? '') },
            { label: '入会日期', value: t.who ? formatFullDay(t.who.joinedOn) : '' },
            { label: '从', value: t.from },
            { label: '到', value: t.to },
            { label: '新单位', value: t.employerName ?? '没有写' },
            { label: '提交', value: formatDateTime(t.createdAt, t.now) },
            ...(t.effectiveOn
              ? [{ label: '转好', value: `${formatFullDay(t.effectiveOn)}起` }]
              : []),
          ]}
        />
      </Panel>
      {t.own && (
        <Notice tone="info">这是您自己或家人的转会，请由同事或上级工会答复（回避）。</Notice>
      )}
      {t.sides.map((side) => (
        <Panel
          key={side.side}
          title={side.side === 'out' ? '转出' : '转入'}
          note={side.side === 'out' ? silenceRule : '到期不答复，转上级工会'}
        >
          <SideFacts side={side} now={t.now} />
          <Answer transfer={t} side={side} />
        </Panel>
      ))}
    </div>
  );
}
