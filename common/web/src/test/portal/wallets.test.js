import assert from "node:assert/strict";
import test from "node:test";
import { signer } from "../../main/portal/wallets.js";

const ADA = "0xada0000000000000000000000000000000000001";
const BOB = "0xb0b0000000000000000000000000000000000002";

test("the wallet that is needed signs, whichever account comes first", () => {
  assert.equal(signer([BOB, ADA], [ADA, BOB], { needed: ADA, linking: false }), ADA);
});

test("without the wallet that is needed, both are named and nothing is signed", () => {
  assert.throws(() => signer([BOB], [ADA, BOB], { needed: ADA, linking: false }), {
    message: /^This needs wallet 0xada0…0001; connected is 0xb0b0…0002\./,
  });
});

test("where any wallet of the person may sign, a linked one does", () => {
  assert.equal(signer([BOB, ADA], [ADA], { linking: false }), ADA);
});

test("an account that is not linked does not sign", () => {
  assert.throws(() => signer([BOB], [ADA], { linking: false }), { message: /0xb0b0…0002, which is not linked to you/ });
});

test("linking takes the account that is not linked yet", () => {
  assert.equal(signer([ADA, BOB], [ADA], { linking: true }), BOB);
});

test("linking again is left to the server to judge", () => {
  assert.equal(signer([ADA], [ADA], { linking: true }), ADA);
});
