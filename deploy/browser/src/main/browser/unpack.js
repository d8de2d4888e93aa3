// Unpacks Chromium, what it needs beside it, and its fonts into the folder named on the command line.
import { createReadStream, createWriteStream, existsSync, mkdirSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { pipeline } from "node:stream/promises";
import { fileURLToPath } from "node:url";
import { createBrotliDecompress } from "node:zlib";
import { extract } from "tar-fs";

const target = resolve(process.argv[2]);
const packed = join(dirname(fileURLToPath(import.meta.resolve("@sparticuz/chromium"))), "..", "bin");

const unpack = (file, sink) => pipeline(createReadStream(join(packed, file)), createBrotliDecompress(), sink);

if (!existsSync(target)) {
  // Filled beside the target and renamed, so that the folder is there whole or not at all.
  const half = `${target}.part`;
  rmSync(half, { recursive: true, force: true });
  mkdirSync(half, { recursive: true });
  await Promise.all([
    unpack("chromium.br", createWriteStream(join(half, "chromium"), { mode: 0o755 })),
    unpack("swiftshader.tar.br", extract(half)),
    unpack("al2023.tar.br", extract(half)),
    unpack("fonts.tar.br", extract(half)),
  ]);
  writeFileSync(
    join(half, "fonts.conf"),
    `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <dir>${join(target, "fonts")}</dir>
  <cachedir>${join(target, "fonts-cache")}</cachedir>
</fontconfig>
`,
  );
  renameSync(half, target);
}
