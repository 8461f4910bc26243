'use client';
import { useState } from 'react';
import { buttonClass } from './button-style';
import { Icon } from './icon';

/** Puts a text on the clipboard and says so; without script, or where that is refused, one marks it by hand. */
export function CopyButton({ text, children }: { text: string; children: string }) {
  const [said, setSaid] = useState('');
  const copy = () =>
    navigator.clipboard
      ? navigator.clipboard.writeText(text).then(
          () => setSaid('已复制'),
          () => setSaid('没有复制成，请选中文字再复制'),
        )
      : setSaid('没有复制成，请选中文字再复制');
  return (
    <span className="needs-script inline-flex flex-wrap items-center gap-x-3 gap-y-1">
      <button
        type="button"
        onClick={copy}
        className={buttonClass({ small: true, variant: 'secondary' })}
      >
        <Icon name="copy" />
        {children}
      </button>
      <span role="status" className="text-secondary text-ink-2">
        {said}
      </span>
    </span>
  );
}
