package network.spheron.dao.chain.node;

import io.quarkus.runtime.configuration.ConfigUtils;

/** Whether the service works with real money: whatever is neither the local stack nor a test. */
final class Production {
    private Production() {}

    static boolean isActive() {
        return !ConfigUtils.isProfileActive("local") && !ConfigUtils.isProfileActive("test");
    }
}
