/** Version of the model. Changes whenever the same scenario may give other figures; links record the one they were made with. */
export const MODEL_VERSION = '0.3.0';
