import { useEffect, useMemo, useState, useSyncExternalStore } from 'react';
import { createVoice, hasVoice, onVoices } from './speech.ts';

export interface Reading {
  /** Whether the device has a voice for the language. */
  readonly available: boolean;
  /** Whether steps are read aloud. */
  readonly on: boolean;
  readonly speaking: boolean;
  readonly paused: boolean;
  toggle(): void;
  pause(): void;
  resume(): void;
}

/** Reads a step aloud, and those that follow, until it is switched off or the story is left. */
export function useReading(paragraphs: readonly string[], lang: string): Reading {
  const available = useSyncExternalStore(onVoices, () => hasVoice(lang));
  const voice = useMemo(createVoice, []);
  const [on, setOn] = useState(false);
  const [speaking, setSpeaking] = useState(false);
  const [paused, setPaused] = useState(false);
  const text = paragraphs.join('\n');
  useEffect(() => {
    if (!on || text === '') return;
    setSpeaking(true);
    setPaused(false);
    voice.say(text.split('\n'), lang, () => setSpeaking(false));
    return () => {
      voice.stop();
      setSpeaking(false);
    };
  }, [on, text, lang, voice]);
  return {
    available,
    on,
    speaking,
    paused,
    toggle: () => setOn(!on),
    pause() {
      voice.pause();
      setPaused(true);
    },
    resume() {
      voice.resume();
      setPaused(false);
    },
  };
}
