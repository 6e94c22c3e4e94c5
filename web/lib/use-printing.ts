import { useEffect, useState } from 'react';
import { flushSync } from 'react-dom';

const PRINT_QUERY = 'print';

/** Whether the page is being laid out for paper right now; set before the browser takes its picture. */
export function usePrinting(): boolean {
  const [isPrinting, setIsPrinting] = useState(() => matchMedia(PRINT_QUERY).matches);
  useEffect(() => {
    const query = matchMedia(PRINT_QUERY);
    const follow = () => flushSync(() => setIsPrinting(query.matches));
    query.addEventListener('change', follow);
    return () => query.removeEventListener('change', follow);
  }, []);
  return isPrinting;
}
