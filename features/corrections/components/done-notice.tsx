import { Notice } from '@/components/ui/notice';

/** Certificates whose new name no typeface draws stay as they are until it does. */
export function CorrectionDone({ left }: { left: number | undefined }) {
  if (!left) return null;
  return (
    <Notice tone="warning" className="mb-4">
      有 {left}{' '}
      张结业证书没有换发：证书字库缺新姓名里的字。请系统管理员按运维手册加上字体，再到课程的“结业”页重发。
    </Notice>
  );
}
