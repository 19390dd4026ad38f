// Transcendental functions, for the whole core. JavaScript engines differ in the last bit of Math.sin and the like, and a
// softening section amplifies that bit; these are plain JavaScript, so every engine gives the same.
export { default as atan2 } from '@stdlib/math-base-special-atan2';
export { default as cos } from '@stdlib/math-base-special-cos';
export { default as exp } from '@stdlib/math-base-special-exp';
export { default as ln } from '@stdlib/math-base-special-ln';
export { default as pow } from '@stdlib/math-base-special-pow';
export { default as sin } from '@stdlib/math-base-special-sin';
