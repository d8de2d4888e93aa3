package network.spheron.dao.contracts.generator;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * A compiled contract.
 *
 * @param className what its binding is called
 * @param constant the name in {@code ContractName}
 * @param bytecode creation code, 0x-prefixed hex
 */
record Contract(String className, String constant, List<Member> members, String bytecode) {
    /** Reads what forge compiled. */
    static Contract read(Path compiled, String className, String constant) throws IOException {
        Path file = compiled.resolve(className + ".sol/" + className + ".json");
        JsonNode artifact = new ObjectMapper().readTree(file.toFile());
        List<Member> members = new ArrayList<>();
        artifact.path("abi").forEach(node -> members.add(Member.of(node)));
        return new Contract(
                className,
                constant,
                members,
                artifact.path("bytecode").path("object").asText());
    }

    /** The functions, in the order of their names; no contract has two of one name. */
    List<Member> functions() {
        return of("function").sorted(Comparator.comparing(Member::name)).toList();
    }

    List<Member> events() {
        return of("event").toList();
    }

    List<Member> errors() {
        return of("error").toList();
    }

    /** The arguments of its constructor. */
    List<Parameter> constructorInputs() {
        return of("constructor").findFirst().map(Member::inputs).orElse(List.of());
    }

    /** Where its creation code is found: {@code bid-book.hex}. */
    String bytecodeFile() {
        return Names.kebab(constant) + ".hex";
    }

    private Stream<Member> of(String kind) {
        return members.stream().filter(member -> member.is(kind));
    }
}
