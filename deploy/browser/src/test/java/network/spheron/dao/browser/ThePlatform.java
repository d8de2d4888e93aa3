package network.spheron.dao.browser;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import network.spheron.dao.contracts.ContractName;
import network.spheron.dao.journey.JobRun;
import network.spheron.dao.journey.Journey;
import network.spheron.dao.local.Platform;
import network.spheron.dao.local.Stack;
import network.spheron.dao.local.StackOptions;
import network.spheron.dao.local.chain.NodeRpc;
import network.spheron.dao.local.data.DataDirectory;
import network.spheron.dao.local.gate.Gates;

/** The one platform of all tests: started with the first that asks for it, stopped with the virtual machine. */
final class ThePlatform {
    private static final FutureTask<ThePlatform> THE = new FutureTask<>(ThePlatform::new);

    /** A log as the node gives it. */
    record Log(List<String> topics, String data) {}

    private final Gates gates = new Gates();
    private final Platform platform;
    private final Journey.Outcome sample;

    private ThePlatform() {
        platform = Stack.start(
                DataDirectory.fresh(Chromium.module().resolve("target/platform")),
                StackOptions.standard().withPort(0).withoutLogs().withGates(gates));
        sample = new JobRun(platform, System.out).sample();
    }

    /** Every test class that cannot have it says why, not only the first that asked. */
    private static ThePlatform the() {
        THE.run();
        try {
            return THE.get();
        } catch (ExecutionException failed) {
            throw new IllegalStateException("the platform's first job failed: " + failed.getCause(), failed);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while waiting for the platform", interrupted);
        }
    }

    static Platform platform() {
        return the().platform;
    }

    static Gates gates() {
        return the().gates;
    }

    /** The sample job's outcome; it is run once, before the first test. */
    static Journey.Outcome sample() {
        return the().sample;
    }

    static Journey.Showcase showcase() {
        return sample().showcase().orElseThrow();
    }

    /** The node itself, past the gates. */
    static NodeRpc node() {
        return new NodeRpc(platform().rpcUrl());
    }

    static JobRun jobs(PrintStream out) {
        return new JobRun(platform(), out);
    }

    /** A contract's logs of one kind, from the first block on. */
    static List<Log> logs(ContractName contract, String topic) {
        JsonNode found = node().call(
                        "eth_getLogs",
                        Map.of(
                                "fromBlock", "earliest",
                                "address", platform().addressBook().address(contract),
                                "topics", List.of(topic)));
        List<Log> logs = new ArrayList<>();
        for (JsonNode log : found) {
            List<String> topics = new ArrayList<>();
            log.get("topics").forEach(each -> topics.add(each.asText()));
            logs.add(new Log(topics, log.get("data").asText()));
        }
        return logs;
    }
}
