package network.spheron.dao.chain.deployment;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import network.spheron.dao.chain.fixture.ChainStack;
import network.spheron.dao.chain.signing.Keccak;
import network.spheron.dao.contracts.ContractName;
import network.spheron.dao.contracts.Roadmap;
import network.spheron.dao.testing.TestChain;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * The Governor through a tool that has never heard of this project: Foundry's cast, with the functions and events of
 * OpenZeppelin's own IGovernor and nothing else.
 */
@SuppressWarnings("NullAway.Init")
class StandardToolsTest {
    private static final Path CONTRACTS = Path.of(System.getProperty("contracts.dir", "../contracts"));
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String TEXT = Keccak.hash("A text that the DAO adopts");
    private static final String DESCRIPTION = "Adopt a text";
    private static final int SUCCEEDED = 4;
    private static final int QUEUED = 5;
    private static final int EXECUTED = 7;

    private TestChain chain;
    private AddressBook book;
    private JsonNode abi;

    @BeforeEach
    void deploy() throws IOException {
        chain = TestChain.start();
        book = Deployment.run(URI.create(chain.rpcUrl()), ChainStack.DEPLOYER_KEY, ChainStack.plan());
        abi = JSON.readTree(CONTRACTS
                        .resolve("node_modules/@openzeppelin/contracts/build/contracts/IGovernor.json")
                        .toFile())
                .get("abi");
        chain.advance(Duration.ofSeconds(5));
    }

    @AfterEach
    void stop() {
        chain.close();
    }

    @Test
    void castProposesVotesQueuesAndExecutesByOpenZeppelinsInterface() throws Exception {
        String target = "[" + book.address(ContractName.ROADMAP) + "]";
        String call = "[" + Roadmap.adopt(TEXT).data() + "]";
        String descriptionHash = Keccak.hash(DESCRIPTION);

        JsonNode proposed = send("propose", target, "[0]", call, DESCRIPTION);
        assertThat(emits(proposed, "ProposalCreated")).isTrue();
        String id = ask("getProposalId", target, "[0]", call, descriptionHash);
        assertThat(ask("hashProposal", target, "[0]", call, descriptionHash)).isEqualTo(id);

        chain.advance(Duration.ofSeconds(2));
        assertThat(emits(send("castVote", id, "1"), "VoteCast")).isTrue();
        assertThat(ask("hasVoted", id, ChainStack.HOLDER)).isEqualTo("true");

        chain.advance(Duration.ofSeconds(Long.parseLong(ask("proposalDeadline", id)) - chain.now() + 1));
        assertThat(ask("state", id)).isEqualTo(String.valueOf(SUCCEEDED));
        assertThat(emits(send("queue", target, "[0]", call, descriptionHash), "ProposalQueued"))
                .isTrue();
        assertThat(ask("state", id)).isEqualTo(String.valueOf(QUEUED));

        chain.advance(Duration.ofSeconds(2));
        assertThat(emits(send("execute", target, "[0]", call, descriptionHash), "ProposalExecuted"))
                .isTrue();
        assertThat(ask("state", id)).isEqualTo(String.valueOf(EXECUTED));
        assertThat(cast("call", book.address(ContractName.ROADMAP), "adoptedAt(bytes32)(uint64)", TEXT))
                .isNotEqualTo("0");
    }

    @Test
    void everyReadingFunctionOfTheInterfaceAnswers() throws Exception {
        assertThat(ask("name")).isEqualTo("\"DaoGovernor\"");
        assertThat(ask("version")).isEqualTo("\"1\"");
        assertThat(ask("CLOCK_MODE")).isEqualTo("\"mode=timestamp\"");
        assertThat(ask("COUNTING_MODE")).isEqualTo("\"support=bravo&quorum=for,abstain\"");
        assertThat(ask("votingDelay")).isEqualTo("1");
        assertThat(ask("votingPeriod")).isEqualTo("10");
        assertThat(ask("proposalThreshold")).isEqualTo("0");
        String before = String.valueOf(chain.now() - 1);
        assertThat(ask("quorum", before)).isEqualTo("40000");
        assertThat(ask("getVotes", ChainStack.HOLDER, before)).isEqualTo("1000000");
    }

