import { TextLink } from '@/components/ui/app-link';
import { Panel } from '@/components/ui/card';

/** How to look at the demo beside the real portal: its own database, keys and port, so that nothing mixes. */
export function BesideDemo({ address }: { address: string }) {
  return (
    <Panel title="对照着演示版看" className="mt-6 max-w-[760px]">
      <p>演示版有编好的人、班和名单，可以随便点。在服务器上（或自己的电脑上）运行：</p>
      <pre className="my-2 overflow-x-auto rounded-input bg-sunken px-3 py-2 text-table">
        npm run demo
      </pre>
      <p className="text-ink-2">
        它用自己的数据库、密钥和 3100 端口，和这里的数据不相通，Ctrl-C
        就停。请用浏览器的无痕窗口打开，免得两边的登录互相顶掉。
      </p>
      {address && (
        <p className="mt-2">
          <TextLink href={address} target="_blank" rel="noreferrer">
            打开演示版
          </TextLink>
        </p>
      )}
    </Panel>
  );
}
