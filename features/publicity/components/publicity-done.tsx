import { Notice } from '@/components/ui/notice';

const said: Readonly<Record<string, string>> = {
  cover: '封面已设好，会员现在就能看到',
  attachment: '附件已加上',
  photos: '照片已存。发布小结后大家能看到',
  removed: '已撤下。刚看过的手机上最多再留一小时',
  saved: '小结已保存，还没发布',
  published: '小结已发布，打开这项服务的人都能看到',
};

type Search = Readonly<Record<string, string | string[] | undefined>>;

/** What the last step did, said once above the page. */
export function PublicityDone({ search }: { search: Search }) {
  const words = typeof search.done === 'string' ? said[search.done] : undefined;
  return (
    words && (
      <Notice tone="success" live className="mb-4">
        {words}。
      </Notice>
    )
  );
}
