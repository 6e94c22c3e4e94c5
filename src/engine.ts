/** Grows whenever the same bytes may give another reading; stored runs of an older version are read again. */
export const ENGINE_VERSION = '0.6.0';

/** The knee-load model that the numbers come from. */
export const MODEL_NAME = 'KL-1';
