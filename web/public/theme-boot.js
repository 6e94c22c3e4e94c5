// Runs before the first paint, so that a chosen theme does not flash. A file of its own, because the content security
// policy allows no inline scripts. The key is written by web/lib/preferences.tsx.
(() => {
  try {
    const theme = localStorage.getItem('kneewise.theme');
    if (theme === 'light' || theme === 'dark') document.documentElement.dataset.theme = theme;
  } catch {
    // Storage may be blocked; then the system's choice holds.
  }
})();
