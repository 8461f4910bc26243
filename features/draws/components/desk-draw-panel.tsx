import type { ReactNode } from 'react';
import { FieldStack } from '@/components/forms/field-stack';
import { Form } from '@/components/forms/form';
import type { FormAction } from '@/components/forms/form-state';
import { InlineForm } from '@/components/forms/inline-form';
import { SubmitButton } from '@/components/forms/submit-button';
import { TextField } from '@/components/forms/text-field';
import { Panel } from '@/components/ui/card';
import { LinkButton } from '@/components/ui/link-button';
import { KeyValues } from '@/components/ui/summary-list';
import { Tag } from '@/components/ui/tag';
import { formatDateTime, formatDay, todayOn } from '@/lib/dates';
import type { DeskDraw } from '../queries/desk-draws';
import { drawStatusLabels } from '../rules/status';
import { fingerprint, seedWords } from '../rules/words';
import { WitnessForms } from './desk-witnesses';

export interface DrawActions {
  readonly freeze: FormAction;
  readonly seed: FormAction;
  readonly commit: FormAction;
  readonly reveal: FormAction;
  readonly draw: FormAction;
}

interface PanelProps {
  one: DeskDraw;
  actions: DrawActions;
  /** Entries are closed, by the hour or by hand. */
  closed: boolean;
  now: Date;
}

function Step({ children, words }: { words: string; children?: ReactNode }) {
  return (
    <div className="mt-4 border-t border-line pt-4">
      <p className="mb-2 text-ink-2">{words}</p>
      {children}
    </div>
  );
}

/** The lottery's number, typed twice because it can be entered once. */
function SeedForm({ drawId, action }: { drawId: string; action: FormAction }) {
  return (
    <Form action={action} aria-label="填开奖号">
      <input type="hidden" name="drawId" value={drawId} />
      <FieldStack>
        <TextField
          name="issue"
          label="期号"
          inputMode="numeric"
          maxLength={7}
          hint="7 位，如 2026153"
        />
        <div className="grid gap-4 sm:grid-cols-2">
          <TextField
            name="digits"
            label="开奖号"
            inputMode="numeric"
            maxLength={3}
            hint="按顺序 3 位"
          />
          <TextField name="again" label="再输一次开奖号" inputMode="numeric" maxLength={3} />
        </div>
        <SubmitButton block={false}>公布号码</SubmitButton>
      </FieldStack>
    </Form>
  );
}

function Frozen({ one, actions, now }: PanelProps) {
  const { draw } = one;
  if (!draw) return null;
  const late = draw.fallbackOn !== null && todayOn(now) >= draw.fallbackOn;
  const witnessed = draw.seedSource === 'witnesses' && !late;
  const fallback = draw.fallbackOn && formatDay(draw.fallbackOn, todayOn(now));
  const words = late
    ? `已过期限，改用${fallback}福彩 3D 的开奖号。填后不能改。`
    : `${seedWords(draw, now)}填后不能改；${fallback}起还没填，就改用那天的开奖号。`;
  return (
    <Step words={witnessed ? seedWords(draw, now) : words}>
      {witnessed ? (
        <WitnessForms one={one} action={actions.reveal} reveal />
      ) : (
        <SeedForm drawId={draw.id} action={actions.seed} />
      )}
    </Step>
  );
}

/** What is to be done next, one step at a time. */
function NextStep(props: PanelProps) {
  const { one, actions, closed } = props;
  const { draw, session } = one;
  if (!draw) return <Step words="还没有人报名。有人报名后，这里显示抽签的每一步。" />;
  if (draw.status === 'frozen') return <Frozen {...props} />;
  if (draw.status === 'seeded') {
    return (
      <Step words="名单和号码都已公布，可以抽签。只能抽一次，抽完马上通知每一位。">
        <InlineForm action={actions.draw} fields={{ drawId: draw.id }}>
          <SubmitButton block={false}>抽签</SubmitButton>
        </InlineForm>
      </Step>
    );
  }
  if (draw.status === 'drawn') return null;
  return (
    <>
      {draw.seedSource === 'witnesses' && (
        <Step words="组织单位和两位见证人各想一句口令，算出 SHA-256 校验码，截止前交到这里。">
          <WitnessForms one={one} action={actions.commit} />
        </Step>
      )}
      <Step
        words={
          draw.seedSource === 'house'
            ? '时间一到自动封存并抽签，不用操作。'
            : closed
              ? '报名已截止。封存后公布名单校验码，名单和名额都不能再改。'
              : '截止后自动封存名单；封存前请核对好优先条件。'
        }
      >
        {closed && draw.seedSource !== 'house' && (
          <InlineForm action={actions.freeze} fields={{ sessionId: session.id }}>
            <SubmitButton block={false}>封存名单</SubmitButton>
          </InlineForm>
        )}
      </Step>
    </>
  );
}

/** One session's draw on the desk. */
export function DrawPanel(props: PanelProps) {
  const { one, now } = props;
  const { session, draw, entered } = one;
  const rows = [
    { label: '名额', value: `${session.capacity} 个` },
    {
      label: '报名',
      value: draw && draw.status !== 'announced' ? `${draw.entries} 个号` : `${entered} 人`,
    },
    ...(draw?.entriesHash ? [{ label: '名单校验码', value: fingerprint(draw.entriesHash) }] : []),
    ...(draw?.frozenAt ? [{ label: '封存', value: formatDateTime(draw.frozenAt, now) }] : []),
    ...(draw?.seedLabel ? [{ label: '号码', value: draw.seedLabel }] : []),
    ...(draw?.drawnAt
      ? [
          { label: '抽签', value: formatDateTime(draw.drawnAt, now) },
          { label: '结果', value: `录取 ${draw.placed} 个` },
          {
            label: '公示',
            value: draw.publicUntil ? `到${formatDay(draw.publicUntil, todayOn(now))}` : '不公示',
          },
        ]
      : []),
  ];
  return (
    <Panel
      title={session.title}
      note={
        draw && (
          <Tag tone={draw.status === 'drawn' ? 'success' : 'info'}>
            {drawStatusLabels[draw.status]}
          </Tag>
        )
      }
    >
      <KeyValues rows={rows} />
      <NextStep {...props} />
      {draw && draw.status !== 'announced' && (
        <div className="mt-4 flex flex-wrap gap-2">
          <LinkButton variant="secondary" small href={`/draws/${draw.id}`}>
            看公开页
          </LinkButton>
          {draw.status === 'drawn' && (
            <LinkButton
              variant="secondary"
              small
              href={`/desk/offerings/${draw.offeringId}/draw/${draw.id}`}
            >
              打印公示
            </LinkButton>
          )}
        </div>
      )}
    </Panel>
  );
}
