package network.spheron.dao.local.component;

import java.nio.file.Files;
import java.nio.file.Path;
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
    private final Supplier<DeploymentPlan> plan;

    /** @param file where the address book is kept */
    public Contracts(NodeRpc node, Path file, Supplier<DeploymentPlan> plan) {
        this.node = node;
        this.file = file;
        this.plan = plan;
    }

    /** Deploys what is not on the chain yet. */
    public void deploy() {
        if (!Files.exists(file) || !areDeployed()) {
            Deployment.run(node.url(), DemoKeys.privateKey(DemoKeys.DEPLOYER), plan.get())
                    .write(file);
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
