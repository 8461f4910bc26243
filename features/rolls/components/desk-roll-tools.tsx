import { TextLink } from '@/components/ui/app-link';
import { buttonClass } from '@/components/ui/button-style';
import { Panel } from '@/components/ui/card';
import { Chips } from '@/components/ui/chips';
import { JumpSelect } from '@/components/ui/jump-select';
import { Notice } from '@/components/ui/notice';
import type { DeskOffering } from '@/features/offerings/queries/desk-offering';
import type { DeskSession } from '@/features/offerings/queries/sessions-of';
import { sessionLabel } from '@/features/offerings/rules/session-words';
import { deskOfferingWords } from '@/features/offerings/words';
import { openSearch } from '@/lib/auth/search';
import type { Ctx } from '@/lib/ctx';
import { formatMonth, todayOn } from '@/lib/dates';
import { exportAnswer } from '../schema/roll';
import { WholeFields } from './whole-fields';

/** As many chips as one takes in at a glance; half-days of a screening are dozens. */
const AT_A_GLANCE = 8;

/** One chip per session, or a list by month; the nearest is chosen when the address names none. */
export function SessionChips({
  offering,
  chosen,
  keep = {},
}: {
  offering: DeskOffering;
  chosen: string;
  /** What else the address says. */
  keep?: Readonly<Record<string, string>>;
}) {
  const { sessions, now } = offering;
  if (sessions.length < 2) return null;
  const labelOf = (s: DeskSession) =>
    `${sessionLabel(s, sessions, now)}${s.cancelledAt ? '（已取消）' : ''}`;
  if (sessions.length > AT_A_GLANCE) {
    const monthOf = (s: DeskSession) => formatMonth(todayOn(s.startsAt));
    const groups = [...new Set(sessions.map(monthOf))].map((month) => ({
      label: month,
      options: sessions
        .filter((s) => monthOf(s) === month)
        .map((s) => ({ value: s.id, label: labelOf(s) })),
    }));
    return (
      <JumpSelect
        name="session"
        label="场次"
        button="看这一场"
        value={chosen}
        groups={groups}
        keep={keep}
      />
    );
  }
  return (
    <Chips
      label="场次"
      chips={sessions.map((s) => ({
        label: labelOf(s),
        href: `?${new URLSearchParams({ session: s.id, ...keep })}`,
        current: s.id === chosen,
      }))}
    />
  );
}

const refusals = {
  needs_reason: deskOfferingWords.needs_reason,
  step_up: deskOfferingWords.step_up,
  too_many: '名单太长，请分场导出',
  link_used: deskOfferingWords.link_used,
  link_expired: deskOfferingWords.link_expired,
} as const;

const isRefusal = (code: string | undefined): code is keyof typeof refusals =>
  code !== undefined && code in refusals;

interface ExportProps {
  ctx: Ctx;
  offeringId: string;
  sessionId: string;
  /** Why the last export was refused, and the reason that was typed. */
  search: Readonly<Record<string, string | string[] | undefined>>;
}

/** Export as a plain form: the answer is a file, or this page again with the reason. */
export function ExportPanel({ ctx, offeringId, sessionId, search }: ExportProps) {
  const { filter, wanted } = openSearch(ctx, exportAnswer.parse(search));
  const { export: refused, link, reason } = wanted;
  const typed = filter.reason;
  const back = new URLSearchParams({ session: sessionId, ...(typed && { reason: typed }) });
  const next = encodeURIComponent(`/desk/offerings/${offeringId}/roll?${back}#export`);
  return (
    <Panel title="导出名册" note="XLSX">
      <form
        id="export"
        method="post"
        action={`/api/desk/rolls/${sessionId}`}
        className="grid gap-3"
      >
        {isRefusal(refused) && (
          <Notice tone="error" live>
            错误：{refusals[refused]}。
            {refused === 'step_up' && (
              <TextLink href={`/staff/confirm?next=${next}`}>输入动态码</TextLink>
            )}
          </Notice>
        )}
        {link && (
          <Notice tone="success" live>
            完整名册已备好，10 分钟内有效，只能下载一次。
            <button type="submit" form="download" className="link">
              下载完整名册
            </button>
          </Notice>
        )}
        <p className="text-ink-2">默认隐去姓名、电话和证件号中段。每次导出都会留记录。</p>
        <WholeFields what="姓名、电话和证件号" {...{ reason, refused }} />
        <button type="submit" className={buttonClass({ variant: 'secondary', block: true })}>
          导出
        </button>
      </form>
      {link && (
        <form id="download" method="post" action={`/api/desk/rolls/${sessionId}/file`}>
          <input type="hidden" name="link" value={link} />
        </form>
      )}
    </Panel>
  );
}
