package network.spheron.dao.chain.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import network.spheron.dao.chain.signing.Keccak;
import network.spheron.dao.contracts.ContractName;
import org.junit.jupiter.api.Test;

class ListedActionsTest {
    private static final Path CONTRACTS = Path.of(System.getProperty("contracts.dir", "../contracts"));

    /** Or else the attacks on the contracts would be tried under another policy than a deployment's. */
    @Test
    void contractsAreTestedUnderTheSameList() throws IOException {
        List<ListedActions.Action> tested =
                Files.readAllLines(CONTRACTS.resolve("test/support/listed-actions.txt")).stream()
                        .map(line -> line.split(" "))
                        .map(parts -> new ListedActions.Action(
                                ContractName.valueOf(parts[0]),
                                Keccak.hash(parts[1]).substring(0, 10),
                                ProposalClass.valueOf(parts[2])))
                        .toList();

        assertThat(tested).containsExactlyInAnyOrderElementsOf(ListedActions.all());
    }
}
