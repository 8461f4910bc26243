import { Notice } from '@/components/ui/notice';
import type { DeskOffering } from '@/features/offerings/queries/desk-offering';

type Search = Readonly<Record<string, string | string[] | undefined>>;

const notifiedWords = (search: Search) => {
  const n = Number(search.told);
  return Number.isInteger(n) && n > 0 ? `，已通知 ${n} 人` : '';
};

const said: Record<string, (search: Search) => string> = {
  created: () => '草稿已保存。接着加场次，再发布',
  planned: () => '草稿已保存。核对一遍，没问题就发布',
  changed: () => '已保存',
  copied: () => '已复制成新草稿，请核对日期',
  published: () => '已发布',
  opened: () => '已开放报名',
  closed: () => '已截止报名',
  finished: () => '已归档',
  cancelled: (search) => `已取消${notifiedWords(search)}`,
  session_added: () => '已加上这一场',
  session_changed: () => '场次已保存',
  session_cancelled: (search) => `场次已取消${notifiedWords(search)}`,
  hospital_set: () => '医院窗口已保存',
  waitlist: () => '补位规则已保存',
  draw: () => '已保存',
  carved_out: () => '预留名额已保存',
  reserved: () => '名额已留好',
  returned: (search) => `已放出 ${Number(search.n) || 0} 个名额`,
  slots_added: (search) => `已加 ${Number(search.n) || 0} 个半天时段`,
};

/** What the last step did, said once above the page; and why an offering is off, always. */
export function DoneNotice({ search, offering }: { search: Search; offering: DeskOffering }) {
  const words = typeof search.done === 'string' ? said[search.done]?.(search) : undefined;
  return (
    <>
      {words && (
        <Notice tone="success" live className="mb-4">
          {words}。
        </Notice>
      )}
      {offering.status === 'cancelled' && (
        <Notice tone="warning" className="mb-4">
          这项服务已取消：{offering.cancelledReason}
        </Notice>
      )}
    </>
  );
}
