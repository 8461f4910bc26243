'use client';
import type { FormAction } from '@/components/forms/form-state';
import { buttonClass } from '@/components/ui/button-style';
import { Notice } from '@/components/ui/notice';
import { Camera } from './camera';
import { ScannedCodeField } from './code-field';
import { ResultScreen } from './result-screen';
import { type ScanCounts, useCheckIn } from './use-check-in';

interface CheckInDeskProps {
  action: FormAction;
  sessionId: string;
  start: ScanCounts;
  serverNow: number;
}

const listWords = {
  preparing: '正在准备离线名单…',
  ready: '离线名单已备好（加密），断网也能扫预约码。请不要关闭本页。',
  unsupported: '这个浏览器不能离线签到，请保持联网。',
  failed: '离线名单没有准备好，请保持联网。',
} as const;

/** 签到: camera, scanner gun, counter and the answer, with or without network. */
export function CheckInDesk({ action, sessionId, start, serverNow }: CheckInDeskProps) {
  const door = useCheckIn(sessionId, start, serverNow);
  const { counts, waiting, conflicts } = door;
  return (
    <div className="flex flex-col gap-4">
      <div className="flex items-end justify-between gap-3">
        <p role="status">
          已签到{' '}
          <b className="text-figure whitespace-nowrap" data-counter>
            {counts.present}/{counts.expected}
          </b>
        </p>
        <button
          type="button"
          aria-pressed={door.sound}
          onClick={door.toggleSound}
          className={buttonClass({ variant: 'secondary', small: true })}
        >
          声音：{door.sound ? '开' : '关'}
        </button>
      </div>
      {door.offline && (
        <Notice tone="warning" icon="offline" live>
          没有网络。{waiting > 0 ? `已记下 ${waiting} 条，联网后自动上传。` : '可以继续扫预约码。'}
        </Notice>
      )}
      {!door.offline && waiting > 0 && (
        <Notice tone="warning" live>
          还有 {waiting} 条没有上传，正在上传…
        </Notice>
      )}
      {door.refusal && (
        <Notice tone="error" live>
          错误：{door.refusal}
        </Notice>
      )}
      <Camera onCode={door.scan} />
      <ScannedCodeField
        action={action}
        sessionId={sessionId}
        onCode={door.scan}
        onTyping={door.next}
      />
      {conflicts.length > 0 && (
        <section aria-label="上传后要核对的">
          <Notice tone="warning">上传后有 {conflicts.length} 条要核对：</Notice>
          <ul className="mt-2">
            {conflicts.map((one) => (
              <li key={one.id} className="border-b border-line py-2">
                {one.words}
              </li>
            ))}
          </ul>
          <button
            type="button"
            className={buttonClass({ variant: 'text', small: true })}
            onClick={door.clearConflicts}
          >
            已核对，清空
          </button>
        </section>
      )}
      <p className="text-secondary text-ink-2" data-offline-list={door.list}>
        {listWords[door.list]}
      </p>
      {door.shown && <ResultScreen shown={door.shown} onNext={door.next} />}
    </div>
  );
}
