/** Keeps the screen on, where the browser can; again each time the page becomes visible. */
export function keepAwake(): () => void {
  let lock: WakeLockSentinel | null = null;
  let stopped = false;
  const ask = () => {
    if (document.visibilityState !== 'visible') return;
    // missing in older browsers; refused on a weak battery
    navigator.wakeLock?.request('screen').then(
      (next) => {
        lock = next;
        if (stopped) void next.release();
      },
      () => {},
    );
  };
  document.addEventListener('visibilitychange', ask);
  ask();
  return () => {
    stopped = true;
    document.removeEventListener('visibilitychange', ask);
    void lock?.release();
  };
}
