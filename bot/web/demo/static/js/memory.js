// What the browser keeps, where it allows that. A private window forgets when it is closed.

const name = (key) => `tocsin-demo-${key}`;

/** For this browser, until it is told otherwise. */
export const remembered = (key) => read(() => localStorage.getItem(name(key)));
export const remember = (key, value) => write(() => localStorage.setItem(name(key), value));

/** For this window alone. */
export const rememberedHere = (key) =>
  read(() => JSON.parse(sessionStorage.getItem(name(key))));
export const rememberHere = (key, value) =>
  write(() => sessionStorage.setItem(name(key), JSON.stringify(value)));

function read(from) {
  try {
    return from();
  } catch {
    return null;
  }
}

function write(to) {
  try {
    to();
  } catch {
    // It holds as long as the page does.
  }
}
