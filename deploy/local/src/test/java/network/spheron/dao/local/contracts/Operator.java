package network.spheron.dao.local.contracts;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import network.spheron.dao.chain.deployment.AddressBook;
import network.spheron.dao.local.Commands;
import network.spheron.dao.local.DemoKeys;
import picocli.CommandLine;

/** Somebody with a configuration, a key and a terminal. */
final class Operator {
    final Path config;
    final Path book;
    private final Path folder;
    private final Map<String, String> environment;

    private Operator(Path folder, Map<String, String> environment) {
        this.folder = folder;
        this.config = folder.resolve("dao.yaml");
        this.book = folder.resolve("dao.yaml.contracts.json");
        this.environment = environment;
    }

    static Operator in(Path folder) {
        return new Operator(folder, Map.of(DeployerKey.KEY_VARIABLE, DemoKeys.privateKey(DemoKeys.DEPLOYER)));
    }

    Operator with(Map<String, String> other) {
        return new Operator(folder, other);
    }

    /** The sample with a few of its lines replaced. */
    Operator configures(String rpcUrl, String... replacements) {
        try (InputStream sample = Objects.requireNonNull(Operator.class.getResourceAsStream("dao.yaml"))) {
            String text = new String(sample.readAllBytes(), UTF_8).replace("RPC_URL", rpcUrl);
            for (int i = 0; i < replacements.length; i += 2) {
                if (!text.contains(replacements[i])) throw new IllegalArgumentException(replacements[i]);
                text = text.replace(replacements[i], replacements[i + 1]);
            }
            Files.writeString(config, text);
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Told deploys(String... options) {
        return run(options(new String[] {"--config", config.toString()}, options));
    }

    Told reports(String rpcUrl, String... options) {
        return run(options(new String[] {"report", "--book", book.toString(), "--rpc", rpcUrl}, options));
    }

    AddressBook addresses() {
        return AddressBook.read(book);
    }

    private Told run(String... arguments) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        CommandLine line = Commands.line(new DeployContracts(environment))
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true));
        return new Told(line.execute(arguments), out.toString(), err.toString());
    }

    private static String[] options(String[] first, String[] others) {
        return Stream.of(first, others).flatMap(Arrays::stream).toArray(String[]::new);
    }

    /** What came back. */
    record Told(int exitCode, String out, String err) {}
}
