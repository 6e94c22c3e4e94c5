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
