package network.spheron.dao.local.component;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import network.spheron.dao.local.DemoKeys;
import network.spheron.dao.local.chain.LocalClock;
import network.spheron.dao.local.chain.NodeRpc;
import network.spheron.dao.local.process.CannotStart;
import network.spheron.dao.local.process.Launch;
import network.spheron.dao.local.process.ProcessComponent;
import network.spheron.dao.local.process.Workspace;

/** The EVM chain: a block a second, final two blocks later, its state saved every second. */
public final class Anvil extends ProcessComponent {
    /** What wallets show as the network's number. */
    public static final long CHAIN_ID = 31_337;

    /** The file in the node's directory that holds the chain, saved every second. */
    public static final String STATE_FILE = "state.json";

    private final Path program;
    private final Path directory;
    private final NodeRpc node;
    private final LocalClock clock;

    public Anvil(Workspace workspace, Path program, Path directory, NodeRpc node, LocalClock clock) {
        super("chain", workspace);
        this.program = program;
        this.directory = directory;
        this.node = node;
        this.clock = clock;
    }

    @Override
    protected Launch launch() throws IOException {
        Files.createDirectories(directory);
        SavedState saved = new SavedState(directory);
        if (saved.exists()) {
            mend(saved);
        }
        List<String> command = List.of(
                program.toString(),
                "--host=127.0.0.1",
                "--port=" + node.url().getPort(),
                "--chain-id=" + CHAIN_ID,
                "--mnemonic=" + DemoKeys.MNEMONIC,
                "--accounts=" + DemoKeys.FUNDED_ACCOUNTS,
                "--state=" + directory.resolve(STATE_FILE),
                "--state-interval=1",
                "--cache-path=" + directory.resolve("cache"),
                "--block-time=1",
                "--slots-in-an-epoch=1",
                "--enable-tx-gas-limit",
                "--no-cors",
                "--quiet");
        return new Launch(directory, command, Map.of());
    }

    private void mend(SavedState saved) throws IOException {
        Path mended = directory.resolve("state.mended");
        try {
            saved.copy(mended);
        } catch (JsonProcessingException half) {
            throw new CannotStart(
                    directory.resolve(STATE_FILE)
                            + " is damaged: the node was killed while it wrote; deploy/reset starts anew",
                    half);
        }
        Files.move(mended, directory.resolve(STATE_FILE), StandardCopyOption.REPLACE_EXISTING);
    }

    @Override
    protected boolean answers() {
        if (Long.decode(node.call("eth_chainId").asText()) != CHAIN_ID) {
            return false;
        }
        clock.resume();
        return true;
    }
}
