// Files as clients send them: in an encrypted room the server holds ciphertext only.

import { webcrypto } from "node:crypto";

const base64 = (bytes) => Buffer.from(bytes).toString("base64");
const unpadded = (bytes) => base64(bytes).replaceAll("=", "");
const cipher = (iv) => ({ name: "AES-CTR", counter: iv, length: 64 });

export async function upload(client, room, { name, mime, data }) {
    const bytes = Buffer.from(data, "base64");
    const info = { mimetype: mime, size: bytes.length };
    const msgtype = mime.startsWith("image/") ? "m.image" : "m.file";
    const content = { msgtype, body: name, filename: name, info };
    if (!room.hasEncryptionStateEvent()) {
        const { content_uri: url } = await client.uploadContent(bytes, { type: mime, name });
        return { ...content, url };
    }
    const [file, hidden] = await encrypt(bytes);
    const how = { type: "application/octet-stream", includeFilename: false };
    const { content_uri: url } = await client.uploadContent(hidden, how);
    return { ...content, file: { ...file, url } };
}

export async function download(client, content) {
    const url = client.mxcUrlToHttp(content.file?.url ?? content.url,
        undefined, undefined, undefined, false, true, true);
    const headers = { Authorization: `Bearer ${client.getAccessToken()}` };
    const answer = await fetch(url, { headers });
    if (!answer.ok) throw new Error(`${answer.status} for ${url}`);
    const bytes = Buffer.from(await answer.arrayBuffer());
    return base64(content.file ? await decrypt(bytes, content.file) : bytes);
}

async function encrypt(bytes) {
    const iv = new Uint8Array(16);
    webcrypto.getRandomValues(iv.subarray(0, 8));
    const use = ["encrypt", "decrypt"];
    const key = await webcrypto.subtle.generateKey({ name: "AES-CTR", length: 256 }, true, use);
    const hidden = Buffer.from(await webcrypto.subtle.encrypt(cipher(iv), key, bytes));
    const { k } = await webcrypto.subtle.exportKey("jwk", key);
    const jwk = { kty: "oct", key_ops: use, alg: "A256CTR", k, ext: true };
    const sha256 = unpadded(await webcrypto.subtle.digest("SHA-256", hidden));
    return [{ v: "v2", key: jwk, iv: unpadded(iv), hashes: { sha256 } }, hidden];
}

async function decrypt(hidden, { key: jwk, iv, hashes }) {
    const found = unpadded(await webcrypto.subtle.digest("SHA-256", hidden));
    if (found !== hashes.sha256.replaceAll("=", "")) throw new Error("the file was changed");
    const key = await webcrypto.subtle.importKey("jwk", jwk, "AES-CTR", false, ["decrypt"]);
    return webcrypto.subtle.decrypt(cipher(Buffer.from(iv, "base64")), key, hidden);
}
