package network.spheron.dao.local;

import java.util.Map;

/** What is printed once the platform is up. */
final class Summary {
    private Summary() {}

    static String of(Platform platform) {
        Map<String, Long> memory = platform.memoryMegabytes();
        long total = memory.values().stream().mapToLong(Long::longValue).sum();
        return String.format(
                """

                Spheron DAO is up after %.1f s, using %,d MB.

                  Portal    %s
                  Chain     %s (chain id %d)
                  Data      %s
                  Logins    alice, bob, carol (holders)
                            contractor1 … contractor8, steward1 … steward3, auditor1
                  Password  %s

                Ctrl-C stops it; the data stays. deploy/reset deletes it.
                """,
                platform.startTime().toMillis() / 1000.0,
                total,
                platform.origin(),
                platform.rpcUrl(),
                network.spheron.dao.local.component.Anvil.CHAIN_ID,
                platform.data(),
                DemoKeys.PASSWORD);
    }
}
