package network.spheron.dao.treasury;

import java.util.HashMap;
import java.util.Map;
import network.spheron.dao.testing.TestChain;
import network.spheron.dao.testing.platform.PlatformResource;

/** The platform around treasury-service, with a node whose answers a test can hold back ({@link NodeFaults}). */
public class TreasuryPlatform extends PlatformResource {
    @Override
    public void init(Map<String, String> arguments) {
        super.init(Map.of("service", "treasury"));
    }

    @Override
    public Map<String, String> start() {
        Map<String, String> configuration = new HashMap<>(super.start());
        configuration.put(
                "spheron.chain.rpc-url", NodeFaults.between(TestChain.shared().rpcUrl()));
        configuration.put("spheron.chain.rebroadcast-after", "500ms");
        return configuration;
    }
}
