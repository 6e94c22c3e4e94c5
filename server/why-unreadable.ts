const REASONS: Readonly<Record<string, string>> = {
  ENOENT: 'there is no such file',
  ENOTDIR: 'there is no such file',
  EACCES: 'this user may not open it',
  EPERM: 'this user may not open it',
  ENOSPC: 'the disk is full',
  EROFS: 'the disk may only be read',
  EISDIR: 'it is a folder; name a file in it',
};

/** Why the system does not hand out or take a file, in words that go on after a colon; the system's own where it is a rare one. */
export function whyUnreadable(error: unknown): string {
  const { code = '', message } = error as NodeJS.ErrnoException;
  return REASONS[code] ?? message;
}
