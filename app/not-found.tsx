import { Refused } from '@/features/organisations/components/refused';

export const metadata = { title: '没有找到' };

export default function NotFoundPage() {
  return (
    <Refused
      title="没有找到这个页面"
      text="内容不存在或已下线。如果是别人发来的链接，请对方再发一次。"
    />
  );
}
