/** `[startMs, endMs)`, milliseconds since 1970. */
export interface SpanMs {
  readonly startMs: number;
  readonly endMs: number;
}

/** Spans in order and apart: empty ones dropped, touching and overlapping ones joined. */
export function joinSpans(spans: readonly SpanMs[]): SpanMs[] {
  const joined: SpanMs[] = [];
  for (const span of spans.filter((one) => one.endMs > one.startMs).sort((a, b) => a.startMs - b.startMs)) {
    const last = joined.at(-1);
    if (last && span.startMs <= last.endMs) {
      joined[joined.length - 1] = { startMs: last.startMs, endMs: Math.max(last.endMs, span.endMs) };
    } else {
      joined.push(span);
    }
  }
  return joined;
}

/** Index of the first span that ends behind a time. @param spans in order and apart. */
function firstBehind(spans: readonly SpanMs[], timeMs: number): number {
  let [low, high] = [0, spans.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((spans[middle]?.endMs ?? Infinity) > timeMs) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** The spans that touch `[fromMs, toMs]`. @param spans in order and apart. */
export function spansWithin(spans: readonly SpanMs[], fromMs: number, toMs: number): SpanMs[] {
  const found: SpanMs[] = [];
  for (let i = firstBehind(spans, fromMs); i < spans.length; i += 1) {
    const span = spans[i];
    if (!span || span.startMs > toMs) break;
    found.push(span);
  }
  return found;
}

/** Index of the span that holds a time, -1 where none does. @param spans in order and apart. */
export function spanAt(spans: readonly SpanMs[], timeMs: number): number {
  const i = firstBehind(spans, timeMs);
  const span = spans[i];
  return span && span.startMs <= timeMs ? i : -1;
}
