/** Just below the 32 MB above which glibc always gives memory back. */
const blockBytes = 31 * 1024 * 1024;

/**
 * Makes glibc keep the memory that this process frees. By default it gives much of it back to Linux at once, so that
 * the compilers of V8, and columns, take new pages again and again. A freed block raises the size from which it does
 * so (mallopt(3), `M_MMAP_THRESHOLD`). A port that closes frees what was sent to it; nobody writes in this block, so it
 * takes no memory. Elsewhere this does nothing.
 */
export const keepFreedMemory = (): void => {
  const { port1, port2 } = new MessageChannel();
  const block = new ArrayBuffer(blockBytes);
  port1.postMessage(block, [block]);
  port2.close();
};
