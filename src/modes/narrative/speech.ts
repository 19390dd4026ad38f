/** The device's own voice. */
export interface Voice {
  /** Says paragraphs one after the other, in place of what it says now; calls back when it has said them all. */
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

/** Calls back when the device has found its voices: some tell them late. */
export function onVoices(listener: () => void): () => void {
  const synthesis = getSynthesis();
  synthesis?.addEventListener?.('voiceschanged', listener);
  return () => synthesis?.removeEventListener?.('voiceschanged', listener);
}

/** Slower than talk, for those who hear it for the first time. */
const RATE = 0.9;

export function createVoice(): Voice {
  const synthesis = getSynthesis();
  let reading = 0;
  const stop = () => {
    reading += 1;
    // a paused voice stays mute for the whole page otherwise
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
