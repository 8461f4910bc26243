import { Form } from '@/components/forms/form';
import { SubmitButton } from '@/components/forms/submit-button';
import { Panel } from '@/components/ui/card';
import { DataTable } from '@/components/ui/data-table';
import { Notice } from '@/components/ui/notice';
import { formatDateTime } from '@/lib/dates';
import { sendTestMessageAction } from '../actions';
import type { TestMessage } from '../queries/test-message';
import { registeredText, smsTemplates } from '../rules/sms-templates';

/** What became of the last one, in words. */
function Outcome({
  last,
  reason,
  now,
}: {
  last: NonNullable<TestMessage>;
  reason: string;
  now: Date;
}) {
  const at = formatDateTime(last.at, now);
  if (last.status === 'sent')
    return (
      <Notice tone="success">{at}，短信商已收下。手机上收到了才算通，没收到请查短信商后台。</Notice>
    );
  if (last.status === 'failed') return <Notice tone="error">{`${at}，没发出去：${reason}`}</Notice>;
  return <Notice tone="info">{`${at}，正在发，刷新看结果。`}</Notice>;
}

/** 测试短信: to one's own phone, through the carrier that is configured. */
export function TestMessagePanel({
  last,
  reason,
  now,
  idempotencyKey,
  carrier,
}: {
  last: TestMessage;
  reason: string;
  now: Date;
  idempotencyKey: string;
  /** Which carrier is configured; null while texts go nowhere. */
  carrier: string | null;
}) {
  return (
    <Panel title="发一条测试短信" className="max-w-[760px]">
      {carrier === null ? (
        <Notice tone="warning">
          短信没有接通（SMS_PROVIDER=console）。请在服务器上配置 aliyun 或 tencent
          的密钥、签名、模板号后重启。
        </Notice>
      ) : (
        <>
          <p className="mb-3 text-ink-2">
            {carrier === 'console'
              ? '这是演示版，短信不真的发出去，内容看 /dev/messages。'
              : `发到您自己的手机号，用的是正式的通道（${carrier}）和模板 test_message。`}
          </p>
          <Form
            action={sendTestMessageAction}
            idempotencyKey={idempotencyKey}
            aria-label="测试短信"
          >
            <SubmitButton block={false} pendingText="正在发…">
              发给我自己
            </SubmitButton>
          </Form>
        </>
      )}
      {last && (
        <div className="mt-3">
          <Outcome last={last} reason={reason} now={now} />
        </div>
      )}
    </Panel>
  );
}

/** Every text to register with the carrier, as it is typed there. */
export function SmsTemplateTable({
  configured,
  carrier,
}: {
  configured: (code: string) => boolean;
  carrier: string | null;
}) {
  return (
    <DataTable
      caption="要向短信商登记的模板"
      rows={smsTemplates}
      keyOf={({ code }) => code}
      columns={[
        { head: '什么时候发', cell: ({ when }) => when },
        { head: '模板内容', wide: true, cell: ({ text }) => registeredText(text, carrier) },
        { head: '名称', cell: ({ code }) => <code className="text-meta">{code}</code> },
        {
          head: '模板号',
          cell: ({ code }) =>
            configured(code) ? '已填' : <span className="text-warning">没填</span>,
        },
      ]}
    />
  );
}
