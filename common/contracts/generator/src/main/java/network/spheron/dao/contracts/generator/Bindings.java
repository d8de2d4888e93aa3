package network.spheron.dao.contracts.generator;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Generates the bindings, the creation code files and the list of errors. */
public final class Bindings {
    private static final String PACKAGE = "network/spheron/dao/contracts/";

    /** Class and name in {@code ContractName} of every contract. */
    private static final Map<String, String> CONTRACTS = Map.ofEntries(
            Map.entry("GovernanceToken", "GOVERNANCE_TOKEN"),
            Map.entry("LocalToken", "PAYMENT_TOKEN"),
            Map.entry("DaoGovernor", "DAO_GOVERNOR"),
            Map.entry("DaoTimelock", "DAO_TIMELOCK"),
            Map.entry("ProposalPolicy", "PROPOSAL_POLICY"),
            Map.entry("Roadmap", "ROADMAP"),
            Map.entry("StewardCouncil", "STEWARD_COUNCIL"),
            Map.entry("Treasury", "TREASURY"),
            Map.entry("BidBook", "BID_BOOK"),
            Map.entry("BidElection", "BID_ELECTION"),
            Map.entry("MilestoneEscrow", "MILESTONE_ESCROW"),
            Map.entry("RecordLog", "RECORD_LOG"),
            Map.entry("VotesWrapper", "VOTES_WRAPPER"));

    private Bindings() {}

    /** Takes forge's output folder, the folder for Java sources and the folder for resources. */
    public static void main(String[] arguments) throws IOException {
        Path compiled = Path.of(arguments[0]);
        Path sources = Path.of(arguments[1]).resolve(PACKAGE);
        Path resources = Path.of(arguments[2]).resolve(PACKAGE + "bytecode");
        List<Contract> contracts = new ArrayList<>();
        for (Map.Entry<String, String> entry : CONTRACTS.entrySet()) {
            contracts.add(Contract.read(compiled, entry.getKey(), entry.getValue()));
        }
        JavaTypes types = new JavaTypes(CONTRACTS.keySet());
        Structs structs = new Structs(types, contracts);
        for (Contract contract : contracts) {
            write(sources.resolve(contract.className() + ".java"), new BindingWriter(contract, types, structs).write());
            write(resources.resolve(contract.bytecodeFile()), contract.bytecode());
        }
        write(sources.resolve("KnownErrors.java"), knownErrors(contracts));
    }

    private static String knownErrors(List<Contract> contracts) {
        String errors = contracts.stream()
                .flatMap(contract -> contract.errors().stream())
                .map(error -> "            \"" + error.signature() + fieldNames(error) + "\"")
                .collect(Collectors.toCollection(TreeSet::new))
                .stream()
                .collect(Collectors.joining(",\n"));
        return """
                package network.spheron.dao.contracts;

                import java.util.List;

                /** The errors of all contracts: signature, then the names of the values. Generated from their ABIs. */
                final class KnownErrors {
                    static final List<String> ALL = List.of(
                %s);

                    private KnownErrors() {}
                }
                """.formatted(errors);
    }

    private static String fieldNames(Member error) {
        return error.inputs().stream().map(input -> " " + input.name()).collect(Collectors.joining());
    }

    /** Leaves an unchanged file alone, so that nothing that depends on it is compiled again. */
    private static void write(Path file, String content) throws IOException {
        if (Files.exists(file) && Files.readString(file).equals(content)) return;
        Files.createDirectories(file.getParent());
        Files.writeString(file, content);
    }
}