    @Test
    void everyFunctionEventAndErrorOfOpenZeppelinsGovernorIsThere() throws IOException {
        Path standard = CONTRACTS.resolve("node_modules/@openzeppelin/contracts/build/contracts/Governor.json");

        assertThat(members(CONTRACTS.resolve("artifacts/DaoGovernor.json"))).containsAll(members(standard));
    }

    /** Each member of an ABI with its types, what of it is indexed, and whether it may change the state. */
    private static Set<String> members(Path artifact) throws IOException {
        JsonNode members = JSON.readTree(artifact.toFile()).get("abi");
        return StreamSupport.stream(members.spliterator(), false)
                .filter(member -> member.has("name"))
                .map(member ->
                        member.get("type").asText() + " " + member.get("name").asText()
                                + parameters(member.get("inputs")) + parameters(member.path("outputs"))
                                + member.path("stateMutability").asText().replace("pure", "view"))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static String parameters(JsonNode parameters) {
        return StreamSupport.stream(parameters.spliterator(), false)
                .map(each -> each.get("type").asText() + (each.path("indexed").asBoolean() ? " indexed" : ""))
                .collect(Collectors.joining(", ", " (", ") "));
    }

    private JsonNode send(String function, String... arguments) throws Exception {
        List<String> command = new ArrayList<>(List.of("send", "--json", "--private-key", ChainStack.HOLDER_KEY));
        command.add(book.address(ContractName.DAO_GOVERNOR));
        command.add(signature("function", function));
        command.addAll(List.of(arguments));
        JsonNode receipt = JSON.readTree(cast(command.toArray(new String[0])));
        assertThat(receipt.get("status").asText()).isEqualTo("0x1");
        return receipt;
    }

    private String ask(String function, String... arguments) throws Exception {
        List<String> command = new ArrayList<>(List.of("call", book.address(ContractName.DAO_GOVERNOR)));
        command.add(signature("function", function) + outputs(function));
        command.addAll(List.of(arguments));
        // cast adds a large number's short form in brackets.
        return cast(command.toArray(new String[0])).replaceAll(" \\[[^]]*]$", "");
    }

    private boolean emits(JsonNode receipt, String event) throws Exception {
        String topic = cast("sig-event", signature("event", event));
        return StreamSupport.stream(receipt.get("logs").spliterator(), false)
                .anyMatch(log -> log.get("address").asText().equals(book.address(ContractName.DAO_GOVERNOR))
                        && log.get("topics").get(0).asText().equals(topic));
    }

    private String signature(String type, String name) {
        return name + types(member(type, name).get("inputs"));
    }

    private String outputs(String function) {
        return types(member("function", function).get("outputs"));
    }

    private JsonNode member(String type, String name) {
        return StreamSupport.stream(abi.spliterator(), false)
                .filter(each -> each.path("type").asText().equals(type)
                        && each.path("name").asText().equals(name))
                .findFirst()
                .orElseThrow(() -> new AssertionError("IGovernor has no " + type + " " + name));
    }

    private static String types(JsonNode parameters) {
        return StreamSupport.stream(parameters.spliterator(), false)
                .map(parameter -> parameter.get("type").asText())
                .collect(Collectors.joining(",", "(", ")"));
    }

    private String cast(String... arguments) throws Exception {
        List<String> command = new ArrayList<>();
        command.add(CONTRACTS
                .resolve("node_modules/@foundry-rs/cast-linux-amd64/bin/cast")
                .toAbsolutePath()
                .toString());
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.PIPE);
        builder.environment().put("ETH_RPC_URL", chain.rpcUrl());
        Process process = builder.start();
        String answer = new String(process.getInputStream().readAllBytes(), UTF_8).strip();
        String problem = new String(process.getErrorStream().readAllBytes(), UTF_8);
        assertThat(process.waitFor()).as(problem).isZero();
        return answer;
    }
}
