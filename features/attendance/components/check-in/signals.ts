import type { ScanTone } from '../../rules/result';

const tunes: Record<ScanTone, readonly (readonly [hertz: number, ms: number])[]> = {
  green: [[1175, 130]],
  amber: [
    [660, 120],
    [660, 120],
  ],
  red: [[180, 420]],
};
const shakes: Record<ScanTone, number[]> = { green: [60], amber: [60, 80, 60], red: [350] };

let audio: AudioContext | undefined;

/** A tone per colour, so that staff need not look: high once, middle twice, low and long. */
export function signal(tone: ScanTone, sound: boolean): void {
  navigator.vibrate?.(shakes[tone]);
  if (!sound || typeof AudioContext === 'undefined') return;
  audio ??= new AudioContext();
  let start = audio.currentTime;
  for (const [hertz, ms] of tunes[tone]) {
    const oscillator = audio.createOscillator();
    const volume = audio.createGain();
    volume.gain.value = 0.25;
    oscillator.frequency.value = hertz;
    oscillator.connect(volume).connect(audio.destination);
    oscillator.start(start);
    start += ms / 1000;
    oscillator.stop(start);
    start += 0.06;
  }
}
