/** 139****0001; anything that is not eleven digits is hidden whole. */
export function maskPhone(phone: string): string {
  return /^\d{11}$/.test(phone) ? `${phone.slice(0, 3)}****${phone.slice(7)}` : '****';
}

/**
 * 4508**********1126 for long numbers. Short ones (travel permits, passports) keep less, because
 * four and four of nine characters would show nearly everything.
 */
export function maskId(id: string): string {
  const [head, tail] = id.length >= 12 ? [4, 4] : id.length >= 8 ? [1, 3] : [0, 1];
  return id.slice(0, head) + '*'.repeat(Math.max(0, id.length - head - tail)) + id.slice(-tail);
}

/** 139 0001 0001: the grouping people read numbers out in. */
export function formatPhone(phone: string): string {
  return phone.replace(/^(\d{3})(\d{4})(\d{4})$/, '$1 $2 $3');
}

const counter = new Intl.NumberFormat('zh-CN', { maximumFractionDigits: 0 });

/** A whole number with its thousands marked: 12,345. */
export function formatCount(n: number): string {
  return counter.format(n);
}

/** 66% from 0.6578; a share that is not a number (nothing to divide by) shows as a dash. */
export function formatPercent(share: number): string {
  return Number.isFinite(share) ? `${Math.round(share * 100)}%` : '—';
}

/** ¥1,234.50 from whole 分, so that no amount ever passes through a fraction. */
export function formatMoney(fen: number): string {
  const sign = fen < 0 ? '-' : '';
  const whole = Math.abs(fen);
  return `${sign}¥${formatCount(Math.floor(whole / 100))}.${String(whole % 100).padStart(2, '0')}`;
}
