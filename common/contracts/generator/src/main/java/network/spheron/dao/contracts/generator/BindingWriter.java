package network.spheron.dao.contracts.generator;

import com.esaulpaugh.headlong.abi.Function;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Writes the binding of one contract. */
final class BindingWriter {
    private final Contract contract;
    private final JavaTypes types;
    private final Structs structs;
    private final String name;
    private final StringBuilder out = new StringBuilder();

    BindingWriter(Contract contract, JavaTypes types, Structs structs) {
        this.contract = contract;
        this.types = types;
        this.structs = structs;
        this.name = contract.className();
    }

    /** The Java source. */
    String write() {
        line("package network.spheron.dao.contracts;");
        line("");
        line("import com.esaulpaugh.headlong.abi.Event;");
        line("import com.esaulpaugh.headlong.abi.Function;");
        line("import com.esaulpaugh.headlong.abi.Tuple;");
        line("import com.esaulpaugh.headlong.abi.TupleType;");
        line("import java.math.BigInteger;");
        line("import java.util.List;");
        line("");
        line("/** Calls and events of the contract {@code %s}. Generated from its ABI. */".formatted(name));
        line("public final class %s {".formatted(name));
        line("    private %s() {}".formatted(name));
        deployment();
        contract.functions().forEach(this::function);
        selectors();
        structs.of(name).forEach(this::struct);
        contract.events().forEach(this::event);
        line("}");
        return out.toString();
    }

    private void deployment() {
        List<Parameter> inputs = contract.constructorInputs();
        line("");
        line("    /** Creation code and constructor arguments, 0x-prefixed hex. */");
        line("    public static String deployment(%s) {".formatted(declarations(inputs)));
        line("        return Abi.deployment(ContractName.%s, TupleType.parse(\"%s\")%s);"
                .formatted(contract.constant(), Parameter.signature(inputs), trailing(arguments(inputs))));
        line("    }");
    }

    private void function(Member function) {
        String method = function.name();
        String constant = "FUNCTION_" + method;
        line("");
        line("    private static final Function %s = new Function(\"%s\", \"%s\");"
                .formatted(constant, function.signature(), Parameter.signature(function.outputs())));
        line("");
        line("    /** {@code %s}. */".formatted(function.signature()));
        line("    public static FunctionCall<%s> %s(%s) {"
                .formatted(resultType(function), method, declarations(function.inputs())));
        line("        return Abi.call(%s, %s%s);"
                .formatted(constant, resultReader(function), trailing(arguments(function.inputs()))));
        line("    }");
        if (function.outputs().size() > 1) resultRecord(function);
    }

    private void selectors() {
        line("");
        line("    /** The functions' selectors, 0x-prefixed hex. */");
        line("    public static final class Selectors {");
        contract.functions()
                .forEach(function ->
                        line("        public static final String %1$s = \"0x\" + FUNCTION_%1$s.selectorHex();"
                                .formatted(function.name())));
        line("");
        line("        private Selectors() {}");
        line("    }");
    }

    private String resultType(Member function) {
        return switch (function.outputs().size()) {
            case 0 -> "Nothing";
            case 1 -> types.boxed(types.name(function.outputs().get(0), name));
            default -> resultRecordName(function);
        };
    }

    private String resultReader(Member function) {
        return switch (function.outputs().size()) {
            case 0 -> "t -> Nothing.NOTHING";
            case 1 -> "t -> " + types.read(function.outputs().get(0), name, "t.get(0)");
            default -> resultRecordName(function) + "::of";
        };
    }

    private void resultRecord(Member function) {
        String record = resultRecordName(function);
        line("");
        line("    /** What {@code %s} returns. */".formatted(function.name()));
        line("    public record %s(%s) {".formatted(record, declarations(function.outputs())));
        line("        static %s of(Tuple t) {".formatted(record));
        line("            return new %s(%s);".formatted(record, reads(function.outputs())));
        line("        }");
        line("    }");
    }

    private String resultRecordName(Member function) {
        return Names.capitalized(function.name()) + "Result";
    }

    private void struct(Parameter struct) {
        String record = types.structName(struct);
        List<Parameter> fields = struct.components();
        line("");
        line("    /** The struct {@code %s}: {@code %s}. */".formatted(record, struct.canonicalType()));
        line("    public record %s(%s) implements Struct {".formatted(record, declarations(fields)));
        line("        static %s of(Object value) {".formatted(record));
        line("            Tuple t = (Tuple) value;");
        line("            return new %s(%s);".formatted(record, reads(fields)));
        line("        }");
        line("");
        line("        @Override");
        line("        public List<Object> fields() {");
        line("            return List.of(%s);".formatted(arguments(fields)));
        line("        }");
        line("    }");
    }

    private void event(Member event) {
        List<Parameter> fields =
                event.inputs().stream().map(BindingWriter::asLogged).toList();
        String record = event.name();
        String indexed = event.inputs().stream()
                .map(input -> String.valueOf(input.indexed()))
                .collect(Collectors.joining(", "));
        line("");
        line("    /** The event {@code %s}. */".formatted(event.signature()));
        line("    public record %s(%s) {".formatted(record, declarations(fields)));
        line("        public static final String TOPIC = \"%s\";".formatted(topic(event.signature())));
        line("");
        line("        private static final Event<Tuple> EVENT = Event.create(\"%s\", TupleType.parse(\"%s\")%s);"
                .formatted(record, Parameter.signature(event.inputs()), trailing(indexed)));
        line("");
        line("        /** @throws IllegalArgumentException when the log is not of this event */");
        line("        public static %s decode(List<String> topics, String data) {".formatted(record));
        line("            Tuple t = Abi.log(EVENT, TOPIC, topics, data);");
        line("            return new %s(%s);".formatted(record, reads(fields)));
        line("        }");
        line("    }");
    }

    /** Of an indexed value of varying length the log has the hash only. */
    private static Parameter asLogged(Parameter input) {
        boolean hashed = input.indexed()
                && (input.isArray()
                        || input.isStruct()
                        || input.type().equals("string")
                        || input.type().equals("bytes"));
        return hashed ? new Parameter(input.name(), "bytes32", "bytes32", List.of(), true) : input;
    }

    private static String topic(String signature) {
        byte[] name = signature.getBytes(StandardCharsets.US_ASCII);
        return "0x" + HexFormat.of().formatHex(Function.newDefaultDigest().digest(name));
    }

    private String declarations(List<Parameter> parameters) {
        return joined(parameters, (parameter, i) -> types.name(parameter, name) + " " + Names.field(parameter, i));
    }

    private String reads(List<Parameter> parameters) {
        return joined(parameters, (parameter, i) -> types.read(parameter, name, "t.get(" + i + ")"));
    }

    private static String arguments(List<Parameter> parameters) {
        return joined(parameters, Names::field);
    }

    private static String joined(List<Parameter> parameters, BiFunction<Parameter, Integer, String> text) {
        return IntStream.range(0, parameters.size())
                .mapToObj(i -> text.apply(parameters.get(i), i))
                .collect(Collectors.joining(", "));
    }

    private static String trailing(String arguments) {
        return arguments.isEmpty() ? "" : ", " + arguments;
    }

    private void line(String text) {
        out.append(text).append('\n');
    }
}
