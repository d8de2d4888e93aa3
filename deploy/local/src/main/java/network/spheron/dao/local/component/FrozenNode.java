package network.spheron.dao.local.component;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import network.spheron.dao.local.chain.NodeRpc;
import network.spheron.dao.local.process.CannotStart;
import network.spheron.dao.local.process.Launch;
import network.spheron.dao.local.process.ProcessComponent;
import network.spheron.dao.local.process.Workspace;

/** A node with a copy of the chain as it was saved when the node started. It makes no blocks, so that it falls behind. */
public final class FrozenNode extends ProcessComponent {
    private static final int MOST_READINGS = 20;

    private final Path program;
    private final Path chain;
    private final NodeRpc node;

    /** @param chain the directory of the node whose chain is copied */
    public FrozenNode(String name, Workspace workspace, Path program, Path chain, int port) {
        super(name, workspace);
        this.program = program;
        this.chain = chain;
        this.node = new NodeRpc(URI.create("http://127.0.0.1:" + port));
    }

    @Override
    protected Launch launch() throws IOException {
        Path directory = Files.createDirectories(chain.resolveSibling(name()));
        Path state = directory.resolve(Anvil.STATE_FILE);
        copy(state);
        List<String> command = List.of(
                program.toString(),
                "--host=127.0.0.1",
                "--port=" + node.url().getPort(),
                "--chain-id=" + Anvil.CHAIN_ID,
                "--load-state=" + state,
                "--cache-path=" + directory.resolve("cache"),
                "--no-mining",
                "--slots-in-an-epoch=1",
                "--no-cors",
                "--quiet");
        return new Launch(directory, command, Map.of());
    }

    @Override
    protected boolean answers() {
        return Long.decode(node.call("eth_chainId").asText()) == Anvil.CHAIN_ID;
    }

    /** The other node may be writing just now: half a file is read again. */
    private void copy(Path to) throws IOException {
        SavedState saved = new SavedState(chain);
        for (int reading = 1; ; reading++) {
            try {
                saved.copy(to);
                return;
            } catch (JsonProcessingException half) {
                if (reading == MOST_READINGS) {
                    throw new CannotStart(name() + " cannot read what the chain has saved", half);
                }
            }
        }
    }
}
