import { type OptionCheck, objectWith } from "./options.js";
import { isLike } from "./readable.js";

/** An `AbortSignal`, or the like. Its controller is often passed in its place. */
export const signalOption: OptionCheck = (value, option) =>
  isLike(value, { signal: { aborted: false } })
    ? `${option} is an AbortSignal, not its controller. Pass the .signal of the controller.`
    : objectWith({ aborted: false })(value, option);
