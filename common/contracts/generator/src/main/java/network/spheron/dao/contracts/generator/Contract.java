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

    /** The functions, those with fewer arguments first among overloads. */
    List<Member> functions() {
        return of("function")
                .sorted(Comparator.comparing(Member::name)
                        .thenComparingInt(member -> member.inputs().size()))
                .toList();
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

    /** The first function of a name keeps it; an overload adds its argument types: {@code quorumNumeratorUint256}. */
    String methodName(Member function) {
        boolean first = functions().stream()
                .filter(other -> other.name().equals(function.name()))
                .findFirst()
                .orElseThrow()
                .equals(function);
        if (first) return function.name();
        StringBuilder name = new StringBuilder(function.name());
        function.inputs().forEach(input -> name.append(Names.capitalized(Names.word(input.canonicalType()))));
        return name.toString();
    }

    /** Where its creation code is found: {@code bid-book.hex}. */
    String bytecodeFile() {
        return Names.kebab(constant) + ".hex";
    }

    private Stream<Member> of(String kind) {
        return members.stream().filter(member -> member.is(kind));
    }
}
