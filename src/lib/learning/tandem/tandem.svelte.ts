const key = 'digitaltreff.tandem';

/** Whether a parent and a child learn together: chosen on this device, for as long as the browser is open. */
class Tandem {
  #on = $state(isKept());

  get on(): boolean {
    return this.#on;
  }

  set on(value: boolean) {
    this.#on = value;
    try {
      if (value) sessionStorage.setItem(key, 'yes');
      else sessionStorage.removeItem(key);
    } catch {
      // No storage: it holds until the page is closed.
    }
  }
}

export const tandem = new Tandem();

function isKept(): boolean {
  try {
    return sessionStorage.getItem(key) === 'yes';
  } catch {
    return false;
  }
}
