/// <reference types="unplugin-icons/types/svelte" />
declare global {
  /** The source of src/boot.js, put in by the build. */
  const __BOOT__: string;
  namespace App {
    interface Error {
      message: string;
      /** a code of the table of errors, where one fits */
      code?: string;
    }
  }
}

export {};
