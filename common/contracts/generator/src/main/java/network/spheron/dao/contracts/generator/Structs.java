package network.spheron.dao.contracts.generator;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** All structs of all contracts, by the binding that they are written into. */
final class Structs {
    private final JavaTypes types;
    private final Map<String, Map<String, Parameter>> byBinding = new TreeMap<>();

    Structs(JavaTypes types, List<Contract> contracts) {
        this.types = types;
        for (Contract contract : contracts) {
            contract.members().stream()
                    .filter(member -> !member.is("error"))
                    .flatMap(member -> Stream.concat(member.inputs().stream(), member.outputs().stream()))
                    .forEach(parameter -> collect(parameter, contract.className()));
        }
    }

    /** The structs that a binding declares, in the order of their names. */
    List<Parameter> of(String binding) {
        return List.copyOf(byBinding.getOrDefault(binding, Map.of()).values());
    }

    private void collect(Parameter parameter, String inside) {
        if (parameter.isArray()) {
            collect(parameter.item(), inside);
        } else if (parameter.isStruct()) {
            byBinding
                    .computeIfAbsent(types.owner(parameter, inside), name -> new TreeMap<>())
                    .put(types.structName(parameter), parameter);
            parameter.components().forEach(component -> collect(component, inside));
        }
    }
}
