package network.spheron.dao.chain.report;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import network.spheron.dao.chain.BlockRef;
import network.spheron.dao.chain.CallReverted;
import network.spheron.dao.chain.deployment.AddressBook;
import network.spheron.dao.chain.node.At;
import network.spheron.dao.chain.node.NodeConnection;

/**
 * What the chain says about the contracts of an address book, all of it at one block.
 *
 * @param block number of that block
 * @param time of that block, in seconds since the epoch
 */
public record DeploymentReport(long chainId, long block, long time, List<Finding> findings) {
    private static final Duration REQUEST_TIMEOUT = Duration.ofSeconds(20);

    public DeploymentReport {
        findings = List.copyOf(findings);
    }

    /** Reads everything and sends nothing. */
    public static DeploymentReport read(URI rpcUrl, AddressBook book) {
        try (NodeConnection node = NodeConnection.toChain(book.chainId(), rpcUrl, REQUEST_TIMEOUT)) {
            BlockRef block = node.header(At.LATEST).block();
            OnChain chain = new OnChain(node, book, block.number());
            List<Finding> findings = new ArrayList<>();
            findings.addAll(Code.of(chain));
            findings.addAll(asked("roles", () -> Roles.of(chain).findings()));
            findings.addAll(asked("deployer", () -> Deployer.of(chain, Roles.of(chain))));
            findings.addAll(asked("links", () -> Links.of(chain)));
            findings.addAll(asked("people", () -> People.of(chain, block.timestamp())));
            findings.addAll(asked("money", () -> Money.of(chain)));
            findings.addAll(asked("decisions", () -> Decisions.of(chain)));
            findings.addAll(asked("classes", () -> Classes.of(chain)));
            findings.addAll(asked("objections and challenges", () -> Objections.of(chain)));
            return new DeploymentReport(book.chainId(), block.number(), block.timestamp(), findings);
        }
    }

    /** What is no contract of ours cannot be asked; that is a finding too. */
    private static List<Finding> asked(String topic, Supplier<List<Finding>> section) {
        try {
            return section.get();
        } catch (CallReverted | IllegalArgumentException | IllegalStateException e) {
            return List.of(new Finding(topic, "answers", "refused", "cannot be read: " + e.getMessage()));
        }
    }

    /** Whether all is as it should be. */
    @JsonProperty("sound")
    public boolean isSound() {
        return problems().isEmpty();
    }

    /** What is not as it should be. */
    public List<Finding> problems() {
        return findings.stream().filter(finding -> !finding.isSound()).toList();
    }
}
