'use client';
import { useEffect, useRef } from 'react';

// Ten characters of 16 px; an app that enlarges text by itself makes them wider (18.5 px each).
const TEN_ENLARGED = 185;

/**
 * WeChat enlarges text by a setting of its own. Where it does, 大字 and 特大 stay at 标准, or a word would
 * grow twice and fill the screen.
 */
export function TextProbe() {
  const probe = useRef<HTMLSpanElement>(null);
  useEffect(() => {
    const width = probe.current?.getBoundingClientRect().width ?? 0;
    if (width > TEN_ENLARGED) document.documentElement.removeAttribute('data-size');
  }, []);
  return (
    <span
      ref={probe}
      data-probe
      aria-hidden
      className="invisible absolute -top-20 left-0 text-[16px] whitespace-nowrap"
    >
      一二三四五六七八九十
    </span>
  );
}
