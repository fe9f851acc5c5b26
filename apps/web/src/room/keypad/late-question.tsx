import { useEffect, useRef } from 'react';
import { span } from '../../ui/names.ts';
import { LateReason } from '../composer/line-parts.tsx';
import type { RecordLine } from '../composer/use-record-line.ts';

/** Why it is recorded late; nothing where it is not. */
export function LateQuestion({ record }: { readonly record: RecordLine }) {
  const { question } = record;
  const input = useRef<HTMLInputElement>(null);
  const asks = question?.type === 'late';
  useEffect(() => {
    if (asks) input.current?.focus();
  }, [asks]);
  if (question?.type !== 'late') return null;
  return (
    <LateReason
      ref={input}
      howLong={span(question.lateMs)}
      value={record.lateReason}
      onChange={record.setLateReason}
      onEnter={record.submit}
      onLeave={record.dropQuestion}
    />
  );
}
