'use client';
import { unstable_isUnrecognizedActionError as isGone } from 'next/navigation';
import { Component, type ReactNode } from 'react';
import type { FormState } from './form-state';

const updated = '页面已更新，请刷新。填写的内容会保留';
const lost = '没有送达。填写的内容都在，请检查网络后再提交一次';

function stateOf(error: Error): FormState {
  const gone: boolean = isGone(error);
  if (gone) return { status: 'error', code: 'page_updated', message: updated };
  // A sentence of our own server (too large, not from our page); the browser's and Next's are English.
  const message = /[\u4e00-\u9fff]/.test(error.message) ? error.message : lost;
  return { status: 'error', code: 'not_sent', message };
}

interface Props {
  /** What was typed when the form was sent; null before, and once an answer has come. */
  sent: () => FormState['values'] | null;
  /** The form; given the state to begin with after an attempt that failed. */
  children: (failed: FormState | undefined) => ReactNode;
}

/**
 * Catches what a server action throws in the browser: the action of an older build that is gone (F16), a
 * body that was refused, a network that dropped. Without it the error page would take the place of the
 * form and of all that was typed. Errors of the page itself and Next's own signals pass on.
 */
export class SafetyNet extends Component<Props, { error: Error | null }> {
  override state: { error: Error | null } = { error: null };
  private last: { error: Error; failed: FormState } | undefined;

  static getDerivedStateFromError(error: Error) {
    return { error };
  }

  override render() {
    const { error } = this.state;
    if (error && error !== this.last?.error) {
      const values = this.props.sent();
      if (!values || 'digest' in error) throw error;
      this.last = { error, failed: { ...stateOf(error), values } };
    }
    return this.props.children(this.last?.failed);
  }
}
