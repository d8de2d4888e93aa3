package network.spheron.dao.local.component;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.function.Function;
import java.util.function.Supplier;
import network.spheron.dao.chain.deployment.AddressBook;
import network.spheron.dao.chain.deployment.Deployment;
import network.spheron.dao.chain.deployment.DeploymentPlan;
import network.spheron.dao.local.DemoKeys;
import network.spheron.dao.local.chain.NodeRpc;

/** The DAO's contracts: deployed at the first start, known from the address book afterwards. */
public final class Contracts {
    private final NodeRpc node;
    private final Path file;
    private final Path begun;
    private final Supplier<Instant> clock;
    private final Function<Instant, DeploymentPlan> plan;

    /**
     * @param directory where the address book is kept
     * @param plan what is deployed by a run that begins at this time
     */
    public Contracts(NodeRpc node, Path directory, Supplier<Instant> clock, Function<Instant, DeploymentPlan> plan) {
        this.node = node;
        this.file = directory.resolve("contracts.json");
        this.begun = directory.resolve("contracts.begun");
        this.clock = clock;
        this.plan = plan;
    }

    /** Deploys what is not on the chain yet. */
    public void deploy() {
        if (!Files.exists(file) || !areDeployed()) {
            Deployment.run(node.url(), DemoKeys.privateKey(DemoKeys.DEPLOYER), plan.apply(begun()))
                    .write(file);
        }
    }

    /** When the first run began: an interrupted one goes on only with the very same plan. */
    private Instant begun() {
        try {
            if (!Files.exists(begun)) Files.writeString(begun, clock.get().toString());
            return Instant.parse(Files.readString(begun));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Where the contracts are; to be asked after {@link #deploy}. */
    public AddressBook addressBook() {
        return AddressBook.read(file);
    }

    private boolean areDeployed() {
        return addressBook().contracts().values().stream()
                .noneMatch(address ->
                        node.call("eth_getCode", address, "latest").asText().equals("0x"));
    }
}
