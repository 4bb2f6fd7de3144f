// matrix-js-sdk as the tests use it. It declares node >= 22; what it lacks in 20 is this one call.
// Its modules are not beside this file: MODULES names the folder that holds them.

import { pathToFileURL } from "node:url";

Promise.withResolvers ??= function () {
    const found = {};
    found.promise = new Promise((resolve, reject) => Object.assign(found, { resolve, reject }));
    return found;
};

const lib = pathToFileURL(`${process.env.MODULES}/matrix-js-sdk/lib/`);

export const sdk = await import(new URL("index.js", lib));
export const cryptoApi = await import(new URL("crypto-api/index.js", lib));

const { logger } = await import(new URL("logger.js", lib)); // of events, which know no client
if (!process.env.LOUD) logger.setLevel("silent", false);

const quiet = () => {};
export const silence = {
    // LOUD=1 lets errors be seen
    trace: quiet,
    debug: quiet,
    info: quiet,
    warn: quiet,
    error: process.env.LOUD ? console.error : quiet,
    getChild: () => silence,
};
