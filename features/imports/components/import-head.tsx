import { PageHead } from '@/components/layout/member-page';
import { Icon } from '@/components/ui/icon';
import { LinkButton } from '@/components/ui/link-button';
import { Notice } from '@/components/ui/notice';
import { formatDateTime } from '@/lib/dates';
import { formatCount } from '@/lib/format';
import type { ImportView } from '../queries/import-view';
import type { ReviewView } from '../schema/imports';
import { ImportTag } from './import-table';

/** What has happened so far, in one sentence. */
function sentence({ status, notes, states, checkedAt, writtenAt }: ImportView, now: Date): string {
  const rows = `${formatCount(notes.rows)} 行`;
  if (status === 'uploaded')
    return `${rows}已读入。看看每一项在哪一栏，再核对每一行。现在库里什么都没改。`;
  if (status === 'checking') return `正在核对 ${rows}。现在库里什么都没改。`;
  if (status === 'ready')
    return `${rows}，${checkedAt ? `${formatDateTime(checkedAt, now)}核对完` : '核对完'}。现在库里什么都没改。`;
  if (status === 'cancelled') return `${rows}没有写入，表格内容已删除。要导入请重新上传。`;
  const stays = states.written + states.stayed + states.failed;
  const left = states.left > 0 ? `，${formatCount(states.left)} 行核对后有变化，没有写入` : '';
  if (status === 'taken_back')
    return `已收回 ${formatCount(states.taken_back)} 行，留下 ${formatCount(stays)} 行。`;
  return writtenAt
    ? `${formatDateTime(writtenAt, now)}写入 ${formatCount(stays)} 行${left}。`
    : `${rows}。`;
}

/** The file, how it stands, and its copy with a column of what was found. */
export function ImportHead({ view, at, now }: { view: ImportView; at: ReviewView; now: Date }) {
  const reviewed = view.checkedAt !== null && !view.forgotten;
  return (
    <>
      {at.again && (
        <Notice tone="warning" live className="mb-4">
          这个文件已经传过，下面是那一次的结果。改过的表格请另存后再传。
        </Notice>
      )}
      {at.done && (
        <Notice tone="success" live className="mb-4">
          {at.done === 'chosen' ? '选择已保存。' : '这一行已改，下面是再核对的结果。'}
        </Notice>
      )}
      <PageHead
        title={
          <>
            {view.fileName} <ImportTag status={view.status} />
          </>
        }
        tools={
          reviewed && (
            <LinkButton
              href={`/api/desk/imports/${view.id}`}
              variant="secondary"
              small
              icon={<Icon name="download" />}
            >
              带错误列下载
            </LinkButton>
          )
        }
      >
        {sentence(view, now)}
      </PageHead>
    </>
  );
}
