/** Voice of the device. */
export interface Voice {
  /** Speaks paragraphs one after the other, instead of the present ones; calls back after the last. */
  say(paragraphs: readonly string[], lang: string, onEnd: () => void): void;
  pause(): void;
  resume(): void;
  stop(): void;
}

const getSynthesis = (): SpeechSynthesis | null =>
  typeof speechSynthesis === 'undefined' ? null : speechSynthesis;

/** Whether the device has a voice for the language. */
export function hasVoice(lang: string): boolean {
  const base = lang.split('-')[0]!;
  return (getSynthesis()?.getVoices() ?? []).some((voice) => voice.lang.toLowerCase().startsWith(base));
}

/** Calls back when the device has found its voices, which may be late. Returns a function that removes the listener. */
export function onVoices(listener: () => void): () => void {
  const synthesis = getSynthesis();
  synthesis?.addEventListener?.('voiceschanged', listener);
  return () => synthesis?.removeEventListener?.('voiceschanged', listener);
}

/** Rate of speech, slower than usual for a first hearing. */
const RATE = 0.9;

export function createVoice(): Voice {
  const synthesis = getSynthesis();
  let reading = 0;
  const stop = () => {
    reading += 1;
    // a paused voice would stay mute for the whole page
    synthesis?.resume();
    synthesis?.cancel();
  };
  return {
    say(paragraphs, lang, onEnd) {
      stop();
      const mine = reading;
      paragraphs.forEach((paragraph, n) => {
        const utterance = new SpeechSynthesisUtterance(paragraph);
        utterance.lang = lang;
        utterance.rate = RATE;
        if (n === paragraphs.length - 1) utterance.onend = () => mine === reading && onEnd();
        synthesis?.speak(utterance);
      });
    },
    pause: () => synthesis?.pause(),
    resume: () => synthesis?.resume(),
    stop,
  };
}
