import { Form } from '@/components/forms/form';
import { SubmitButton } from '@/components/forms/submit-button';
import { TextArea } from '@/components/forms/text-area';
import { PageHead } from '@/components/layout/member-page';
import { Section } from '@/components/ui/card';
import { FactList } from '@/components/ui/cell-list';
import { Tag, type Tone } from '@/components/ui/tag';
import { DueDay } from '@/features/clocks/components/due-day';
import { CallButton } from '@/features/organisations/components/call';
import { addDays, formatDay, formatFullDay, formatShortDateTime, todayOn } from '@/lib/dates';
import {
  appealTransferAction,
  confirmTransferAction,
  urgeTransferAction,
  withdrawTransferAction,
} from '../actions';
import type { MyTransferCase, ShownSide } from '../queries/my-transfer';
import { progressTitle } from '../rules/progress';
import {
  type SideStatus,
  sideLabels,
  silenceMeans,
  silenceRule,
  transferLabels,
} from '../rules/two-sides';
import { CarriedList } from './carried-list';
import { SidesCard } from './sides-card';

const tones: Record<SideStatus, Tone> = {
  ...{ waiting: 'warning', stopped: 'warning', agreed: 'success', silent: 'success' },
  ...{ refused: 'error', appealed: 'info', upheld: 'error' },
};

function When({ side: s, union, now }: { side: ShownSide; union: string; now: Date }) {
  const over = s.status === 'agreed' || s.status === 'silent' || s.status === 'upheld';
  const passedUp = !over && s.desk !== union;
  const said = s.status === 'refused' || s.status === 'upheld' || s.status === 'stopped';
  return (
    <>
      {s.answeredAt && <p>{formatShortDateTime(s.answeredAt, now)}答复</p>}
      {s.agreedOn && s.status === 'silent' && (
        <p>
          {formatFullDay(s.agreedOn)}期满，{silenceRule}
        </p>
      )}
      {said && s.note && <p>{s.note}</p>}
      {s.appealNote && <p>上级：{s.appealNote}</p>}
      <DueDay
        clock={s.clock}
        today={todayOn(now)}
        verb={s.status === 'refused' ? '可以申诉' : '答复'}
      />
      {s.status === 'waiting' && !passedUp && <p>{silenceMeans[s.side]}</p>}
      {passedUp && <p>现在由{s.desk}来办</p>}
    </>
  );
}

function Hidden({ id, side }: { id: string; side?: string }) {
  return (
    <>
      <input type="hidden" name="transferId" value={id} />
      {side && <input type="hidden" name="side" value={side} />}
    </>
  );
}

function Urge({ transfer: t, side }: { transfer: MyTransferCase; side: ShownSide }) {
  if (side.status !== 'waiting' && side.status !== 'appealed') return null;
  const last = side.urgedAt ?? t.openedAt ?? t.createdAt;
  const next = addDays(todayOn(last), t.urgeDays);
  const words = `${formatShortDateTime(last, t.now)}通知过，隔 ${t.urgeDays} 天可以提醒一次。`;
  if (next > todayOn(t.now))
    return (
      <p className="mt-3 text-secondary text-ink-2">
        {side.desk}：{words}
      </p>
    );
  return (
    <Form
      action={urgeTransferAction}
      part={side.side}
      className="mt-4"
      aria-label={`提醒${side.desk}`}
    >
      <Hidden id={t.id} side={side.side} />
      <SubmitButton variant="secondary" pendingText="提醒中…">
        提醒{side.desk}
      </SubmitButton>
    </Form>
  );
}

function Appeal({ transfer: t, side }: { transfer: MyTransferCase; side: ShownSide }) {
  if (side.status !== 'refused') return null;
  return (
    <Section title={`${side.desk}不同意，您可以申诉`}>
      <Form action={appealTransferAction} part={side.side} aria-label="申诉">
        <Hidden id={t.id} side={side.side} />
        <TextArea name="appeal" label="为什么不服" maxLength={200} />
        <div className="mt-4">
          <SubmitButton pendingText="提交中…">请上级工会再看</SubmitButton>
        </div>
      </Form>
    </Section>
  );
}

function TakeBack({ transfer: t }: { transfer: MyTransferCase }) {
  const proposed = t.status === 'proposed';
  return (
    <div className="mt-6">
      {proposed && (
        <Form action={confirmTransferAction} part="confirm" aria-label="确认转会">
          <Hidden id={t.id} />
          <SubmitButton pendingText="确认中…">确认转会</SubmitButton>
        </Form>
      )}
      <Form action={withdrawTransferAction} part="withdraw" className="mt-3" aria-label="撤回转会">
        <Hidden id={t.id} />
        <SubmitButton variant="secondary" pendingText="撤回中…">
          {proposed ? '不转' : '撤回转会'}
        </SubmitButton>
      </Form>
    </div>
  );
}

/** A transfer of one's own: what comes next and until when, both sides, what goes along, and what one can do. */
export function TransferProgress({ transfer: t }: { transfer: MyTransferCase }) {
  const open = t.status === 'open' || t.status === 'proposed';
  const sides = t.sides.map((one) => ({
    side: one.side,
    union: one.side === 'out' ? t.from : t.to,
    tag: { tone: tones[one.status], word: sideLabels[one.status] },
    when:
      t.status === 'open' || !open ? (
        <When side={one} union={one.side === 'out' ? t.from : t.to} now={t.now} />
      ) : null,
  }));
  return (
    <>
      <p>
        <Tag tone={t.status === 'done' ? 'success' : open ? 'info' : 'neutral'}>
          {transferLabels[t.status]}
        </Tag>
      </p>
      <div className="mt-2">
        <PageHead title={progressTitle(t, (on) => formatDay(on, todayOn(t.now)))}>
          {open ? '没转好之前，原工会的服务照常用。' : null}
        </PageHead>
      </div>
      <SidesCard sides={sides} />
      {t.status === 'open' && t.sides.map((s) => <Urge key={s.side} transfer={t} side={s} />)}
      {t.status === 'open' && t.sides.map((s) => <Appeal key={s.side} transfer={t} side={s} />)}
      {open && <CarriedList lines={t.carried} />}
      <Section title="这份转会">
        <FactList
          facts={[
            { label: '办件号', value: t.number },
            { label: '提交', value: formatFullDay(todayOn(t.createdAt)) },
          ]}
        />
      </Section>
      {open && <TakeBack transfer={t} />}
      <div className="mt-3">
        <CallButton why="问进度" variant="secondary" block />
      </div>
    </>
  );
}
