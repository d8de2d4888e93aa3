package network.spheron.dao.journey;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import network.spheron.dao.local.DemoKeys;

/** A demo person: a login at the portal and a wallet. */
public record Actor(String name, Portal portal, Wallet wallet) {
    /** Signs in and links the wallet, unless it is linked already. */
    static Actor signIn(String name, Portal visitor, Rpc rpc) {
        int key = DemoKeys.indexOf(name).orElseThrow(() -> new IllegalArgumentException(name + " has no wallet"));
        Actor actor = new Actor(name, visitor.as(name, DemoKeys.PASSWORD), new Wallet(key, rpc));
        actor.linkWallet();
        return actor;
    }

    private void linkWallet() {
        if (portal.get("/api/members/me").path("wallets").toString().contains(wallet.address())) {
            return;
        }
        String message = portal.get("/api/members/me/wallet-request?address=" + wallet.address())
                .get("message")
                .asText();
        portal.post("/api/members/me/wallets", Map.of("message", message, "signature", wallet.signText(message)));
    }

    /** Asks for typed data, signs it. */
    String sign(JsonNode request) {
        return wallet.sign(request.get("typedData"));
    }
}
